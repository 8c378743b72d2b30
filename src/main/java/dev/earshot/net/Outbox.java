package dev.earshot.net;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Bytes on their way to one peer, bounded by their number. Filled by any thread, emptied by the peer's writer, of whom
 * there is at most one, and none while there is nothing to write. Who comes and who goes is decided under the one lock,
 * so that no bytes are left without a writer; it is never held over I/O, only while a writer is being called.
 */
final class Outbox {
    /** One send larger than this is taken whole by an empty outbox, so that a large paste works. */
    static final int CAPACITY = Endpoint.MOST_WAITING;

    /** So many sends wait at most, however short they are: each takes some memory beside its bytes. */
    static final int MOST_SENDS = 32 * 1024;

    private enum State {
        OPEN,
        /** Nothing more comes in, what is in goes out. */
        FINISHING,
        /** Nothing comes in or goes out. */
        CLOSED
    }

    private final BooleanSupplier writer;
    private final Queue<OutgoingPiece> queue = new ArrayDeque<>();
    private State state = State.OPEN;
    private boolean writing;
    private long waiting;
    private int waitingForRoom;
    private long movedAt = System.nanoTime();

    /**
     * An empty one.
     *
     * @param writer calls a writer, who shall {@link #take} until there is nothing; false if there is none to be had
     */
    Outbox(BooleanSupplier writer) {
        this.writer = writer;
    }

    /**
     * Takes the bytes, which nobody may change from then on; false if they do not fit, if it is too late, or if there is
     * no writer to be had.
     */
    synchronized boolean offer(OutgoingPiece added) {
        int length = added.bytes().length;
        if (state != State.OPEN || !fits(length)) {
            return false;
        }
        if (length == 0) {
            return true;
        }
        if (!writing && !writer.getAsBoolean()) {
            return false;
        }
        writing = true;
        if (waiting == 0) {
            movedAt = System.nanoTime();
        }
        waiting += length;
        queue.add(added);
        return true;
    }

    private boolean fits(int length) {
        return waiting == 0 || waiting + length <= CAPACITY && queue.size() < MOST_SENDS;
    }

    /** Waits until so many bytes fit; false if they still do not after this time, or if it is too late. */
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
     * The next bytes to be written; they count as waiting until {@link #taken}. Null ends the writer: it writes nothing
     * more, for there may be another one already.
     */
    synchronized OutgoingPiece take() {
        OutgoingPiece next = state == State.CLOSED ? null : queue.poll();
        if (next == null) {
            writerEnds();
        }
        return next;
    }

    /** The bytes after those taken, if there are any and no more than so many; counted likewise. Null ends nothing. */
    synchronized OutgoingPiece takeMore(int most) {
        OutgoingPiece next = state == State.CLOSED ? null : queue.peek();
        return next == null || next.bytes().length > most ? null : queue.poll();
    }

    /** What the writer says instead of {@link #take} if it cannot go on; nothing is to be given out any more. */
    synchronized void writerEnds() {
        writing = false;
        notifyAll();
    }

    /** Waits until nobody is writing; to be called when the outbox is closed. */
    synchronized void awaitWriter() throws InterruptedException {
        while (writing) {
            wait();
        }
    }

    /** The system has taken so many bytes. */
    synchronized void taken(int count) {
        waiting -= count;
        movedAt = System.nanoTime();
        if (waiting == 0 || waitingForRoom > 0) {
            notifyAll();
        }
    }

    /** Bytes accepted and not taken by the system; after {@link #close} those that never will be. */
    synchronized long waiting() {
        return waiting;
    }

    /** For how long bytes have been waiting without any progress, in nanoseconds. */
    synchronized long stuckNanos() {
        return waiting == 0 ? 0 : System.nanoTime() - movedAt;
    }

    /** For how long the system has taken nothing, in nanoseconds. */
    synchronized long stillNanos() {
        return System.nanoTime() - movedAt;
    }

    /** Accepts nothing more; what is in may still leave. False if nobody is writing: then no writer finds the end. */
    synchronized boolean finish() {
        if (state == State.OPEN) {
            state = State.FINISHING;
            notifyAll();
        }
        return writing;
    }

    /**
     * Whether everything has gone out after {@link #finish}. Not while somebody is writing: a writer that has found
     * nothing may ask only after others have come, and theirs is the end then.
     */
    synchronized boolean finished() {
        return state == State.FINISHING && !writing;
    }

    /** Accepts nothing more and gives nothing more out. */
    synchronized void close() {
        state = State.CLOSED;
        notifyAll();
    }

    /**
     * Waits until everything has been taken and, unless {@link #finish} was called, nothing has moved for some time;
     * then closes. Returns at once when somebody else closes.
     */
    synchronized void closeWhenQuiet(int quietMillis) throws InterruptedException {
        long quiet = TimeUnit.MILLISECONDS.toNanos(quietMillis);
        long asked = System.nanoTime();
        while (state != State.CLOSED) {
            if (waiting > 0) {
                wait();
                continue;
            }
            long now = System.nanoTime();
            long left = quiet - Math.min(now - asked, now - movedAt);
            if (state == State.FINISHING || left <= 0) {
                close();
            } else {
                // Rounded up: a wait of 0 ms would last for ever.
                wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            }
        }
    }
}
