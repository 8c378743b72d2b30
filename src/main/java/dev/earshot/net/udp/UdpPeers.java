package dev.earshot.net.udp;

import dev.earshot.net.Event;
import dev.earshot.net.Event.Reason;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/** The present peers of a UDP endpoint. They join on any thread and leave on the reader, which then reports no more. */
final class UdpPeers {
    /** If there are too many peers, this part of them (a sixteenth) leaves at once: to find the oldest costs time. */
    private static final int LEAVING_PART = 16;

    /** A peer with its idle time at one moment. */
    private record IdlePeer(UdpPeer peer, long nanos) {}

    private record Dismissal(Peer peer, boolean discard) {}

    private final Map<InetSocketAddress, UdpPeer> byAddress = new ConcurrentHashMap<>();
    private final Queue<Dismissal> dismissals = new ConcurrentLinkedQueue<>();
    private final UdpOutbox outbox;
    private final IntSupplier peerIds;
    private final UdpLimits limits;

    UdpPeers(UdpOutbox outbox, IntSupplier peerIds, UdpLimits limits) {
        this.outbox = outbox;
        this.peerIds = peerIds;
        this.limits = limits;
    }

    /**
     * Returns the peer at this address; a new one joins, and its Joined is reported before this returns.
     *
     * @param localFor gives our address for a peer's address
     * @return null if the endpoint is closed
     */
    UdpPeer findOrJoin(InetSocketAddress remote, UnaryOperator<InetAddress> localFor, int port, EventSink sink) {
        UdpPeer known = byAddress.get(remote);
        if (known == null) {
            known = join(remote, localFor, port, sink);
        }
        if (known != null) {
            known.usedAt = System.nanoTime();
        }
        return known;
    }

    /** Holds the lock while Joined is reported, so that other callers for the same address wait for that. */
    private synchronized UdpPeer join(
            InetSocketAddress remote, UnaryOperator<InetAddress> localFor, int port, EventSink sink) {
        UdpPeer known = byAddress.get(remote);
        if (known != null) {
            return known;
        }
        InetSocketAddress local = new InetSocketAddress(localFor.apply(remote.getAddress()), port);
        UdpPeer joined = new UdpPeer(new Peer(peerIds.getAsInt(), local, remote, Transport.UDP));
        if (!outbox.add(joined)) {
            return null;
        }
        sink.on(new Event.Joined(joined.peer));
        byAddress.put(remote, joined);
        return joined;
    }

    /**
     * Lets all peers leave, after the Joined of a peer that is just joining; no peer joins from then on.
     *
     * @param last the last event
     */
    synchronized void end(Event last) {
        outbox.end(last);
    }

    /** Asks the reader to remove a peer; any thread. */
    void dismiss(Peer peer, boolean discard) {
        dismissals.add(new Dismissal(peer, discard));
    }

    /** Whether there is something to do for {@link #evict}. Reader only. */
    boolean hasDismissedOrTooMany() {
        return !dismissals.isEmpty() || byAddress.size() > limits.mostPeers();
    }

    /** Whether there is something to do for {@link #evictIdle}. Reader only. */
    boolean hasIdle() {
        long now = System.nanoTime();
        return byAddress.values().stream().anyMatch(peer -> isIdle(peer, now));
    }

    private boolean isIdle(UdpPeer peer, long now) {
        return now - peer.usedAt >= TimeUnit.MILLISECONDS.toNanos(limits.idleMillis());
    }

    /**
     * Removes the dismissed peers and, if there are too many, those used longest ago. Reader only.
     *
     * @param beforeLeaving receives each peer just before it leaves
     */
    void evict(Consumer<UdpPeer> beforeLeaving) {
        for (Dismissal next = dismissals.poll(); next != null; next = dismissals.poll()) {
            UdpPeer peer = outbox.find(next.peer());
            if (peer != null) {
                leave(peer, Reason.CLOSED_HERE, next.discard(), beforeLeaving);
            }
        }
        if (byAddress.size() > limits.mostPeers()) {
            long now = System.nanoTime();
            List<IdlePeer> all = new ArrayList<>();
            byAddress.values().forEach(peer -> all.add(new IdlePeer(peer, now - peer.usedAt)));
            all.sort(Comparator.comparingLong(IdlePeer::nanos).reversed());
            int most = limits.mostPeers() - limits.mostPeers() / LEAVING_PART;
            for (IdlePeer oldest : all.subList(0, all.size() - most)) {
                leave(oldest.peer(), Reason.DISPLACED, false, beforeLeaving);
            }
        }
    }

    /** Removes the peers that have been idle for too long. Reader only. */
    void evictIdle(Consumer<UdpPeer> beforeLeaving) {
        long now = System.nanoTime();
        for (UdpPeer peer : byAddress.values()) {
            if (isIdle(peer, now)) {
                leave(peer, Reason.IDLE, false, beforeLeaving);
            }
        }
    }

    private void leave(UdpPeer peer, Reason why, boolean discard, Consumer<UdpPeer> beforeLeaving) {
        beforeLeaving.accept(peer);
        byAddress.remove(peer.peer.remote(), peer);
        outbox.leave(peer, why, discard);
    }
}
