package dev.earshot.send;

/** A fixed rate: what was missed because something took too long is left out and not caught up with. Nanoseconds. */
final class FixedRate {
    private final long period;
    private long due;

    /** @param start when the first tick is due */
    FixedRate(long start, long period) {
        this.due = start;
        this.period = period;
    }

    /** When the next tick is due. */
    long due() {
        return due;
    }

    /** A tick was done at this time; the next one is due at the next multiple of the period that is yet to come. */
    void done(long now) {
        due += period;
        if (due <= now) {
            due += (now - due) / period * period + period;
        }
    }
}
