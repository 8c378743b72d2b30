package dev.earshot.net;

import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Watches whether a client stays within the limits of its server. Confined to the housekeeper, but for {@link #heard}.
 */
final class ClientWatch {
    private final ClientLimits limits;
    private final Peer peer;
    private final Outbox outbox;
    private final EventSink sink;
    private final ToIntFunction<LimitNote> counter;
    private final long joined = System.nanoTime();
    private long heardLatest = joined;
    private boolean hasSpoken;
    private boolean done;
    private volatile boolean heard;

    /** @param counter counts a client that has exceeded this limit, and returns how many have so far */
    ClientWatch(ClientLimits limits, Peer peer, Outbox outbox, EventSink sink, ToIntFunction<LimitNote> counter) {
        this.limits = limits;
        this.peer = peer;
        this.outbox = outbox;
        this.sink = sink;
        this.counter = counter;
    }

    /** Takes note that the client has sent something. Called by its reader. */
    void heard() {
        if (!heard) {
            heard = true;
        }
    }

    /**
     * Ends the conversation once the client exceeds a limit, and reports which one.
     *
     * @param disconnect ends it with FIN
     * @param reset ends it with RST: a client that does not read would not see a FIN
     */
    void check(Runnable disconnect, Runnable reset) {
        long now = System.nanoTime();
        if (heard) {
            heard = false;
            hasSpoken = true;
            heardLatest = now;
        }
        LimitNote limit = done ? null : find(now);
        if (limit != null) {
            done = true;
            sink.on(limit.about(peer, value(limit), counter.applyAsInt(limit)));
            (limit.isDeaf() ? reset : disconnect).run();
        }
    }

    private LimitNote find(long now) {
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

    private int value(LimitNote limit) {
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
