package dev.earshot.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An endpoint's TCP conversations: begun here, found here by their peers, and told here that they have ended, on the
 * keeper. Orders about a peer that has left do nothing.
 */
final class Connections implements Conversations {
    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    /** So many readers may have a large buffer: 32 MB, the JDK's own included. */
    private static final int LARGE_BUFFERS = 256;

    private final Map<Integer, TcpConnection> byId = new ConcurrentHashMap<>();
    private final IntSupplier peerIds;
    private final TimeLimits limits;
    private final SystemCalls machine;
    private final Consumer<Peer> ending;
    private final WriterThreads writers;
    private final Housekeeper keeper = new Housekeeper();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore largeBuffers = new Semaphore(LARGE_BUFFERS);
    private volatile EventSink sink;

    /** Nothing is added any more. Guarded by byId. */
    private boolean complete;

    /** What is told after the last Left, or null while further connections may come. Confined to the keeper. */
    private Event lastWord;

    /** @param peerIds gives each peer its number, on any thread */
    Connections(IntSupplier peerIds, TimeLimits limits, SystemCalls machine) {
        this(peerIds, limits, machine, peer -> {});
    }

    /** @param ending is told of a peer whose conversation is about to be ended by {@link #disconnect} or {@link #abort} */
    Connections(IntSupplier peerIds, TimeLimits limits, SystemCalls machine, Consumer<Peer> ending) {
        this.peerIds = peerIds;
        this.limits = limits;
        this.machine = machine;
        this.ending = ending;
        writers = new WriterThreads(limits.idleMillis(), machine);
    }

    /**
     * Starts the keeper under this name; once.
     *
     * @throws IOException if the system has no thread for it
     */
    void open(String name, EventSink sink) throws IOException {
        this.sink = sink;
        keeper.start(name, this::watch);
    }

    Housekeeper keeper() {
        return keeper;
    }

    void start(Thread thread) {
        machine.start(thread);
    }

    /** Runs a task that may block for long, at once and beside all others; see {@link WriterThreads#run}. */
    void write(String name, Runnable task) {
        writers.run(name, task);
    }

    Semaphore largeBuffers() {
        return largeBuffers;
    }

    /**
     * Begins a conversation over a connected socket.
     *
     * @param before learns with whom, before anything is told
     * @return false if it is too late for that; the socket is closed then
     */
    boolean adopt(Socket socket, Transport transport, Consumer<Peer> before) {
        promptly(socket);
        InetSocketAddress local = (InetSocketAddress) socket.getLocalSocketAddress();
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        Peer peer = new Peer(peerIds.getAsInt(), local, remote, transport);
        TcpConnection connection = new TcpConnection(peer, socket, sink, limits, this);
        if (!add(connection)) {
            connection.close();
            return false;
        }
        try {
            before.accept(peer);
            sink.on(new Event.Joined(peer));
        } finally {
            // Whatever happens above, only a reader can end what has been added.
            connection.start();
        }
        return true;
    }

    /** An answer that a person typed goes out at once instead of waiting for the acknowledgement of the one before. */
    private static void promptly(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
        } catch (SocketException e) {
            // Some systems refuse options on a connection that was reset before it was accepted; its reader will tell.
            log.debug("no TCP_NODELAY for {}", socket, e);
        }
    }

    private boolean add(TcpConnection connection) {
        synchronized (byId) {
            if (!complete) {
                byId.put(connection.peer().id(), connection);
            }
            return !complete;
        }
    }

    @Override
    public boolean send(Peer peer, byte[] bytes, Origin origin) {
        TcpConnection connection = byId.get(peer.id());
        return connection != null && connection.send(bytes, origin);
    }

    @Override
    public boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException {
        TcpConnection connection = byId.get(peer.id());
        return connection != null && connection.awaitRoom(bytes, millis);
    }

    @Override
    public long waiting(Peer peer) {
        TcpConnection connection = byId.get(peer.id());
        return connection == null ? 0 : connection.waiting();
    }

    @Override
    public void finishSending(Peer peer) {
        order(peer, TcpConnection::finishSending);
    }

    @Override
    public void disconnect(Peer peer) {
        ending.accept(peer);
        order(peer, TcpConnection::disconnect);
    }

    @Override
    public void abort(Peer peer) {
        ending.accept(peer);
        order(peer, TcpConnection::abort);
    }

    /** Has one conversation do something, unless its peer has left. */
    void order(Peer peer, Consumer<TcpConnection> order) {
        TcpConnection connection = byId.get(peer.id());
        if (connection != null) {
            order.accept(connection);
        }
    }

    /** Tells the end of a conversation whose threads tell nothing any more. */
    void left(TcpConnection connection, Event.Left event) {
        keeper.execute(() -> {
            byId.remove(connection.peer().id());
            tell(event);
            closeIfLast();
        });
    }

    /** Closes all sockets that are open now. */
    void closeAll() {
        byId.values().forEach(TcpConnection::close);
    }

    /** Lets nothing be added any more, closes all and tells the last word after the last Left. */
    void finish(Event event) {
        synchronized (byId) {
            complete = true;
        }
        closeAll();
        keeper.execute(() -> {
            lastWord = event;
            closeIfLast();
        });
    }

    /** Stops the keeper of an endpoint that did not come to open. */
    void abandon() {
        keeper.end();
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
            keeper.end();
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
