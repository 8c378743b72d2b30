package dev.earshot.net.udp;

import dev.earshot.net.AddressWatch;
import dev.earshot.net.CloseReason;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports each datagram that was taken off an endpoint's sockets. Confined to one thread, but for {@link #stop} and
 * {@link #wake}.
 */
final class UdpReceiver {
    private static final Logger log = LoggerFactory.getLogger(UdpReceiver.class);

    /** The time between two checks for idle peers and dropped datagrams, in milliseconds. */
    private static final int CHECK_MILLIS = 500;

    private static final int CHECKS_PER_LOOK = AddressWatch.PERIOD_MILLIS / CHECK_MILLIS;

    private final DatagramQueue queue = new DatagramQueue();
    private final UdpIntake intake;
    private final UdpSockets sockets;
    private final UdpPeers peers;
    private final EventSink sink;
    private final Function<InetSocketAddress, UdpPeer> peerAt;
    private final KernelDrops drops;
    private final Runnable addressWatch;
    private long checkedAt = System.nanoTime();
    private int checks;

    /**
     * @param peerAt returns the peer at an address, or null if the endpoint is closed
     * @param addressWatch looks whether the endpoint's address is still there
     */
    UdpReceiver(
            UdpSockets sockets,
            UdpPeers peers,
            EventSink sink,
            Function<InetSocketAddress, UdpPeer> peerAt,
            KernelDrops drops,
            Runnable addressWatch) {
        this.sockets = sockets;
        this.peers = peers;
        this.sink = sink;
        this.peerAt = peerAt;
        this.drops = drops;
        this.addressWatch = addressWatch;
        intake = new UdpIntake(sockets, queue);
    }

    /** Returns what takes the datagrams off the sockets, for a thread of its own. */
    UdpIntake intake() {
        return intake;
    }

    /** Makes {@link #run} return, once all that was taken is reported; any thread. */
    void stop() {
        intake.stop();
    }

    /** Lets the dismissed peers leave now; any thread. */
    void wake() {
        queue.wake();
    }

    /** Reports until it is stopped; leaves the sockets open. */
    void run() throws InterruptedException {
        while (!queue.isExhausted()) {
            try {
                reportNext(CHECK_MILLIS);
                if (peers.hasDismissedOrTooMany()) {
                    intake.pause(this::evict);
                }
                checkRegularly();
            } catch (RuntimeException | Error e) {
                log.error("receiving", e); // a sink that throws must not cost the datagrams that follow
            }
        }
        reportDrops();
    }

    /** Removes peers between two datagrams: what came from them before is reported first. */
    private void evict() {
        reportWaiting();
        peers.evict(this::receiveLast);
    }

    private void evictIdle() {
        reportWaiting();
        peers.evictIdle(this::receiveLast);
    }

    /** Reports the datagrams that have come from a leaving peer, and closes its own socket. */
    private void receiveLast(UdpPeer peer) {
        intake.takeFrom(peer);
        reportWaiting();
        sockets.unwatch(peer);
    }

    private void reportWaiting() {
        try {
            while (reportNext(0)) {
                // until there is none
            }
        } catch (InterruptedException e) {
            log.error("nobody interrupts this thread", e);
        }
    }

    /** Reports the next datagrams; returns false if none has come in this time. */
    private boolean reportNext(int millis) throws InterruptedException {
        DatagramQueue.Block block = queue.take(millis);
        if (block == null) {
            return false;
        }
        try {
            for (int i = 0; i < block.count(); i++) {
                report(block, i);
            }
        } finally {
            queue.release(block);
        }
        return true;
    }

    private void report(DatagramQueue.Block block, int i) {
        try {
            Object sender = block.sender(i);
            if (sender instanceof InetSocketAddress from) {
                reportDatagram(peerAt.apply(from), block.bytes, block.offset(i), block.length(i));
            } else if (sender instanceof UdpPeer peer) {
                reportUnreachable(peer);
            } else if (sender instanceof IOException error) {
                sink.on(UdpNote.RECEIVE_FAILING.note(CloseReason.describe(error)));
            }
        } catch (RuntimeException | Error e) {
            log.error("reporting", e);
        }
    }

    private void reportDatagram(UdpPeer peer, byte[] bytes, int offset, int length) {
        if (peer != null) {
            peer.unreachable = false;
            sink.on(new Event.Received(peer.peer, bytes, offset, length, 0));
        }
    }

    /** Reports that the peer's port is closed (ICMP), once until a datagram comes from it. */
    private void reportUnreachable(UdpPeer peer) {
        if (!peer.unreachable) {
            peer.unreachable = true;
            sink.on(UdpNote.UNREACHABLE.about(peer.peer));
        }
    }

    private void checkRegularly() {
        long now = System.nanoTime();
        if (now - checkedAt >= TimeUnit.MILLISECONDS.toNanos(CHECK_MILLIS)) {
            checkedAt = now;
            if (peers.hasIdle()) {
                intake.pause(this::evictIdle);
            }
            reportDrops();
            if (++checks % CHECKS_PER_LOOK == 0) {
                addressWatch.run();
            }
        }
    }

    private void reportDrops() {
        long dropped = drops.countNew();
        if (dropped > 0) {
            sink.on(UdpNote.DROPPED.note(dropped));
        }
    }
}
