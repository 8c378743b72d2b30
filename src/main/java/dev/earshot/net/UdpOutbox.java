package dev.earshot.net;

import dev.earshot.net.Event.Reason;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Datagrams on their way to the peers of one endpoint, bounded by their bytes, and what is to be told in the same order:
 * a peer's Left stands behind its datagrams. Filled by any thread, emptied by the one writer.
 */
final class UdpOutbox {
    /** A datagram counts as this much more, so that empty ones are bounded too. */
    private static final int OVERHEAD = 64;

    private static final int MOST_FOR_ALL = 16 * Outbox.CAPACITY;

    /** One of the two is null: a datagram to this peer, or an event to be told. */
    record Item(UdpPeer to, OutgoingPiece datagram, Event event) {}

    private final Map<Integer, UdpPeer> present = new ConcurrentHashMap<>();
    private final Queue<Item> queue = new ArrayDeque<>();
    private long waiting;
    private boolean ended;

    /** From now on something can go to this peer; false if the endpoint is closed. */
    synchronized boolean welcome(UdpPeer peer) {
        if (!ended) {
            present.put(peer.peer.id(), peer);
        }
        return !ended;
    }

    /** The peer, or null if it has left. */
    UdpPeer find(Peer peer) {
        return present.get(peer.id());
    }

    synchronized boolean offer(UdpPeer to, OutgoingPiece datagram) {
        int cost = datagram.bytes().length + OVERHEAD;
        if (ended || to.leaving || !fits(to, cost)) {
            return false;
        }
        to.usedAt = System.nanoTime();
        to.waiting += cost;
        waiting += cost;
        queue.add(new Item(to, datagram, null));
        notifyAll();
        return true;
    }

    private boolean fits(UdpPeer to, int cost) {
        return to.waiting + cost <= Outbox.CAPACITY && waiting + cost <= MOST_FOR_ALL;
    }

    synchronized boolean awaitRoom(UdpPeer to, int bytes, int millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!ended && !to.leaving && !fits(to, bytes + OVERHEAD)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return !ended && !to.leaving;
    }

    synchronized long waiting(UdpPeer to) {
        return to.waiting;
    }

    /** Lets the writer tell something, which a caller who must not wait for the sink cannot. */
    synchronized void tell(Event event) {
        if (!ended) {
            queue.add(new Item(null, null, event));
            notifyAll();
        }
    }

    /**
     * Accepts nothing more to this peer and lets its Left be told after what is in. From the caller's view nothing more
     * comes from it.
     *
     * @param discard whether what is in is thrown away
     */
    synchronized void leave(UdpPeer peer, Reason why, boolean discard) {
        if (peer.leaving) {
            return;
        }
        peer.leaving = true;
        long lost = discard ? discard(peer) : 0;
        queue.add(new Item(peer, null, new Event.Left(peer.peer, why, lost, "")));
        notifyAll();
    }

    private long discard(UdpPeer peer) {
        long lost = 0;
        for (Iterator<Item> items = queue.iterator(); items.hasNext(); ) {
            Item item = items.next();
            if (item.to() == peer && item.datagram() != null) {
                items.remove();
                gone(peer, item.datagram());
                lost += item.datagram().bytes().length;
            }
        }
        return lost;
    }

    /** Throws away what is in, lets everybody leave, and ends the writer after it has told this, if it is not null. */
    synchronized void end(Event last) {
        for (UdpPeer peer : present.values()) {
            leave(peer, Reason.CLOSED_HERE, true);
        }
        if (last != null) {
            queue.add(new Item(null, null, last));
        }
        ended = true;
        notifyAll();
    }

    /** Whether everything is over but for what the writer has still to tell. */
    synchronized boolean ended() {
        return ended;
    }

    /** What to do next; null: there will be nothing more. */
    synchronized Item take() throws InterruptedException {
        while (queue.isEmpty() && !ended) {
            wait();
        }
        return queue.poll();
    }

    /** The datagram that was taken has been sent, or was lost. */
    synchronized void gone(UdpPeer to, OutgoingPiece datagram) {
        int cost = datagram.bytes().length + OVERHEAD;
        to.waiting -= cost;
        waiting -= cost;
        notifyAll();
    }

    /** Its Left has been told. */
    void forget(UdpPeer peer) {
        present.remove(peer.peer.id());
    }
}
