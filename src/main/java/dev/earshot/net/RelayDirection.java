package dev.earshot.net;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One direction of a relay's link. What comes is passed on by the reader of the side that sends, which waits where it
 * must; or, where everything shall take longer, by a thread of its own, and then that reader waits only when so much is
 * under way as an outbox holds.
 */
final class RelayDirection {
    private static final Logger log = LoggerFactory.getLogger(RelayDirection.class);

    static final Origin ORIGIN = new Origin(OriginKind.RELAY);

    /** Between two looks at whether it is over. */
    private static final int SLICE_MILLIS = 200;

    /** A delivery and the time at which it is due. */
    private record Step(int bytes, Runnable body, long dueNanos) {}

    private final Runnable delayer;
    private final Conversations conversations;
    private final EventSink sink;
    private final RelayOptions.Path path;
    private final Runnable cut;
    private final Queue<Step> steps = new ArrayDeque<>();
    private long underWay;
    private boolean delaying;
    private volatile boolean closed;

    /** Confined to the reader of the side that sends. */
    private long passed;

    /**
     * @param threads starts a thread
     * @param cut is run when so much has passed that it shall end, or when it cannot go on
     */
    RelayDirection(
            String name,
            SystemCalls threads,
            Conversations conversations,
            EventSink sink,
            RelayOptions.Path path,
            Runnable cut) {
        this.delayer = () -> threads.start(Background.leanThread(name, this::delay));
        this.conversations = conversations;
        this.sink = sink;
        this.path = path;
        this.cut = cut;
    }

    /** Passes bytes on, which nobody changes; blocks while there is no room for them. */
    void pass(Peer from, Peer to, byte[] bytes) {
        long left = left();
        if (left == 0) {
            return;
        }
        byte[] wanted = bytes.length > left ? Arrays.copyOf(bytes, (int) left) : bytes;
        passed += wanted.length;
        later(wanted.length, () -> deliver(to, wanted));
        if (left() == 0) {
            later(0, () -> {
                sink.on(RelayNote.CUT_AFTER.about(from, path.cutAfter()));
                cut.run();
            });
        }
    }

    /** How many bytes more may pass. */
    private long left() {
        return path.cutAfter() == 0 ? Long.MAX_VALUE : path.cutAfter() - passed;
    }

    /** The side that sends has finished. */
    void finish(Peer to) {
        if (left() > 0) {
            later(0, () -> {
                conversations.finishSending(to);
                close();
            });
        }
    }

    /** Lets nobody wait any more; what is still under way is lost. */
    synchronized void close() {
        closed = true;
        steps.clear();
        notifyAll();
    }

    private void later(int bytes, Runnable body) {
        if (path.delayMillis() == 0) {
            body.run();
            return;
        }
        try {
            add(new Step(bytes, body, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(path.delayMillis())));
        } catch (OutOfMemoryError e) {
            log.warn("no thread that delays", e);
            cut.run();
        } catch (InterruptedException e) {
            log.error("nobody interrupts a reader", e);
        }
    }

    private synchronized void add(Step step) throws InterruptedException {
        while (!closed && underWay > 0 && underWay + step.bytes() > Outbox.CAPACITY) {
            wait();
        }
        if (closed) {
            return;
        }
        if (!delaying) {
            delayer.run();
            delaying = true;
        }
        underWay += step.bytes();
        steps.add(step);
        notifyAll();
    }

    private void delay() {
        try {
            for (Step next = due(); next != null; next = due()) {
                next.body().run();
                arrived(next);
            }
        } catch (InterruptedException e) {
            log.error("nobody interrupts what delays", e);
        } catch (RuntimeException | Error e) {
            log.error("relaying", e);
            cut.run();
        }
    }

    /** Waits for the next step's time; null when it is over. */
    private synchronized Step due() throws InterruptedException {
        while (!closed) {
            Step next = steps.peek();
            long early = next == null ? 0 : next.dueNanos() - System.nanoTime();
            if (next != null && early <= 0) {
                return steps.poll();
            }
            // Rounded up: a wait of 0 ms would last for ever.
            wait(next == null ? 0 : TimeUnit.NANOSECONDS.toMillis(early) + 1);
        }
        return null;
    }

    private synchronized void arrived(Step step) {
        underWay -= step.bytes();
        notifyAll();
    }

    private void deliver(Peer to, byte[] bytes) {
        boolean there = true;
        while (there && !closed && !conversations.send(to, bytes, ORIGIN)) {
            there = awaitRoom(to, bytes.length);
        }
    }

    /** For a while; false if there never will be any, for the peer has left. */
    private boolean awaitRoom(Peer to, int bytes) {
        long begun = System.nanoTime();
        try {
            return conversations.awaitRoom(to, bytes, SLICE_MILLIS) || millisSince(begun) >= SLICE_MILLIS - 1;
        } catch (InterruptedException e) {
            log.error("nobody interrupts a reader", e);
            return false;
        }
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
