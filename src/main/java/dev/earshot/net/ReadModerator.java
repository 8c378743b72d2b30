package dev.earshot.net;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Pauses a busy reader after a read, so that the next read takes more and other threads get a processor. Network
 * drivers moderate their interrupts in the same way. Nothing is lost: bytes wait in the socket, and TCP slows down the
 * sender.
 *
 * <p>A reader is busy while its peer sends faster than it is read and nothing is sent to the peer: a peer that waits
 * for an answer, or is silent for {@link #QUIET_NANOS}, is read at once. Confined to the reader's thread, but for
 * {@link #sent}.
 */
final class ReadModerator {
    /** A read that waited so long for its bytes shows that the peer is not faster than the reader. */
    static final long QUIET_NANOS = 1_000_000;

    /** A reader becomes busy with so many small reads within {@link #WINDOW_NANOS}. */
    static final int BUSY_READS = 20;

    static final long WINDOW_NANOS = 10_000_000;

    /** Reads of more bytes need no pause, for they are rare. */
    static final int SMALL_READ = 2 * 1024;

    /**
     * All busy readers of an endpoint together make at most 5,000 small reads a second, if the longest pause allows.
     */
    static final long PAUSE_NANOS_PER_READER = 200_000;

    static final long SHORTEST_PAUSE_NANOS = 1_000_000;
    static final long LONGEST_PAUSE_NANOS = 10_000_000;

    /** A pause hides a silence of the peer, so it takes at most this part of a silence that would mean something. */
    private static final long PARTS_OF_SILENCE = 4;

    private final Peer peer;
    private final EventSink sink;
    private final AtomicInteger busyReaders;
    private final LongSupplier clock;
    private final LongConsumer sleeper;
    private volatile boolean sent;
    private boolean busy;
    private long windowStart;
    private int windowReads;

    /** @param busyReaders the number of busy readers of the endpoint, shared by their moderators */
    ReadModerator(Peer peer, EventSink sink, AtomicInteger busyReaders) {
        this(peer, sink, busyReaders, System::nanoTime, LockSupport::parkNanos);
    }

    /**
     * Creates a moderator with another clock.
     *
     * @param clock gives the time in nanoseconds
     * @param sleeper waits for so many nanoseconds, or less
     */
    ReadModerator(Peer peer, EventSink sink, AtomicInteger busyReaders, LongSupplier clock, LongConsumer sleeper) {
        this.peer = peer;
        this.sink = sink;
        this.busyReaders = busyReaders;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Marks that something is sent to the peer, which may be an answer that it waits for. Any thread. */
    void sent() {
        sent = true;
    }

    /**
     * Pauses after a read whose bytes have been reported, if the reader is busy.
     *
     * @param count the bytes of the read
     * @param blockedNanos the time that the reader waited for them
     */
    void afterRead(int count, long blockedNanos) {
        boolean answered = sent;
        if (answered) {
            sent = false;
        }
        if (answered || blockedNanos >= QUIET_NANOS) {
            setBusy(false);
            windowReads = 0;
            return;
        }
        if (count <= SMALL_READ && isBusy()) {
            sleeper.accept(Math.min(pauseNanos(), longestPause()));
        }
    }

    /** Marks the end of the reader. */
    void close() {
        setBusy(false);
    }

    private long pauseNanos() {
        long wanted = busyReaders.get() * PAUSE_NANOS_PER_READER;
        return Math.max(SHORTEST_PAUSE_NANOS, Math.min(wanted, LONGEST_PAUSE_NANOS));
    }

    private long longestPause() {
        int silence = sink.silenceMillis(peer);
        return silence == 0 ? Long.MAX_VALUE : silence * 1_000_000L / PARTS_OF_SILENCE;
    }

    /** Counts a small read and returns whether the reader is busy. */
    private boolean isBusy() {
        if (!busy) {
            long now = clock.getAsLong();
            if (windowReads == 0 || now - windowStart > WINDOW_NANOS) {
                windowStart = now;
                windowReads = 0;
            }
            setBusy(++windowReads >= BUSY_READS);
        }
        return busy;
    }

    private void setBusy(boolean now) {
        if (now != busy) {
            busy = now;
            busyReaders.addAndGet(now ? 1 : -1);
        }
    }
}
