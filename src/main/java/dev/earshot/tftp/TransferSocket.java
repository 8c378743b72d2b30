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

/** The UDP socket of one transfer. Tells of all that goes through it. One thread, but for {@link #wake}. */
final class TransferSocket implements Closeable {
    /** More than any datagram has, so that none is cut and taken for whole. */
    private static final int LARGEST = 64 * 1024;

    private final DatagramChannel channel;
    private final Selector selector;
    private final TftpPeers told;
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    private InetSocketAddress from;

    private TransferSocket(DatagramChannel channel, String target, EventSink sink, IntSupplier peerIds)
            throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        selector = Selector.open();
        channel.register(selector, SelectionKey.OP_READ);
        told = new TftpPeers(sink, peerIds, (InetSocketAddress) channel.getLocalAddress(), target);
    }

    /**
     * A socket on a port of its own, at the address of this computer from which the server is reached.
     *
     * @param target what is fetched, in words
     */
    static TransferSocket towards(InetSocketAddress server, String target, EventSink sink, IntSupplier peerIds)
            throws IOException {
        DatagramChannel channel = open(server);
        try {
            channel.bind(new InetSocketAddress(ourAddress(server), 0));
            return new TransferSocket(channel, target, sink, peerIds);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** What the system would send from; nothing is sent for that. */
    private static InetAddress ourAddress(InetSocketAddress server) throws IOException {
        try (DatagramChannel probe = open(server)) {
            probe.connect(server);
            return ((InetSocketAddress) probe.getLocalAddress()).getAddress();
        }
    }

    private static DatagramChannel open(InetSocketAddress server) throws IOException {
        boolean four = server.getAddress().getAddress().length == 4;
        return DatagramChannel.open(four ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
    }

    void send(InetSocketAddress to, TftpPacket packet) throws IOException {
        byte[] bytes = PacketBytes.of(packet);
        told.sending(to, bytes);
        channel.send(ByteBuffer.wrap(bytes), to); // not sent at all if the system has no room: as if lost on the way
    }

    /**
     * Waits for a packet until this time.
     *
     * @param ignored from whom nothing is taken
     * @return false if none came until then, or {@link #wake} was called
     */
    boolean receive(long untilNanos, Predicate<InetSocketAddress> ignored) throws IOException {
        long begun = System.nanoTime();
        for (long now = begun; now - untilNanos < 0; now = System.nanoTime()) {
            buffer.clear();
            from = (InetSocketAddress) channel.receive(buffer);
            if (from != null && !ignored.test(from)) {
                told.received(from, buffer.array(), buffer.position(), System.nanoTime() - begun);
                return true;
            } else if (from == null && !awaitReadable((untilNanos - now) / 1_000_000 + 1)) {
                return false;
            }
        }
        return false;
    }

    /** Who has sent what was received last. */
    InetSocketAddress from() {
        return from;
    }

    /** What was received last. */
    TftpPacket packet() {
        return PacketBytes.read(buffer.array(), 0, buffer.position());
    }

    /** Ends waiting, now or the next time. Any thread; does nothing to a closed one. */
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
        told.end();
    }
}
