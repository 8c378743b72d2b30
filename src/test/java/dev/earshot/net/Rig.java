package dev.earshot.net;

import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An open TCP server on a free loopback port, its recording sink and its clients. */
public final class Rig implements AutoCloseable {
    /** The usual limits, but a long time until a stall, because most tests are not about that. */
    static final TimeLimits LIMITS = new TimeLimits(new HalfClose(3_000, 3_000), 1_000, 60_000, 1_000);

    final RecordingSink sink;
    final TcpServer server;
    final InetSocketAddress address;
    private final List<Socket> clients = new ArrayList<>();
    private final Map<Peer, Socket> known = new ConcurrentHashMap<>();

    Rig() {
        this(LIMITS);
    }

    Rig(TimeLimits limits) {
        this(limits, new RecordingSink(), SystemCalls.REAL);
    }

    Rig(TimeLimits limits, RecordingSink sink, SystemCalls system) {
        this(limits, sink, system, new Admission(ClientLimits.STANDARD));
    }

    Rig(TimeLimits limits, RecordingSink sink, SystemCalls system, Admission admission) {
        this(limits, sink, system, admission, null);
    }

    Rig(TimeLimits limits, RecordingSink sink, SystemCalls system, Admission admission, TlsOnDemand later) {
        this.sink = sink;
        Connections connections = new Connections(new AtomicInteger()::incrementAndGet, limits, system);
        connections.encryptLaterBy(later);
        server = new TcpServer(listen("127.0.0.1", 0), system, connections, admission);
        try {
            server.open(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = (InetSocketAddress) sink.await(Event.Opened.class).local();
    }

    /** Returns an IPv4 address of this computer that others reach, if it has one. */
    public static Optional<InetAddress> ownAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }

    public static ListenAddress listen(String host, int port) {
        try {
            return new ListenAddress(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Socket connect() throws IOException {
        Socket client = new Socket();
        clients.add(client);
        client.setSoTimeout(20_000);
        client.connect(address, 20_000);
        return client;
    }

    /** Connects a client with a very small receive buffer. */
    Socket connectSlowReader() throws IOException {
        Socket client = new Socket();
        clients.add(client);
        client.setReceiveBufferSize(4096);
        client.setSoTimeout(20_000);
        client.connect(address, 20_000);
        return client;
    }

    /** Returns the server's peer for a client, which may have the port of an earlier client that has left. */
    Peer peer(Socket client) {
        return sink.await(Event.Joined.class, joined -> isAbout(joined.peer(), client))
                .peer();
    }

    private boolean isAbout(Peer peer, Socket client) {
        if (!peer.remote().equals(client.getLocalSocketAddress())) {
            return false;
        }
        Socket owner = known.putIfAbsent(peer, client);
        return owner == null || owner == client;
    }

    static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
