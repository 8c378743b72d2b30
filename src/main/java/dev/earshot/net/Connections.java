package dev.earshot.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endpoint's conversations, and its keeper: the one thread that tells Left, Closed, stalls and silences, and closes
 * what is overdue.
 */
final class Connections {
    private static final Logger log = LoggerFactory.getLogger(Connections.class);
    private static final int TICK_MILLIS = 200;
    private static final int SILENCE_TICK_MILLIS = 20;

    /** So many readers may have a large buffer: 32 MB, the JDK's own included. */
    private static final int LARGE_BUFFERS = 256;

    private final Map<Integer, TcpConnection> byId = new ConcurrentHashMap<>();
    private final EventSink sink;
    private final Machine machine;
    private final Writers writers;
    private final ScheduledThreadPoolExecutor keeper;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore largeBuffers = new Semaphore(LARGE_BUFFERS);

    /** Those who might have a silence to tell. Confined to the keeper. */
    private final List<SilenceWatch> watched = new ArrayList<>();

    /** What is told after the last Left, or null while further connections may come. Confined to the keeper. */
    private Event lastWord;

    /** @param name of the keeper, which is started at once; an OutOfMemoryError means that the system refused it */
    Connections(String name, EventSink sink, Limits limits, Machine machine) {
        this.sink = sink;
        this.machine = machine;
        writers = new Writers(limits.idleMillis(), machine);
        keeper = new ScheduledThreadPoolExecutor(
                1, body -> Machine.thread(name, body), new ThreadPoolExecutor.DiscardPolicy());
        keeper.scheduleWithFixedDelay(this::watch, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void start(Thread thread) {
        machine.start(thread);
    }

    /** Runs a task that may block for long, at once and beside all others; see {@link Writers#run}. */
    void write(String name, Runnable task) {
        writers.run(name, task);
    }

    void add(TcpConnection connection) {
        byId.put(connection.peer().id(), connection);
    }

    Semaphore largeBuffers() {
        return largeBuffers;
    }

    /** Looks at this every few milliseconds from now on, until it says that there is nothing to be told. */
    void watch(SilenceWatch watch) {
        execute(() -> {
            watched.add(watch);
            if (watched.size() == 1) {
                lookLater();
            }
        });
    }

    private void lookLater() {
        keeper.schedule(this::look, SILENCE_TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            watched.removeIf(watch -> !watch.look());
        } catch (RuntimeException | Error e) {
            log.error("looking for silence", e);
        }
        if (!watched.isEmpty()) {
            lookLater();
        }
    }

    /** The conversation with a peer, or null if it has left. */
    TcpConnection find(Peer peer) {
        return byId.get(peer.id());
    }

    /** Runs a short task on the keeper; none after Closed. */
    void execute(Runnable task) {
        keeper.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                log.error("keeper", e);
            }
        });
    }

    /** Tells the end of a conversation whose threads tell nothing any more. */
    void left(TcpConnection connection, Event.Left event) {
        execute(() -> {
            byId.remove(connection.peer().id());
            tell(event);
            closeIfLast();
        });
    }

    /** Closes all sockets that are open now. */
    void closeAll() {
        byId.values().forEach(TcpConnection::close);
    }

    /** To be called when nothing is added any more: closes all and tells the last word after the last Left. */
    void finish(Event event) {
        closeAll();
        execute(() -> {
            lastWord = event;
            closeIfLast();
        });
    }

    /** Stops the keeper of an endpoint that did not come to open. */
    void abandon() {
        keeper.shutdownNow();
    }

    /** Waits until the last word has been told; false if that took too long. */
    boolean awaitClosed(int millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void closeIfLast() {
        if (lastWord != null && byId.isEmpty() && closed.getCount() > 0) {
            tell(lastWord);
            closed.countDown();
            keeper.shutdown();
        }
    }

    private void watch() {
        for (TcpConnection connection : byId.values()) {
            try {
                connection.watch();
            } catch (RuntimeException | Error e) {
                log.error("watching {}", connection.peer(), e);
            }
        }
    }

    /** A sink must not throw; one that does shall not cost us the events that follow. */
    private void tell(Event event) {
        try {
            sink.on(event);
        } catch (RuntimeException | Error e) {
            log.error("telling {}", event, e);
        }
    }
}
