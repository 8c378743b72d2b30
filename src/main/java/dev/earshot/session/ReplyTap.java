package dev.earshot.session;

import dev.earshot.net.Peer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Hears what one peer sends, for somebody who waits for a reply. Of more than {@link #MOST} bytes only the latest are
 * kept. Any thread.
 */
public final class ReplyTap implements AutoCloseable {
    /** So many bytes are kept. */
    public static final int MOST = 256 * 1024;

    /** What came of waiting. */
    public enum Outcome {
        HEARD,
        /** Not in that time. */
        NOTHING,
        /** The peer has ended its direction, or left. */
        LEFT,
        /** {@link #close} was called. */
        CLOSED
    }

    private final int peer;
    private final Runnable forget;
    private byte[] heard = new byte[256];
    private int length;
    private long events; // counts whatever may change the answer
    private boolean left;
    private boolean closed;

    /** @param forget is run when nobody needs it any more */
    public ReplyTap(Peer peer, Runnable forget) {
        this.peer = peer.id();
        this.forget = forget;
    }

    boolean belongsTo(Peer other) {
        return peer == other.id();
    }

    /** The peer has sent this. */
    public synchronized void receive(byte[] bytes, int offset, int count) {
        if (length + count > MOST) {
            int kept = Math.max(0, MOST - count);
            System.arraycopy(heard, length - kept, heard, 0, kept);
            length = kept;
        }
        int most = Math.min(count, MOST);
        if (length + most > heard.length) {
            heard = Arrays.copyOf(heard, Math.min(MOST, Math.max(length + most, 2 * heard.length)));
        }
        System.arraycopy(bytes, offset + count - most, heard, length, most);
        length += most;
        changed();
    }

    /** The peer will send nothing more. */
    public synchronized void end() {
        left = true;
        changed();
    }

    /** Forgets what was heard until now. */
    public synchronized void forget() {
        length = 0;
    }

    /** What was heard since then. */
    public synchronized byte[] received() {
        return Arrays.copyOf(heard, length);
    }

    /** Waits until all that was heard since {@link #forget} is what is wanted. */
    public Outcome await(Predicate<byte[]> wanted, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            byte[] now;
            long seen;
            boolean last;
            synchronized (this) {
                if (closed) {
                    return Outcome.CLOSED;
                }
                now = Arrays.copyOf(heard, length);
                seen = events;
                last = left;
            }
            // Without the lock: looking may take its time, and the peer's reader is not to wait for it.
            if (now.length > 0 && wanted.test(now)) {
                return Outcome.HEARD;
            } else if (last) {
                return Outcome.LEFT;
            } else if (!awaitChange(seen, end)) {
                return Outcome.NOTHING;
            }
        }
    }

    private synchronized boolean awaitChange(long seen, long end) throws InterruptedException {
        long left = end - System.nanoTime();
        while (events == seen && left > 0) {
            // Rounded up: a wait of 0 ms would last for ever.
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            left = end - System.nanoTime();
        }
        return events != seen;
    }

    private void changed() {
        events++;
        notifyAll();
    }

    /** Hears nothing more; whoever waits is told. */
    @Override
    public void close() {
        forget.run();
        synchronized (this) {
            closed = true;
            changed();
        }
    }
}
