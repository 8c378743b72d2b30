package dev.earshot.net.udp;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.RecordingSink;
import dev.earshot.net.Rig;
import dev.earshot.net.SystemCalls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An open UDP endpoint on a free port, its recording sink and the sockets of other programs. */
public final class UdpRig implements AutoCloseable {
    public final RecordingSink sink;
    public final UdpEndpoint endpoint;
    public final InetSocketAddress address;
    private final List<DatagramSocket> others = new ArrayList<>();

    public UdpRig() {
        this("127.0.0.1", UdpLimits.STANDARD, new RecordingSink());
    }

    public UdpRig(String host, UdpLimits limits, RecordingSink sink) {
        this.sink = sink;
        AtomicInteger ids = new AtomicInteger();
        endpoint = new UdpEndpoint(Rig.listen(host, 0), false, ids::incrementAndGet, limits, SystemCalls.REAL);
        try {
            endpoint.open(sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        address = (InetSocketAddress) sink.await(Event.Opened.class).local();
    }

    /** Opens the socket of another program. */
    DatagramSocket other() throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(loopback(), 0));
        others.add(socket);
        socket.setSoTimeout(20_000);
        socket.setReceiveBufferSize(1 << 20);
        return socket;
    }

    private InetAddress loopback() throws IOException {
        return InetAddress.getByName(address.getAddress().getAddress().length == 4 ? "127.0.0.1" : "::1");
    }

    void send(DatagramSocket from, byte[] bytes) throws IOException {
        InetSocketAddress to = new InetSocketAddress(loopback(), address.getPort());
        from.send(new DatagramPacket(bytes, bytes.length, to));
    }

    static byte[] receive(DatagramSocket at) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
        at.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }

    /** Returns the endpoint's peer for a socket that has sent a datagram. */
    Peer peer(DatagramSocket other) {
        return sink.await(Event.Joined.class, joined -> joined.peer().remote().equals(other.getLocalSocketAddress()))
                .peer();
    }

    @Override
    public void close() {
        endpoint.close();
        others.forEach(DatagramSocket::close);
    }
}
