package dev.earshot.session.statistics;

/**
 * Finds the greatest sum in any one second of the clock, such as from 12:00:03.000 to 12:00:03.999. Confined to one
 * thread.
 */
final class RateMeter {
    private static final long SECOND = 1_000_000_000;

    private long second = Long.MIN_VALUE;
    private long inSecond;
    private long most;

    /** @param epochNanos a time that is rarely before the last one: then it begins a second of its own */
    void add(long epochNanos, long amount) {
        long now = Math.floorDiv(epochNanos, SECOND);
        if (now != second) {
            second = now;
            inSecond = 0;
        }
        inSecond += amount;
        most = Math.max(most, inSecond);
    }

    long most() {
        return most;
    }
}
