package dev.earshot.net;

import java.util.function.BooleanSupplier;

/**
 * How long one peer has been silent: noted by its reader around each read, looked at by the keeper. So a read needs no
 * time-out, which would make three system calls of one.
 */
final class SilenceWatch {
    private static final long MILLI = 1_000_000;

    private final Peer peer;
    private final EventSink sink;
    private final BooleanSupplier muted;
    private final BooleanSupplier arrived;
    private final Housekeeper keeper;

    /** When the reader began to wait, on the clock of {@link System#nanoTime}; 0: it does not. */
    private volatile long since;

    private volatile boolean watched;
    private volatile boolean over;

    /** The wait in which a silence was told last, and when that was. Confined to the keeper. */
    private long toldSince;

    private long toldAt;

    /**
     * One for a reader that is about to start.
     *
     * @param muted whether nothing is told from now on
     * @param arrived whether there are bytes to be read, which only wait for the reader to get a processor
     */
    SilenceWatch(Peer peer, EventSink sink, BooleanSupplier muted, BooleanSupplier arrived, Housekeeper keeper) {
        this.peer = peer;
        this.sink = sink;
        this.muted = muted;
        this.arrived = arrived;
        this.keeper = keeper;
    }

    /** The reader is about to wait for bytes. */
    void begins() {
        since = System.nanoTime() | 1; // never 0
        if (!watched) {
            watched = true;
            keeper.watch(this);
        }
    }

    /** The reader waits no longer: no silence is told before {@link #begins}. Returns for how many nanoseconds it did. */
    long ends() {
        synchronized (this) {
            long waited = System.nanoTime() - since;
            since = 0;
            return waited;
        }
    }

    /** The reader has ended. */
    void close() {
        over = true;
    }

    /** Tells the silence if it is long enough; false if there is none to be told before the next bytes. Keeper only. */
    boolean look() {
        // The lock is held over the telling: bytes that arrive meanwhile must not be told first.
        synchronized (this) {
            long begun = since;
            if (begun == 0 && !over) {
                return true;
            }
            int silence = over || muted.getAsBoolean() ? 0 : sink.silenceMillis(peer);
            if (silence <= 0) {
                watched = false;
                return false;
            }
            long now = System.nanoTime();
            if (now - (begun == toldSince ? toldAt : begun) >= silence * MILLI && !arrived.getAsBoolean()) {
                toldSince = begun;
                toldAt = now;
                sink.on(new Event.Silent(peer, now - begun));
            }
            return true;
        }
    }
}
