package dev.earshot.net;

import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP server: any number of peers on one listening address. Its methods may be called on any thread, {@link #close}
 * not from within the sink; {@code package-info} names its threads.
 */
public final class TcpServer implements Endpoint {
    /** The id of this kind of endpoint in events and captures. */
    public static final String KIND = "TCP_SERVER";

    private static final Logger log = LoggerFactory.getLogger(TcpServer.class);

    /**
     * The number of connections that may wait to be accepted. Of 1,000 clients that connect at once some wait 10 s if
     * it is 50, and none at this value; the system cuts it to its own maximum.
     */
    private static final int BACKLOG = 4096;

    private static final int CLOSE_MILLIS = 3_000;

    private final ListenAddress address;
    private final SystemCalls system;
    private final Connections connections;
    private final Admission admission;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private ServerSocket server;
    private volatile InetSocketAddress local;

    /** Creates a server that keeps clients that have finished sending for {@link HalfClose#AUTOMATIC}. */
    public TcpServer(ListenAddress address, IntSupplier peerIds) {
        this(address, HalfClose.AUTOMATIC, peerIds);
    }

    /**
     * @param halfClose how long clients that have finished sending are kept
     * @param peerIds gives each peer its number; asked on any thread
     */
    public TcpServer(ListenAddress address, HalfClose halfClose, IntSupplier peerIds) {
        this(address, halfClose, TlsSides.NONE, peerIds);
    }

    /** @param tls whether the connections are encrypted */
    public TcpServer(ListenAddress address, HalfClose halfClose, TlsSides tls, IntSupplier peerIds) {
        this(address, halfClose, TcpLayers.of(tls), ClientLimits.STANDARD, peerIds);
    }

    /**
     * @param layers what changes its connections
     * @param limits protect it from its clients
     */
    public TcpServer(
            ListenAddress address, HalfClose halfClose, TcpLayers layers, ClientLimits limits, IntSupplier peerIds) {
        this(
                address,
                layers.over(SystemCalls.REAL),
                new Connections(peerIds, TimeLimits.with(halfClose), SystemCalls.REAL),
                new Admission(limits));
        connections.encryptLaterBy(layers.tls().onDemand());
    }

    /** @param connections takes the accepted connections; it may have other ones as well */
    TcpServer(ListenAddress address, SystemCalls system, Connections connections) {
        this(address, system, connections, new Admission(ClientLimits.STANDARD));
    }

    TcpServer(ListenAddress address, SystemCalls system, Connections connections, Admission admission) {
        this.address = address;
        this.system = system;
        this.connections = connections;
        this.admission = admission;
        connections.admitBy(admission);
    }

    @Override
    public void open(EventSink sink) throws IOException {
        local = start(sink);
        try {
            sink.on(new Event.Opened(local));
            system.opened(sink);
        } finally {
            opened.countDown();
        }
    }

    /** Returns the address that it listens on, with the port that the system assigned; null before it is open. */
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public void close() {
        synchronized (this) {
            stop.countDown();
            if (server == null) {
                return;
            }
        }
        SystemCalls.close(server);
        connections.closeAll();
        if (!connections.awaitClosed(CLOSE_MILLIS)) {
            log.warn("{} is closed, but its sink has not taken everything yet", address);
        }
    }

    @Override
    public Conversations conversations() {
        return connections;
    }

    /** Binds the server socket and starts both threads; undoes everything if one of the three fails. */
    private synchronized InetSocketAddress start(EventSink sink) throws IOException {
        if (server != null || stop.getCount() == 0) {
            throw new SocketException("opened or closed before");
        }
        ServerSocket bound = bind();
        try {
            InetSocketAddress local = new InetSocketAddress(address.address().getAddress(), bound.getLocalPort());
            connections.open("keep :" + local.getPort(), sink);
            system.start(Background.leanThread("listen :" + local.getPort(), () -> listen(bound, sink, local)));
            watchAddress(local);
            server = bound;
            return local;
        } catch (IOException | OutOfMemoryError e) {
            connections.abandon();
            SystemCalls.close(bound);
            throw new IOException(e.getMessage(), e);
        }
    }

    private void watchAddress(InetSocketAddress local) {
        if (AddressWatch.isNeeded(local.getAddress(), system)) {
            AddressWatch watch = new AddressWatch(local, system, connections::reportLater);
            connections.housekeeper().repeat(watch::look, AddressWatch.PERIOD_MILLIS);
        }
    }

    private ServerSocket bind() throws IOException {
        ServerSocket socket = system.serverSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address.address(), BACKLOG);
            return socket;
        } catch (IOException | RuntimeException e) {
            SystemCalls.close(socket);
            throw e;
        }
    }

    private void listen(ServerSocket bound, EventSink sink, InetSocketAddress local) {
        try {
            opened.await();
            AcceptLoop loop = new AcceptLoop(bound, system, sink, admission, stop);
            loop.run(stream -> connections.adopt(stream, Transport.TCP_IN, peer -> {}));
        } catch (InterruptedException e) {
            log.error("nobody interrupts the listen thread", e);
        } finally {
            connections.finish(new Event.Closed(local));
        }
    }
}
