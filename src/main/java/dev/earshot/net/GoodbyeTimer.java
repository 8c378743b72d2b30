package dev.earshot.net;

import java.util.concurrent.TimeUnit;

/** Limits the time that a conversation which we end waits for the peer's FIN. Confined to the housekeeper. */
final class GoodbyeTimer {
    private final Outbox outbox;
    private final long limitNanos;
    private boolean running;
    private long startedAt;

    /**
     * Makes a timer that is not running yet.
     *
     * @param limitMillis the time without progress of the outbox after which the timer has expired
     */
    GoodbyeTimer(Outbox outbox, int limitMillis) {
        this.outbox = outbox;
        this.limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }

    /** Starts the timer, unless it is running. */
    void start() {
        if (!running) {
            running = true;
            startedAt = System.nanoTime();
        }
    }

    /** Whether the timer was started, and neither that nor the outbox's last progress is within the limit. */
    boolean hasExpired() {
        return running && Math.min(System.nanoTime() - startedAt, outbox.quietNanos()) >= limitNanos;
    }
}
