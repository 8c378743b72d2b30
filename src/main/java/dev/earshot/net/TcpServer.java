package dev.earshot.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
    private static final Logger log = LoggerFactory.getLogger(TcpServer.class);

    /** 1,000 clients that connect at once wait 10 s at 50 and none at this; the system cuts it to its own maximum. */
    private static final int BACKLOG = 4096;

    private static final int CLOSE_MILLIS = 3_000;

    private final ListenAddress address;
    private final IntSupplier peerIds;
    private final Limits limits;
    private final Machine machine;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch stop = new CountDownLatch(1);
    private ServerSocket server;
    private volatile Connections connections;
    private volatile InetSocketAddress local;

    /** @param peerIds gives each peer its number; asked on the listen thread only */
    public TcpServer(ListenAddress address, IntSupplier peerIds) {
        this(address, peerIds, Limits.STANDARD, Machine.REAL);
    }

    TcpServer(ListenAddress address, IntSupplier peerIds, Limits limits, Machine machine) {
        this.address = address;
        this.peerIds = peerIds;
        this.limits = limits;
        this.machine = machine;
    }

    @Override
    public void open(EventSink sink) throws IOException {
        local = start(sink);
        try {
            sink.on(new Event.Opened(local));
        } finally {
            opened.countDown();
        }
    }

    /** Where it listens, with the port that the system gave; null before it is open. */
    public InetSocketAddress local() {
        return local;
    }

    @Override
    public boolean send(Peer peer, byte[] bytes, String origin) {
        TcpConnection connection = find(peer);
        return connection != null && connection.send(bytes, origin);
    }

    @Override
    public boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException {
        TcpConnection connection = find(peer);
        return connection != null && connection.awaitRoom(bytes, millis);
    }

    @Override
    public void disconnect(Peer peer) {
        TcpConnection connection = find(peer);
        if (connection != null) {
            connection.disconnect();
        }
    }

    @Override
    public void abort(Peer peer) {
        TcpConnection connection = find(peer);
        if (connection != null) {
            connection.abort();
        }
    }

    @Override
    public long waiting(Peer peer) {
        TcpConnection connection = find(peer);
        return connection == null ? 0 : connection.waiting();
    }

    @Override
    public void close() {
        synchronized (this) {
            stop.countDown();
            if (connections == null) {
                return;
            }
        }
        closeQuietly(server);
        connections.closeAll();
        if (!connections.awaitClosed(CLOSE_MILLIS)) {
            log.warn("{} is closed, but its sink has not taken everything yet", address);
        }
    }

    /** Binds and starts both threads; nothing stays behind if one of the three fails. */
    private synchronized InetSocketAddress start(EventSink sink) throws IOException {
        if (connections != null || stop.getCount() == 0) {
            throw new SocketException("opened or closed before");
        }
        server = bind();
        InetSocketAddress local = new InetSocketAddress(address.address().getAddress(), server.getLocalPort());
        Connections started = null;
        try {
            started = new Connections("keep :" + local.getPort(), sink, limits, machine);
            connections = started;
            machine.start(Machine.thread("listen :" + local.getPort(), () -> listen(sink, local)));
            return local;
        } catch (OutOfMemoryError e) {
            if (started != null) {
                started.abandon();
            }
            connections = null;
            closeQuietly(server);
            throw new IOException(e.getMessage(), e);
        }
    }

    private ServerSocket bind() throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(address.address(), BACKLOG);
            return socket;
        } catch (IOException | RuntimeException e) {
            closeQuietly(socket);
            throw e;
        }
    }

    private void listen(EventSink sink, InetSocketAddress local) {
        try {
            opened.await();
            new AcceptLoop(server, machine, sink, stop).run(socket -> adopt(socket, sink));
        } catch (InterruptedException e) {
            log.error("nobody interrupts the listen thread", e);
        } finally {
            connections.finish(new Event.Closed(local));
        }
    }

    private void adopt(Socket socket, EventSink sink) {
        promptly(socket);
        InetSocketAddress local = (InetSocketAddress) socket.getLocalSocketAddress();
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        Peer peer = new Peer(peerIds.getAsInt(), local, remote);
        TcpConnection connection = new TcpConnection(peer, socket, sink, limits, connections);
        connections.add(connection);
        try {
            sink.on(new Event.Joined(peer));
        } finally {
            // Whatever happens above, only a reader can end what has been added.
            connection.start();
        }
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

    private TcpConnection find(Peer peer) {
        Connections open = connections;
        return open == null ? null : open.find(peer);
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("closing {}", socket, e);
        }
    }
}
