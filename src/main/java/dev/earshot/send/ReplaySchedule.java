package dev.earshot.send;

import java.util.concurrent.TimeUnit;

/**
 * Computes when the messages of a replay are due. A message that is late, as after a pause, delays all behind it, so
 * that no burst follows. Confined to one thread.
 */
final class ReplaySchedule {
    /** A smaller delay is made up for, so that the times do not drift. */
    private static final long TOLERANCE = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReplaySpeed speed;
    private long due;
    private long recorded = Long.MIN_VALUE;

    /** @param start when the first message is due, by {@link System#nanoTime} */
    ReplaySchedule(ReplaySpeed speed, long start) {
        this.speed = speed;
        due = start;
    }

    /**
     * Returns when the next message is due, which was recorded at this time; earlier than the one before if the clock
     * was set back.
     */
    long due(long epochNanos) {
        due += recorded == Long.MIN_VALUE ? 0 : speed.scaled(epochNanos - recorded);
        recorded = epochNanos;
        return due;
    }

    /** Takes the time at which that message was really sent. */
    void sentAt(long now) {
        due = now - due > TOLERANCE ? now : due;
    }
}
