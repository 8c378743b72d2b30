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

/** Receives an endpoint's datagrams and tells each. Confined to the reader, but for what is said to be for any thread. */
final class UdpReceiver {
    private static final Logger log = LoggerFactory.getLogger(UdpReceiver.class);

    /** Between two looks at who is idle and at what the system has dropped. */
    private static final int TICK_MILLIS = 500;

    /** So many datagrams of one socket are taken before the others are looked at. */
    private static final int BATCH = 64;

    /** After an error, which would else come again at once. */
    private static final long PAUSE_NANOS = 5_000_000;

    private static final int LARGEST = 65_536;

    private final UdpSockets sockets;
    private final UdpPeers peers;
    private final EventSink sink;
    private final Function<InetSocketAddress, UdpPeer> meet;
    private final KernelDrops drops;
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(LARGEST);
    private final byte[] buffer = new byte[LARGEST];
    private long tickedAt = System.nanoTime();
    private boolean failing;
    private volatile boolean stopped;

    /** @param meet gives the peer at an address, or null when it is over */
    UdpReceiver(
            UdpSockets sockets,
            UdpPeers peers,
            EventSink sink,
            Function<InetSocketAddress, UdpPeer> meet,
            KernelDrops drops) {
        this.sockets = sockets;
        this.peers = peers;
        this.sink = sink;
        this.meet = meet;
        this.drops = drops;
    }

    /** Makes {@link #run} return; any thread. */
    void stop() {
        stopped = true;
        sockets.arrivals().wakeup();
    }

    /** Returns when it was stopped; the sockets are still open then. */
    void run() {
        while (!stopped) {
            try {
                sockets.arrivals().select(this::ready, TICK_MILLIS);
                peers.tidy(this::farewell);
                tick();
            } catch (IOException | RuntimeException | Error e) {
                log.error("receiving", e); // a sink that throws shall not cost the datagrams that follow
            }
        }
        tellDrops();
    }

    private void ready(SelectionKey key) {
        ready((DatagramChannel) key.channel(), (UdpPeer) key.attachment());
    }

    /** @param peer whose own socket this is, or null */
    private void ready(DatagramChannel channel, UdpPeer peer) {
        try {
            for (int i = 0; i < BATCH && !stopped && receive(channel); i++) {
                // until there is nothing
            }
            failing = false;
        } catch (PortUnreachableException e) {
            unreachable(peer);
        } catch (IOException e) {
            failed(e);
        }
    }

    /** One datagram; false if there is none. */
    private boolean receive(DatagramChannel channel) throws IOException {
        datagram.clear();
        InetSocketAddress from = (InetSocketAddress) channel.receive(datagram);
        UdpPeer peer = from == null ? null : meet.apply(from);
        if (peer == null) {
            return false;
        }
        int length = datagram.flip().limit();
        datagram.get(buffer, 0, length);
        peer.unreachable = false;
        sink.on(new Event.Received(peer.peer, buffer, 0, length, 0));
        return true;
    }

    /** The peer goes, and first what it has said. */
    private void farewell(UdpPeer peer) {
        DatagramChannel ear = peer.ear;
        if (ear != null) {
            ready(ear, peer);
            sockets.unwatch(peer);
        }
    }

    /** ICMP says that nobody has that port; the next datagram may find somebody. Told once. */
    private void unreachable(UdpPeer peer) {
        if (peer != null && !peer.unreachable) {
            peer.unreachable = true;
            sink.on(UdpNote.UNREACHABLE.about(peer.peer));
        }
    }

    private void failed(IOException error) {
        if (!failing && !stopped) {
            failing = true;
            log.warn("receiving fails", error);
            sink.on(UdpNote.RECEIVE_FAILING.note(CloseReason.describe(error)));
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void tick() {
        long now = System.nanoTime();
        if (now - tickedAt >= TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS)) {
            tickedAt = now;
            peers.forgetIdle(this::farewell);
            tellDrops();
        }
    }

    private void tellDrops() {
        long dropped = drops.countNew();
        if (dropped > 0) {
            sink.on(UdpNote.DROPPED.note(dropped));
        }
    }
}
