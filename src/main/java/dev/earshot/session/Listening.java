package dev.earshot.session;

import dev.earshot.net.Addresses;
import dev.earshot.net.Endpoint;
import dev.earshot.net.EventSink;
import dev.earshot.net.ListenAddress;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpServer;
import dev.earshot.session.Status.State;
import java.io.IOException;
import java.util.Collection;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session's endpoint and the commands to it. They return at once and are carried out in their order on the thread
 * {@code open}; what comes of a command that is not the latest one is not shown any more.
 */
final class Listening {
    private static final Logger log = LoggerFactory.getLogger(Listening.class);

    private final Function<Endpoint, EventSink> sink;
    private final Runnable changed;
    private final AtomicInteger peerIds = new AtomicInteger();
    private final ExecutorService commands = thread("open");
    private volatile Status status = new Status(State.CLOSED, "", null);
    private volatile TcpServer endpoint;
    private volatile boolean everOpen;
    private volatile int latest; // written under the monitor of commands

    /**
     * One that is closed.
     *
     * @param sink what an endpoint tells its events
     * @param changed is run whenever the status is another one
     */
    Listening(Function<Endpoint, EventSink> sink, Runnable changed) {
        this.sink = sink;
        this.changed = changed;
    }

    static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    Status status() {
        return status;
    }

    /** Whether anybody could ever have joined. */
    boolean everOpen() {
        return everOpen;
    }

    /** Whether anybody ever joined. */
    boolean everJoined() {
        return peerIds.get() > 0;
    }

    void listen(ListenAddress address) {
        int command = next(new Status(State.OPENING, address.text(), null));
        commands.execute(() -> {
            closeEndpoint();
            if (command == latest) {
                open(address, command);
            }
        });
    }

    void stop() {
        int command = next(new Status(State.CLOSING, status.address(), null));
        commands.execute(() -> {
            closeEndpoint();
            become(command, new Status(State.CLOSED, status.address(), null));
        });
    }

    boolean send(Peer peer, byte[] bytes, String origin) {
        TcpServer open = endpoint;
        return open != null && open.send(peer, bytes, origin);
    }

    /** Waits until so many bytes fit; false if they do not after so many milliseconds, or never will. */
    boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException {
        TcpServer open = endpoint;
        return open != null && open.awaitRoom(peer, bytes, millis);
    }

    void disconnect(Collection<Peer> peers) {
        TcpServer open = endpoint;
        if (open != null) {
            commands.execute(() -> peers.forEach(open::disconnect));
        }
    }

    void abort(Collection<Peer> peers) {
        TcpServer open = endpoint;
        if (open != null) {
            commands.execute(() -> peers.forEach(open::abort));
        }
    }

    /** Bytes that were given to be sent to this peer and are still waiting. */
    long waiting(Peer peer) {
        TcpServer open = endpoint;
        return open == null ? 0 : open.waiting(peer);
    }

    /** Closes for good; {@code then} is run when everybody has left. */
    void end(Runnable then) {
        commands.execute(this::closeEndpoint);
        commands.execute(then);
        commands.shutdown();
    }

    /** Waits for what {@link #end} has begun; false if that took too long. */
    boolean awaitEnd(int seconds) throws InterruptedException {
        return commands.awaitTermination(seconds, TimeUnit.SECONDS);
    }

    private void open(ListenAddress address, int command) {
        TcpServer server = new TcpServer(address, peerIds::incrementAndGet);
        try {
            server.open(sink.apply(server));
            endpoint = server;
            everOpen = true;
            become(command, new Status(State.OPEN, Addresses.text(server.local()), null));
        } catch (IOException e) {
            log.info("{} cannot be opened: {}", address.text(), e.toString());
            failed(address, command, e);
        } catch (RuntimeException | Error e) {
            log.error("opening {}", address.text(), e);
            failed(address, command, new IOException(e.toString(), e));
        }
    }

    private void failed(ListenAddress address, int command, IOException why) {
        become(command, new Status(State.FAILED, address.text(), ListenAddress.listenFailed(address, why)));
    }

    private void closeEndpoint() {
        TcpServer open = endpoint;
        if (open != null) {
            endpoint = null;
            open.close();
        }
    }

    /** Numbers a command; from now on what comes of earlier ones is of no interest. */
    private int next(Status begun) {
        int command;
        synchronized (commands) {
            command = ++latest;
            status = begun;
        }
        changed.run();
        return command;
    }

    private void become(int command, Status reached) {
        synchronized (commands) {
            if (command != latest) {
                return;
            }
            status = reached;
        }
        changed.run();
    }
}
