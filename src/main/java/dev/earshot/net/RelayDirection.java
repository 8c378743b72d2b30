package dev.earshot.net;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forwards the bytes of one direction of a relayed connection. Without a delay the reader of the sending side forwards
 * them and waits for room. With a delay a separate thread does that, and the reader waits only if a full outbox of
 * bytes is under way.
 */
final class RelayDirection {
    private static final Logger log = LoggerFactory.getLogger(RelayDirection.class);

    static final Origin ORIGIN = new Origin(OriginKind.RELAY);

    /** The time between two checks whether it is closed. */
    private static final int SLICE_MILLIS = 200;

    /** A delayed delivery and the time at which it is due. */
    private record Delivery(int bytes, Runnable body, long dueNanos) {}

    private final Runnable startDelayer;
    private final Conversations conversations;
    private final EventSink sink;
    private final RelayOptions.Path path;
    private final Runnable cut;
    private final Queue<Delivery> deliveries = new ArrayDeque<>();
    private long underWay;
    private boolean delaying;
    private volatile boolean closed;

    /** The number of forwarded bytes. Confined to the reader of the sending side. */
    private long forwarded;

    /**
     * @param threads starts a thread
     * @param cut runs after the last byte that may pass, or if forwarding fails
     */
    RelayDirection(
            String name,
            SystemCalls threads,
            Conversations conversations,
            EventSink sink,
            RelayOptions.Path path,
            Runnable cut) {
        this.startDelayer = () -> threads.start(Background.leanThread(name, this::deliverDelayed));
        this.conversations = conversations;
        this.sink = sink;
        this.path = path;
        this.cut = cut;
    }

    /** Forwards bytes, which must not change; blocks while there is no room for them. */
    void forward(Peer from, Peer to, byte[] bytes) {
        long remaining = remaining();
        if (remaining == 0) {
            return;
        }
        byte[] wanted = bytes.length > remaining ? Arrays.copyOf(bytes, (int) remaining) : bytes;
        forwarded += wanted.length;
        schedule(wanted.length, () -> deliver(to, wanted));
        if (remaining() == 0) {
            schedule(0, () -> {
                sink.on(RelayNote.CUT_AFTER.about(from, path.cutAfter()));
                cut.run();
            });
        }
    }

    /** Returns the number of bytes that may still pass. */
    private long remaining() {
        return path.cutAfter() == 0 ? Long.MAX_VALUE : path.cutAfter() - forwarded;
    }

    /** Forwards the end of the sending side (FIN). */
    void finish(Peer to) {
        if (remaining() > 0) {
            schedule(0, () -> {
                conversations.finishSending(to);
                close();
            });
        }
    }

    /** Ends all waiting and discards what is under way. */
    synchronized void close() {
        closed = true;
        deliveries.clear();
        notifyAll();
    }

    private void schedule(int bytes, Runnable body) {
        if (path.delayMillis() == 0) {
            body.run();
            return;
        }
        try {
            add(new Delivery(bytes, body, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(path.delayMillis())));
        } catch (OutOfMemoryError e) {
            log.warn("no thread that delays", e);
            cut.run();
        } catch (InterruptedException e) {
            log.error("nobody interrupts a reader", e);
        }
    }

    private synchronized void add(Delivery delivery) throws InterruptedException {
        while (!closed && underWay > 0 && underWay + delivery.bytes() > Outbox.CAPACITY) {
            wait();
        }
        if (closed) {
            return;
        }
        if (!delaying) {
            startDelayer.run();
            delaying = true;
        }
        underWay += delivery.bytes();
        deliveries.add(delivery);
        notifyAll();
    }

    private void deliverDelayed() {
        try {
            for (Delivery next = awaitDue(); next != null; next = awaitDue()) {
                next.body().run();
                release(next);
            }
        } catch (InterruptedException e) {
            log.error("nobody interrupts what delays", e);
        } catch (RuntimeException | Error e) {
            log.error("relaying", e);
            cut.run();
        }
    }

    /** Waits until the next delivery is due; returns null once it is closed. */
    private synchronized Delivery awaitDue() throws InterruptedException {
        while (!closed) {
            Delivery next = deliveries.peek();
            long early = next == null ? 0 : next.dueNanos() - System.nanoTime();
            if (next != null && early <= 0) {
                return deliveries.poll();
            }
            // Rounded up: a wait of 0 ms would last for ever.
            wait(next == null ? 0 : TimeUnit.NANOSECONDS.toMillis(early) + 1);
        }
        return null;
    }

    private synchronized void release(Delivery delivery) {
        underWay -= delivery.bytes();
        notifyAll();
    }

    private void deliver(Peer to, byte[] bytes) {
        boolean mayFit = true;
        while (mayFit && !closed && !conversations.send(to, bytes, ORIGIN)) {
            mayFit = awaitRoom(to, bytes.length);
        }
    }

    /** Waits for a short time; returns false if there will never be room, because the peer has left. */
    private boolean awaitRoom(Peer to, int bytes) {
        long start = System.nanoTime();
        try {
            return conversations.awaitRoom(to, bytes, SLICE_MILLIS) || millisSince(start) >= SLICE_MILLIS - 1;
        } catch (InterruptedException e) {
            log.error("nobody interrupts a reader", e);
            return false;
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
