package dev.earshot.send;

/**
 * Computes the times of ticks at a fixed rate, in nanoseconds. Missed ticks are left out, so no burst follows a late
 * one.
 */
final class FixedRate {
    private final long period;
    private long due;

    /** @param start when the first tick is due */
    FixedRate(long start, long period) {
        this.due = start;
        this.period = period;
    }

    /** Returns the time when the next tick is due. */
    long due() {
        return due;
    }

    /** Ends a tick at this time; the next one is due at the next multiple of the period. */
    void finishTick(long now) {
        due += period;
        if (due <= now) {
            due += (now - due) / period * period + period;
        }
    }
}
