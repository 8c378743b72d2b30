package dev.earshot.net;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Bytes on their way to one peer, bounded by their number. Filled by any thread, emptied by the peer's writer; its lock
 * is never held over I/O.
 */
final class Outbox {
    /** One send larger than this is taken whole by an empty outbox, so that a large paste works. */
    static final int CAPACITY = 1024 * 1024;

    private enum State {
        OPEN,
        /** Nothing more comes in, what is in goes out. */
        FINISHING,
        /** Nothing comes in or goes out. */
        CLOSED
    }

    private final Queue<byte[]> queue = new ArrayDeque<>();
    private State state = State.OPEN;
    private long waiting;
    private long movedAt = System.nanoTime();

    /** Takes the bytes, which nobody may change from then on; false if they do not fit or it is too late. */
    synchronized boolean offer(byte[] bytes) {
        if (state != State.OPEN || (waiting > 0 && waiting + bytes.length > CAPACITY)) {
            return false;
        }
        if (bytes.length == 0) {
            return true;
        }
        if (waiting == 0) {
            movedAt = System.nanoTime();
        }
        waiting += bytes.length;
        queue.add(bytes);
        notifyAll();
        return true;
    }

    /** Waits for the next bytes to be written; null if there will be none. They count as waiting until {@link #taken}. */
    synchronized byte[] take() throws InterruptedException {
        while (state == State.OPEN && queue.isEmpty()) {
            wait();
        }
        return state == State.CLOSED ? null : queue.poll();
    }

    /** The system has taken so many bytes. */
    synchronized void taken(int count) {
        waiting -= count;
        movedAt = System.nanoTime();
        if (waiting == 0) {
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

    /** Accepts nothing more; what is in may still leave. */
    synchronized void finish() {
        if (state == State.OPEN) {
            state = State.FINISHING;
            notifyAll();
        }
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
