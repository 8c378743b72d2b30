package dev.earshot.session;

import dev.earshot.net.Peer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Collects the bytes that one peer sends, for a caller that waits for a reply. Any thread. */
public final class ReplyTap implements AutoCloseable {
    /** The greatest number of collected bytes; of more, only the latest are kept. */
    public static final int MOST = 256 * 1024;

    /** The results of waiting for a reply. */
    public enum Outcome {
        /** The expected bytes have arrived. */
        MATCHED,
        /** The time is over. */
        TIMED_OUT,
        /** The peer has ended its direction (FIN), or left. */
        LEFT,
        /** {@link #close} was called. */
        CLOSED
    }

    private final int peer;
    private final Runnable onClose;
    private byte[] received = new byte[256];
    private int length;
    private long changes; // of what await looks at
    private boolean left;
    private boolean closed;

    /** @param onClose is run when the tap is closed */
    public ReplyTap(Peer peer, Runnable onClose) {
        this.peer = peer.id();
        this.onClose = onClose;
    }

    boolean belongsTo(Peer other) {
        return peer == other.id();
    }

    /** Adds bytes that the peer has sent. */
    public synchronized void receive(byte[] bytes, int offset, int count) {
        if (length + count > MOST) {
            int kept = Math.max(0, MOST - count);
            System.arraycopy(received, length - kept, received, 0, kept);
            length = kept;
        }
        int most = Math.min(count, MOST);
        if (length + most > received.length) {
            received = Arrays.copyOf(received, Math.min(MOST, Math.max(length + most, 2 * received.length)));
        }
        System.arraycopy(bytes, offset + count - most, received, length, most);
        length += most;
        changed();
    }

    /** Ends the waiting: the peer will send nothing more. */
    public synchronized void end() {
        left = true;
        changed();
    }

    /** Discards the bytes collected until now. */
    public synchronized void clear() {
        length = 0;
    }

    /** Returns a copy of the bytes collected since {@link #clear}. */
    public synchronized byte[] received() {
        return Arrays.copyOf(received, length);
    }

    /** Waits until the bytes collected since {@link #clear} pass this test, for at most this many milliseconds. */
    public Outcome await(Predicate<byte[]> expected, long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (true) {
            byte[] bytes;
            long seen;
            boolean last;
            synchronized (this) {
                if (closed) {
                    return Outcome.CLOSED;
                }
                bytes = Arrays.copyOf(received, length);
                seen = changes;
                last = left;
            }
            // Without the lock: the test may take long, and the thread that reads from the peer must not wait for it.
            if (bytes.length > 0 && expected.test(bytes)) {
                return Outcome.MATCHED;
            } else if (last) {
                return Outcome.LEFT;
            } else if (!awaitChange(seen, end)) {
                return Outcome.TIMED_OUT;
            }
        }
    }

    private synchronized boolean awaitChange(long seen, long end) throws InterruptedException {
        long left = end - System.nanoTime();
        while (changes == seen && left > 0) {
            // Rounded up: a wait of 0 ms would last for ever.
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            left = end - System.nanoTime();
        }
        return changes != seen;
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    /** Stops collecting, and ends the waiting. */
    @Override
    public void close() {
        onClose.run();
        synchronized (this) {
            closed = true;
            changed();
        }
    }
}
