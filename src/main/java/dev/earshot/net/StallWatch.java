package dev.earshot.net;

import java.util.concurrent.TimeUnit;

/** Reports that a peer no longer reads what waits for it, and that it reads again. Confined to the housekeeper. */
final class StallWatch {
    private final Peer peer;
    private final Outbox outbox;
    private final EventSink sink;
    private final long limitNanos;
    private boolean stalled;

    /**
     * Makes a watch for the outbox of a peer.
     *
     * @param limitMillis the time that bytes may wait without progress before the peer counts as stalled
     */
    StallWatch(Peer peer, Outbox outbox, EventSink sink, int limitMillis) {
        this.peer = peer;
        this.outbox = outbox;
        this.sink = sink;
        this.limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }

    /** Reports a change since the last check. */
    void check() {
        boolean stalledNow = outbox.stalledNanos() >= limitNanos;
        if (stalledNow != stalled) {
            stalled = stalledNow;
            sink.on(stalledNow ? TcpNote.STALLED.about(peer, outbox.waitingBytes()) : TcpNote.RESUMED.about(peer));
        }
    }
}
