package dev.earshot.net;

import dev.earshot.net.Event.Reason;
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

/** Who is there at a UDP endpoint. Peers come on any thread and go on the reader, so that nothing is told of who has gone. */
final class UdpPeers {
    /** When there are too many, so large a part of them leaves at once: to find out who has a price. */
    private static final int PART = 16;

    /** How long a peer was not used, as it was then. */
    private record Aged(UdpPeer peer, long nanos) {}

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
     * The peer at this address; one that was not there joins. Not told of before its Joined was.
     *
     * @param locals which of our addresses talks to a peer's
     * @return null if the endpoint is closed
     */
    UdpPeer meet(InetSocketAddress remote, UnaryOperator<InetAddress> locals, int port, EventSink sink) {
        UdpPeer known = byAddress.get(remote);
        if (known == null) {
            known = join(remote, locals, port, sink);
        }
        if (known != null) {
            known.usedAt = System.nanoTime();
        }
        return known;
    }

    /** Under the lock, also while it is told: whoever asks for the same address meanwhile waits until it was. */
    private synchronized UdpPeer join(
            InetSocketAddress remote, UnaryOperator<InetAddress> locals, int port, EventSink sink) {
        UdpPeer known = byAddress.get(remote);
        if (known != null) {
            return known;
        }
        InetSocketAddress local = new InetSocketAddress(locals.apply(remote.getAddress()), port);
        UdpPeer fresh = new UdpPeer(new Peer(peerIds.getAsInt(), local, remote, Transport.UDP));
        if (!outbox.welcome(fresh)) {
            return null;
        }
        sink.on(new Event.Joined(fresh.peer));
        byAddress.put(remote, fresh);
        return fresh;
    }

    /**
     * Lets everybody leave, behind the Joined of one that is just joining; nobody joins from then on.
     *
     * @param last what is told at the end
     */
    synchronized void end(Event last) {
        outbox.end(last);
    }

    /** Asks the reader to let a peer go; any thread. */
    void dismiss(Peer peer, boolean discard) {
        dismissals.add(new Dismissal(peer, discard));
    }

    /**
     * Lets those go who were dismissed, and where there are too many, those who were used longest ago. Reader only.
     *
     * @param farewell is told who goes, just before
     */
    void tidy(Consumer<UdpPeer> farewell) {
        for (Dismissal next = dismissals.poll(); next != null; next = dismissals.poll()) {
            UdpPeer peer = outbox.find(next.peer());
            if (peer != null) {
                leave(peer, Reason.CLOSED_HERE, next.discard(), farewell);
            }
        }
        if (byAddress.size() > limits.mostPeers()) {
            long now = System.nanoTime();
            List<Aged> all = new ArrayList<>();
            byAddress.values().forEach(peer -> all.add(new Aged(peer, now - peer.usedAt)));
            all.sort(Comparator.comparingLong(Aged::nanos).reversed());
            int most = limits.mostPeers() - limits.mostPeers() / PART;
            for (Aged oldest : all.subList(0, all.size() - most)) {
                leave(oldest.peer(), Reason.DISPLACED, false, farewell);
            }
        }
    }

    /** Lets those go whom nothing came from or went to for long. Reader only. */
    void forgetIdle(Consumer<UdpPeer> farewell) {
        long now = System.nanoTime();
        for (UdpPeer peer : byAddress.values()) {
            if (now - peer.usedAt >= TimeUnit.MILLISECONDS.toNanos(limits.idleMillis())) {
                leave(peer, Reason.IDLE, false, farewell);
            }
        }
    }

    private void leave(UdpPeer peer, Reason why, boolean discard, Consumer<UdpPeer> farewell) {
        farewell.accept(peer);
        byAddress.remove(peer.peer.remote(), peer);
        outbox.leave(peer, why, discard);
    }
}
