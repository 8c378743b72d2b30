package dev.earshot.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives an endpoint's datagrams and reports each. Confined to the reader, but for {@link #stop}. */
final class UdpReceiver {
    private static final Logger log = LoggerFactory.getLogger(UdpReceiver.class);

    /** The time between two checks for idle peers and dropped datagrams, in milliseconds. */
    private static final int CHECK_MILLIS = 500;

    /** The number of datagrams that are received from one socket before the next socket gets its turn. */
    private static final int BATCH = 64;

    /** The pause after an error, which would otherwise come again at once. */
    private static final long PAUSE_NANOS = 5_000_000;

    private static final int LARGEST = 65_536;

    private final UdpSockets sockets;
    private final UdpPeers peers;
    private final EventSink sink;
    private final Function<InetSocketAddress, UdpPeer> peerAt;
    private final KernelDrops drops;
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(LARGEST);
    private final byte[] buffer = new byte[LARGEST];
    private long checkedAt = System.nanoTime();
    private boolean failing;
    private volatile boolean stopped;

    /** @param peerAt returns the peer at an address, or null if the endpoint is closed */
    UdpReceiver(
            UdpSockets sockets,
            UdpPeers peers,
            EventSink sink,
            Function<InetSocketAddress, UdpPeer> peerAt,
            KernelDrops drops) {
        this.sockets = sockets;
        this.peers = peers;
        this.sink = sink;
        this.peerAt = peerAt;
        this.drops = drops;
    }

    /** Makes {@link #run} return; any thread. */
    void stop() {
        stopped = true;
        sockets.selector().wakeup();
    }

    /** Receives until it is stopped; leaves the sockets open. */
    void run() {
        while (!stopped) {
            try {
                sockets.selector().select(this::receiveFrom, CHECK_MILLIS);
                peers.evict(this::receiveLast);
                checkRegularly();
            } catch (IOException | RuntimeException | Error e) {
                log.error("receiving", e); // a sink that throws must not cost the datagrams that follow
            }
        }
        reportDrops();
    }

    private void receiveFrom(SelectionKey key) {
        receiveFrom((DatagramChannel) key.channel(), (UdpPeer) key.attachment());
    }

    /** @param peer whose own socket this is, or null */
    private void receiveFrom(DatagramChannel channel, UdpPeer peer) {
        try {
            for (int i = 0; i < BATCH && !stopped && receive(channel); i++) {
                // until there is none
            }
            failing = false;
        } catch (PortUnreachableException e) {
            reportUnreachable(peer);
        } catch (IOException e) {
            reportFailure(e);
        }
    }

    /** Receives one datagram; returns false if there is none. */
    private boolean receive(DatagramChannel channel) throws IOException {
        datagram.clear();
        InetSocketAddress from = (InetSocketAddress) channel.receive(datagram);
        UdpPeer peer = from == null ? null : peerAt.apply(from);
        if (peer == null) {
            return false;
        }
        int length = datagram.flip().limit();
        datagram.get(buffer, 0, length);
        peer.unreachable = false;
        sink.on(new Event.Received(peer.peer, buffer, 0, length, 0));
        return true;
    }

    /** Reports the datagrams that have come from a leaving peer, and closes its own socket. */
    private void receiveLast(UdpPeer peer) {
        DatagramChannel errorChannel = peer.errorChannel;
        if (errorChannel != null) {
            receiveFrom(errorChannel, peer);
            sockets.unwatch(peer);
        }
    }

    /** Reports that the peer's port is closed (ICMP), once until a datagram comes from it. */
    private void reportUnreachable(UdpPeer peer) {
        if (peer != null && !peer.unreachable) {
            peer.unreachable = true;
            sink.on(UdpNote.UNREACHABLE.about(peer.peer));
        }
    }

    private void reportFailure(IOException error) {
        if (!failing && !stopped) {
            failing = true;
            log.warn("receiving fails", error);
            sink.on(UdpNote.RECEIVE_FAILING.note(CloseReason.describe(error)));
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void checkRegularly() {
        long now = System.nanoTime();
        if (now - checkedAt >= TimeUnit.MILLISECONDS.toNanos(CHECK_MILLIS)) {
            checkedAt = now;
            peers.evictIdle(this::receiveLast);
            reportDrops();
        }
    }

    private void reportDrops() {
        long dropped = drops.countNew();
        if (dropped > 0) {
            sink.on(UdpNote.DROPPED.note(dropped));
        }
    }
}
