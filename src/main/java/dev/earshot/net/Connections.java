package dev.earshot.net;

import dev.earshot.net.address.Addresses;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TCP conversations of an endpoint, found by their peers. It begins them and reports their ends on the housekeeper.
 * Does nothing for a peer that has left.
 */
final class Connections implements Conversations {
    private static final Logger log = LoggerFactory.getLogger(Connections.class);

    /** The number of readers that may have a large buffer: 32 MB in all, including the JDK's own buffers. */
    private static final int LARGE_BUFFERS = 256;

    private final Map<Integer, TcpConnection> byId = new ConcurrentHashMap<>();
    private final IntSupplier peerIds;
    private final TimeLimits limits;
    private final SystemCalls system;
    private final Consumer<Peer> beforeEnd;
    private final WriterThreads writers;
    private final Housekeeper housekeeper = new Housekeeper();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Semaphore largeBuffers = new Semaphore(LARGE_BUFFERS);
    private final AtomicInteger busyReaders = new AtomicInteger();
    private final HalfClosedConversations halfClosed;
    private volatile EventSink sink;
    private volatile TlsOnDemand tlsOnDemand;
    private volatile Admission admission = new Admission(ClientLimits.STANDARD);

    /** Whether no conversation can be added any more. Guarded by byId. */
    private boolean closing;

    /**
     * The event to report after the last Left, or null while more connections may come. Confined to the housekeeper.
     */
    private Event lastEvent;

    /** @param peerIds gives each peer its number, on any thread */
    Connections(IntSupplier peerIds, TimeLimits limits, SystemCalls system) {
        this(peerIds, limits, system, peer -> {});
    }

    /** @param beforeEnd receives the peer before {@link #disconnect} or {@link #abort} ends its conversation */
    Connections(IntSupplier peerIds, TimeLimits limits, SystemCalls system, Consumer<Peer> beforeEnd) {
        this.peerIds = peerIds;
        this.limits = limits;
        this.system = system;
        this.beforeEnd = beforeEnd;
        halfClosed = new HalfClosedConversations(limits.halfClose());
        writers = new WriterThreads(limits.idleMillis(), system);
    }

    /** Lets this decide on the conversations that others begin; called before {@link #open}. */
    void admitBy(Admission decider) {
        admission = decider;
    }

    /** Lets conversations be encrypted later with this, or with null not at all; called before {@link #open}. */
    void encryptLaterBy(TlsOnDemand tls) {
        tlsOnDemand = tls;
    }

    Admission admission() {
        return admission;
    }

    /**
     * Starts the housekeeper's thread under this name; once.
     *
     * @throws IOException if the system has no thread for it
     */
    void open(String name, EventSink sink) throws IOException {
        this.sink = sink;
        housekeeper.start(name, this::watch);
    }

    Housekeeper housekeeper() {
        return housekeeper;
    }

    void start(Thread thread) {
        system.start(thread);
    }

    WriterThreads writers() {
        return writers;
    }

    HalfClosedConversations halfClosed() {
        return halfClosed;
    }

    Semaphore largeBuffers() {
        return largeBuffers;
    }

    /** Returns the number of busy readers, which their {@link ReadModerator}s share. */
    AtomicInteger busyReaders() {
        return busyReaders;
    }

    /**
     * Begins a conversation over a connection.
     *
     * @param before receives the new peer before any event about it is reported
     * @return false if the endpoint is being closed; the socket is closed then
     */
    boolean adopt(TcpStream stream, Transport transport, Consumer<Peer> before) {
        Socket socket = stream.socket();
        SystemCalls.setNoDelay(socket);
        InetSocketAddress local = (InetSocketAddress) socket.getLocalSocketAddress();
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        Peer peer = new Peer(peerIds.getAsInt(), local, remote, transport);
        TcpConnection connection = new TcpConnection(peer, stream, sink, limits, this);
        if (!add(connection)) {
            connection.close();
            return false;
        }
        try {
            before.accept(peer);
            sink.on(new Event.Joined(peer));
        } finally {
            // Even if the sink throws: only a reader can end an added conversation.
            connection.start();
        }
        return true;
    }

    private boolean add(TcpConnection connection) {
        synchronized (byId) {
            if (!closing) {
                byId.put(connection.peer().id(), connection);
            }
            return !closing;
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
    public boolean lacksThread(Peer peer) {
        TcpConnection connection = byId.get(peer.id());
        return connection != null && connection.lacksThread();
    }

    @Override
    public long waitingBytes(Peer peer) {
        TcpConnection connection = byId.get(peer.id());
        return connection == null ? 0 : connection.waitingBytes();
    }

    @Override
    public void finishSending(Peer peer) {
        order(peer, TcpConnection::finishSending);
    }

    @Override
    public void startTls(Peer peer) {
        order(peer, connection -> connection.startTls().request(tlsOnDemand));
    }

    @Override
    public void disconnect(Peer peer) {
        beforeEnd.accept(peer);
        order(peer, TcpConnection::disconnect);
    }

    @Override
    public void abort(Peer peer) {
        beforeEnd.accept(peer);
        order(peer, TcpConnection::abort);
    }

    /** Runs an order on the conversation with a peer, unless the peer has left. */
    void order(Peer peer, Consumer<TcpConnection> order) {
        TcpConnection connection = byId.get(peer.id());
        if (connection != null) {
            order.accept(connection);
        }
    }

    /** Reports the end of a conversation whose threads report nothing any more. */
    void left(TcpConnection connection, Event.Left event) {
        housekeeper.execute(() -> {
            byId.remove(connection.peer().id());
            if (connection.peer().transport() == Transport.TCP_IN) {
                admission.left(Addresses.ip(connection.peer().remote()));
            }
            report(event);
            closeIfLast();
        });
    }

    /** Reports an event, unless its peer has left before: nothing is reported after the Left. */
    void reportLater(Event event) {
        Peer about = event instanceof Event.Note note ? note.peer() : null;
        housekeeper.execute(() -> {
            if (about == null || byId.containsKey(about.id())) {
                report(event);
            }
        });
    }

    /** Closes all present conversations. */
    void closeAll() {
        byId.values().forEach(TcpConnection::close);
    }

    /** Closes all conversations, adds no more, and reports this event after the last Left. */
    void finish(Event event) {
        synchronized (byId) {
            closing = true;
        }
        closeAll();
        housekeeper.execute(() -> {
            lastEvent = event;
            closeIfLast();
        });
    }

    /** Ends the housekeeper of an endpoint that could not be opened. */
    void abandon() {
        housekeeper.end();
    }

    /** Waits until the last event has been reported; returns false if that takes longer. */
    boolean awaitClosed(int millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void closeIfLast() {
        if (lastEvent != null && byId.isEmpty() && closed.getCount() > 0) {
            report(lastEvent);
            closed.countDown();
            housekeeper.end();
        }
    }

    private void watch() {
        admission.reportEnds(this::report);
        for (TcpConnection connection : byId.values()) {
            try {
                connection.watch();
            } catch (RuntimeException | Error e) {
                log.error("watching {}", connection.peer(), e);
            }
        }
    }

    /** Reports an event and logs any exception, so that a sink that throws does not cost the next events. */
    private void report(Event event) {
        try {
            sink.on(event);
        } catch (RuntimeException | Error e) {
            log.error("telling {}", event, e);
        }
    }
}
