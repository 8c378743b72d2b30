package dev.earshot.net;

import java.util.function.LongFunction;

/**
 * Counts something that happens again and again: its first time is reported at once, and the count when it is over. Any
 * thread.
 */
final class Episode {
    private final long quietNanos;
    private final int leastToTell;
    private final LongFunction<Event.Note> over;
    private long count;
    private long latest;

    /**
     * @param quietNanos the time after which it is over
     * @param leastToTell the least count that is reported at the end
     * @param over makes the note of the end from the count
     */
    Episode(long quietNanos, int leastToTell, LongFunction<Event.Note> over) {
        this.quietNanos = quietNanos;
        this.leastToTell = leastToTell;
        this.over = over;
    }

    /** Counts one more time; returns whether it was the first one. */
    synchronized boolean count() {
        latest = System.nanoTime();
        return count++ == 0;
    }

    /** Returns the note of the end, if it is over and not yet reported; else null. */
    synchronized Event.Note end() {
        if (count == 0 || System.nanoTime() - latest < quietNanos) {
            return null;
        }
        long counted = count;
        count = 0;
        return counted < leastToTell ? null : over.apply(counted);
    }
}
