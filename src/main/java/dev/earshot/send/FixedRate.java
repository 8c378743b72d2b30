package dev.earshot.send;

/** Ticks at a fixed rate, in nanoseconds. A tick that was missed is left out, so no burst follows a late one. */
final class FixedRate {
    private final long period;
    private long due;

    /** @param start when the first tick is due */
    FixedRate(long start, long period) {
        this.due = start;
        this.period = period;
    }

    /** The time when the next tick is due. */
    long due() {
        return due;
    }

    /** Ends a tick at this time; the next one is due at the next multiple of the period that is yet to come. */
    void done(long now) {
        due += period;
        if (due <= now) {
            due += (now - due) / period * period + period;
        }
    }
}
