package dev.earshot.journal.export;

import java.util.concurrent.TimeUnit;

/**
 * Says how long a thread that follows the journal pauses in a flood. Receiving then has the processors, and the thread
 * catches up afterwards. Confined to one thread.
 */
final class CatchUpPace {
    /** The rows in a second from which on receiving needs the processors. Fewer ones leave most of their time. */
    static final long FLOOD_ROWS_PER_SECOND = 200_000;

    /** Rows are counted for so long, as a reader that has no processor just now lets none come. */
    static final long WINDOW_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Long enough that what a thread does in a flood is not even compiled, which takes more time than the work. */
    static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private long lastTime;
    private long lastRows;

    /** @param rows that there are at this time, in nanoseconds of any clock */
    CatchUpPace(long rows, long now) {
        lastRows = rows;
        lastTime = now;
    }

    /**
     * Returns the pause after some work, in nanoseconds; mostly 0.
     *
     * @param rows that there are now
     * @param now the time in nanoseconds
     */
    long pauseNanos(long rows, long now) {
        long elapsed = Math.max(WINDOW_NANOS, now - lastTime);
        boolean isFlood = rows - lastRows > FLOOD_ROWS_PER_SECOND * (elapsed / (double) TimeUnit.SECONDS.toNanos(1));
        if (isFlood || now - lastTime >= WINDOW_NANOS) {
            lastRows = rows;
            lastTime = now;
        }
        return isFlood ? PAUSE_NANOS : 0;
    }

    /**
     * Whether there is time to pause: rows that wait for the thread will not be removed soon.
     *
     * @param behind the rows that wait
     * @param kept all rows that are kept
     * @param bytes the size of the capture
     * @param limit the size at which its oldest rows are removed
     */
    static boolean hasTime(long behind, long kept, long bytes, long limit) {
        return bytes < limit / 2 || behind < kept / 2;
    }
}
