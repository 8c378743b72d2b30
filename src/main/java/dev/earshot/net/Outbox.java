package dev.earshot.net;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * A bounded queue of the bytes to send to one peer. Filled by any thread and emptied by the peer's writer; there is at
 * most one writer, and none while the queue is empty. One lock guards the start and the end of writers, so that no
 * bytes are left without a writer; it is never held over I/O, only while a writer is being started.
 */
final class Outbox {
    /** The capacity in bytes. An empty outbox also accepts one larger send, so that a large paste works. */
    static final int CAPACITY = Endpoint.MOST_WAITING;

    /** The largest number of waiting sends, however short: each takes some memory beside its bytes. */
    static final int MOST_SENDS = 32 * 1024;

    /** The time between two checks whether something is still held back. */
    private static final int HELD_MILLIS = 100;

    private enum State {
        OPEN,
        /** Accepts nothing more; waiting bytes are still written. */
        FINISHING,
        /** Accepts nothing more and gives nothing out. */
        CLOSED
    }

    private final BooleanSupplier writer;
    private final Queue<OutgoingPiece> queue = new ArrayDeque<>();
    private State state = State.OPEN;
    private boolean writing;
    private long waiting;
    private int waitingForRoom;
    private long progressAt = System.nanoTime();

    /**
     * Makes an empty outbox.
     *
     * @param writer starts a writer, which calls {@link #take} until that returns null; false if none can be started
     */
    Outbox(BooleanSupplier writer) {
        this.writer = writer;
    }

    /**
     * Queues bytes, which must not change from then on. Returns false if they do not fit, if the outbox is finished or
     * closed, or if no writer can be started.
     */
    synchronized boolean offer(OutgoingPiece added) {
        int length = added.bytes().length;
        if (state != State.OPEN || !fits(length)) {
            return false;
        }
        return length == 0 || add(added);
    }

    /** Queues the change to TLS behind the bytes that wait; returns false if it will not be made. */
    synchronized boolean offerUpgrade() {
        return state == State.OPEN && add(OutgoingPiece.UPGRADE);
    }

    private boolean add(OutgoingPiece added) {
        if (!writing && !writer.getAsBoolean()) {
            return false;
        }
        writing = true;
        if (waiting == 0) {
            progressAt = System.nanoTime();
        }
        waiting += added.bytes().length;
        queue.add(added);
        return true;
    }

    private boolean fits(int length) {
        return waiting == 0 || waiting + length <= CAPACITY && queue.size() < MOST_SENDS;
    }

    /**
     * Waits until this number of bytes fits. Returns false if it does not after this time, or the outbox is not open.
     */
    synchronized boolean awaitRoom(int length, int millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (state == State.OPEN && !fits(length)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            waitingForRoom++;
            try {
                wait(left);
            } finally {
                waitingForRoom--;
            }
        }
        return state == State.OPEN;
    }

    /**
     * Returns the next bytes to write; they count as waiting until {@link #taken}. Null ends the writer: it must not
     * write any more, because there may be another one already.
     */
    synchronized OutgoingPiece take() {
        OutgoingPiece next = state == State.CLOSED ? null : queue.poll();
        if (next == null) {
            endWriter();
        }
        return next;
    }

    /**
     * Returns the next bytes too if there are at most this many; they also count as waiting. Null does not end the
     * writer.
     */
    synchronized OutgoingPiece takeMore(int most) {
        OutgoingPiece next = state == State.CLOSED ? null : queue.peek();
        boolean fits = next != null && next != OutgoingPiece.UPGRADE && next.bytes().length <= most;
        return fits ? queue.poll() : null;
    }

    /** Ends a writer that cannot go on and does not call {@link #take} any more. */
    synchronized void endWriter() {
        writing = false;
        notifyAll();
    }

    /** Waits for the end of the writer; called when the outbox is closed. */
    synchronized void awaitWriter() throws InterruptedException {
        while (writing) {
            wait();
        }
    }

    /** Reports that the system has taken this number of bytes. */
    synchronized void taken(int count) {
        waiting -= count;
        progressAt = System.nanoTime();
        if (waiting == 0 || waitingForRoom > 0) {
            notifyAll();
        }
    }

    /**
     * Returns the number of bytes accepted and not taken by the system; after {@link #close} those that never will be.
     */
    synchronized long waitingBytes() {
        return waiting;
    }

    /** Returns the time for which bytes have been waiting without progress, in nanoseconds. */
    synchronized long stalledNanos() {
        return waiting == 0 ? 0 : System.nanoTime() - progressAt;
    }

    /** Returns the time since the system took bytes last, in nanoseconds. */
    synchronized long quietNanos() {
        return System.nanoTime() - progressAt;
    }

    /**
     * Accepts nothing more, but still gives out waiting bytes. Returns false if no writer is active to reach the end.
     */
    synchronized boolean finish() {
        if (state == State.OPEN) {
            state = State.FINISHING;
            notifyAll();
        }
        return writing;
    }

    /**
     * Returns whether everything has been written after {@link #finish}. False while a writer is active: a writer that
     * has found nothing may ask late, when another one has been started, which then reaches the end.
     */
    synchronized boolean isFinished() {
        return state == State.FINISHING && !writing;
    }

    /** Accepts nothing more and gives nothing more out. */
    synchronized void close() {
        state = State.CLOSED;
        notifyAll();
    }

    /**
     * Closes the outbox when everything has been taken. Unless {@link #finish} was called, it waits until nothing has
     * moved for some time and nothing is held back. Blocks until then, or until somebody else closes it.
     *
     * @param quietMillis returns the time in milliseconds, or {@link HalfClose#NEVER}
     * @param held returns whether something will be queued later; called with the lock, and returns at once
     * @return the time after which it was closed; -1 if it was closed for another reason
     */
    synchronized int closeWhenQuiet(IntSupplier quietMillis, BooleanSupplier held) throws InterruptedException {
        long asked = System.nanoTime();
        while (state == State.OPEN || waiting > 0 && state != State.CLOSED) {
            int quiet = quietMillis.getAsInt();
            if (waiting > 0 || quiet == HalfClose.NEVER) {
                wait();
                continue;
            }
            long now = System.nanoTime();
            long left = TimeUnit.MILLISECONDS.toNanos(quiet) - Math.min(now - asked, now - progressAt);
            if (left > 0) {
                // Rounded up: a wait of 0 ms would last for ever.
                wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            } else if (held.getAsBoolean()) {
                wait(HELD_MILLIS);
            } else {
                close();
                return quiet;
            }
        }
        close();
        return -1;
    }
}
