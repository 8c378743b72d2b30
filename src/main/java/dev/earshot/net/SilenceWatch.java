package dev.earshot.net;

import java.util.function.BooleanSupplier;

/**
 * Measures how long a peer is silent and reports it. The reader marks the beginning and the end of each read, the
 * housekeeper checks the time. So a read needs no timeout, which would make three system calls of one.
 */
final class SilenceWatch {
    private static final long MILLI = 1_000_000;

    private final Peer peer;
    private final EventSink sink;
    private final BooleanSupplier muted;
    private final BooleanSupplier hasBytes;
    private final Housekeeper housekeeper;

    /** The time at which the reader began to wait, by {@link System#nanoTime}; 0: it is not waiting. */
    private volatile long since;

    private volatile boolean watched;
    private volatile boolean closed;

    /**
     * The beginning of the wait in which a silence was reported last, and the time of that report. Housekeeper only.
     */
    private long reportedSince;

    private long reportedAt;

    /**
     * Makes a watch for a reader that is about to start.
     *
     * @param muted whether nothing is reported from now on
     * @param hasBytes whether bytes can be read already, and only the reader has not got a processor yet
     */
    SilenceWatch(Peer peer, EventSink sink, BooleanSupplier muted, BooleanSupplier hasBytes, Housekeeper housekeeper) {
        this.peer = peer;
        this.sink = sink;
        this.muted = muted;
        this.hasBytes = hasBytes;
        this.housekeeper = housekeeper;
    }

    /** Marks that the reader is about to wait for bytes. */
    void beginWait() {
        since = System.nanoTime() | 1; // never 0
        if (!watched) {
            watched = true;
            housekeeper.watch(this);
        }
    }

    /** Marks the end of a wait and returns its nanoseconds. No silence is reported until the next wait begins. */
    long endWait() {
        synchronized (this) {
            long waited = System.nanoTime() - since;
            since = 0;
            return waited;
        }
    }

    /** Marks that the reader has ended. */
    void close() {
        closed = true;
    }

    /** Reports a silence that is long enough; returns false if this watch is not needed any more. Housekeeper only. */
    boolean report() {
        // The lock is held while reporting: bytes that arrive meanwhile must not be reported first.
        synchronized (this) {
            long waitStart = since;
            if (waitStart == 0 && !closed) {
                return true;
            }
            int silence = closed || muted.getAsBoolean() ? 0 : sink.silenceMillis(peer);
            if (silence <= 0) {
                watched = false;
                return false;
            }
            long now = System.nanoTime();
            if (now - (waitStart == reportedSince ? reportedAt : waitStart) >= silence * MILLI
                    && !hasBytes.getAsBoolean()) {
                reportedSince = waitStart;
                reportedAt = now;
                sink.on(new Event.Silent(peer, now - waitStart));
            }
            return true;
        }
    }
}
