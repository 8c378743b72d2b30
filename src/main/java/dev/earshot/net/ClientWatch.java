package dev.earshot.net;

import java.util.concurrent.TimeUnit;

/** Watches whether a client stays within the limits of its server. Confined to the housekeeper, but for {@link #heard}. */
final class ClientWatch {
    private final ClientLimits limits;
    private final long joined = System.nanoTime();
    private long heardLatest = joined;
    private boolean hasSpoken;
    private boolean done;
    private volatile boolean heard;

    ClientWatch(ClientLimits limits) {
        this.limits = limits;
    }

    /** Takes note that the client has sent something. Called by its reader. */
    void heard() {
        if (!heard) {
            heard = true;
        }
    }

    /** Returns the limit that the client exceeds now, once; null if there is none. */
    LimitNote exceeded(Outbox outbox) {
        long now = System.nanoTime();
        if (heard) {
            heard = false;
            hasSpoken = true;
            heardLatest = now;
        }
        LimitNote limit = done ? null : find(now, outbox);
        done |= limit != null;
        return limit;
    }

    private LimitNote find(long now, Outbox outbox) {
        if (limits.mostUnsent() > 0 && outbox.waitingBytes() > limits.mostUnsent()) {
            return LimitNote.MUCH_UNSENT;
        } else if (isOver(limits.writeSeconds(), outbox.stalledNanos())) {
            return LimitNote.WRITE_DEADLINE;
        } else if (!hasSpoken && isOver(limits.firstByteSeconds(), now - joined)) {
            return LimitNote.NO_FIRST_BYTE;
        } else if (isOver(limits.idleSeconds(), Math.min(now - heardLatest, outbox.quietNanos()))) {
            return LimitNote.IDLE_CLIENT;
        }
        return null;
    }

    /** Returns the value of a limit, for its note. */
    int value(LimitNote limit) {
        return switch (limit) {
            case MUCH_UNSENT -> limits.mostUnsent();
            case WRITE_DEADLINE -> limits.writeSeconds();
            case NO_FIRST_BYTE -> limits.firstByteSeconds();
            case IDLE_CLIENT -> limits.idleSeconds();
            default -> throw new IllegalArgumentException(limit + " is no limit of a present client");
        };
    }

    private static boolean isOver(int seconds, long nanos) {
        return seconds > 0 && nanos >= TimeUnit.SECONDS.toNanos(seconds);
    }
}
