package dev.earshot.tftp;

import dev.earshot.net.EventSink;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/** The UDP socket of one transfer, which reports all its packets as events. One thread, but for {@link #wake}. */
final class TransferSocket implements Closeable {
    /** The size of the buffer in bytes: larger than any datagram, so that none is cut. */
    private static final int LARGEST = 64 * 1024;

    private final DatagramChannel channel;
    private final Selector selector;
    private final TftpPeers peers;
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    private InetSocketAddress sender;

    private TransferSocket(DatagramChannel channel, String target, EventSink sink, IntSupplier peerIds)
            throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        selector = Selector.open();
        channel.register(selector, SelectionKey.OP_READ);
        peers = new TftpPeers(sink, peerIds, (InetSocketAddress) channel.getLocalAddress(), target);
    }

    /**
     * Opens a socket on a free port, at the local address from which the server is reached.
     *
     * @param target see {@link FileRequest#target}
     */
    static TransferSocket open(InetSocketAddress server, String target, EventSink sink, IntSupplier peerIds)
            throws IOException {
        DatagramChannel channel = openChannel(server);
        try {
            channel.bind(new InetSocketAddress(ourAddress(server), 0));
            return new TransferSocket(channel, target, sink, peerIds);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns the local address that the system would send from; sends nothing. */
    private static InetAddress ourAddress(InetSocketAddress server) throws IOException {
        try (DatagramChannel probe = openChannel(server)) {
            probe.connect(server);
            return ((InetSocketAddress) probe.getLocalAddress()).getAddress();
        }
    }

    private static DatagramChannel openChannel(InetSocketAddress server) throws IOException {
        boolean ipv4 = server.getAddress().getAddress().length == 4;
        return DatagramChannel.open(ipv4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
    }

    void send(InetSocketAddress to, TftpPacket packet) throws IOException {
        byte[] bytes = PacketCodec.encode(packet);
        peers.sending(to, bytes);
        channel.send(ByteBuffer.wrap(bytes), to); // not sent at all if the system has no room: as if lost on the way
    }

    /**
     * Waits for a packet until the given time.
     *
     * @param untilNanos the time by {@link System#nanoTime}
     * @param ignored accepts the senders whose packets are ignored
     * @return false if no packet came until then, or {@link #wake} was called
     */
    boolean receive(long untilNanos, Predicate<InetSocketAddress> ignored) throws IOException {
        long start = System.nanoTime();
        for (long now = start; now - untilNanos < 0; now = System.nanoTime()) {
            buffer.clear();
            sender = (InetSocketAddress) channel.receive(buffer);
            if (sender != null && !ignored.test(sender)) {
                peers.received(sender, buffer.array(), buffer.position(), System.nanoTime() - start);
                return true;
            } else if (sender == null && !awaitReadable((untilNanos - now) / 1_000_000 + 1)) {
                return false;
            }
        }
        return false;
    }

    /** Returns the sender of the packet that was received last. */
    InetSocketAddress sender() {
        return sender;
    }

    /** Decodes the packet that was received last. */
    TftpPacket packet() {
        return PacketCodec.decode(buffer.array(), 0, buffer.position());
    }

    /** Ends the present or the next waiting. Any thread; does nothing once the socket is closed. */
    void wake() {
        selector.wakeup();
    }

    private boolean awaitReadable(long millis) throws IOException {
        int ready = selector.select(millis);
        selector.selectedKeys().clear();
        return ready > 0;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
        peers.end();
    }
}
