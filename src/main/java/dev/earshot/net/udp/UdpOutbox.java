package dev.earshot.net.udp;

import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Event.Reason;
import dev.earshot.net.OutgoingPiece;
import dev.earshot.net.Peer;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A bounded queue of an endpoint's datagrams to send, and of events to report in the same order. A peer's Left comes
 * behind its datagrams. Filled by any thread, emptied by the one writer.
 */
final class UdpOutbox {
    /** The bytes that each datagram counts in addition, so that the number of empty ones is bounded too. */
    private static final int OVERHEAD = 64;

    private static final int MOST_FOR_ALL = 16 * Endpoint.MOST_WAITING;

    /** A datagram to a peer or an event to report; the other one is null. */
    record Item(UdpPeer to, OutgoingPiece datagram, Event event) {}

    private final Map<Integer, UdpPeer> present = new ConcurrentHashMap<>();
    private final Queue<Item> queue = new ArrayDeque<>();
    private long waiting;
    private boolean ended;

    /** Adds a peer to which datagrams can be sent; returns false if the endpoint is closed. */
    synchronized boolean add(UdpPeer peer) {
        if (!ended) {
            present.put(peer.peer.id(), peer);
        }
        return !ended;
    }

    /** Returns the state of a peer, or null if it has left. */
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
        return to.waiting + cost <= Endpoint.MOST_WAITING && waiting + cost <= MOST_FOR_ALL;
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

    synchronized long waitingBytes(UdpPeer to) {
        return to.waiting;
    }

    /** Queues an event that the writer reports, for callers that must not wait for the sink. */
    synchronized void report(Event event) {
        if (!ended) {
            queue.add(new Item(null, null, event));
            notifyAll();
        }
    }

    /**
     * Accepts nothing more to this peer and queues its Left behind its datagrams. The caller has seen to it that no
     * more events come from the peer.
     *
     * @param discard whether to discard its queued datagrams
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
                release(peer, item.datagram());
                lost += item.datagram().bytes().length;
            }
        }
        return lost;
    }

    /** Discards all datagrams, lets all peers leave, and ends the writer after the last event, if that is not null. */
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

    /** Returns whether the outbox is closed; the writer may still have events to report. */
    synchronized boolean isEnded() {
        return ended;
    }

    /** Waits for the next item; returns null at the end. */
    synchronized Item take() throws InterruptedException {
        while (queue.isEmpty() && !ended) {
            wait();
        }
        return queue.poll();
    }

    /** Releases the room of a datagram that has been sent or was lost. */
    synchronized void release(UdpPeer to, OutgoingPiece datagram) {
        int cost = datagram.bytes().length + OVERHEAD;
        to.waiting -= cost;
        waiting -= cost;
        notifyAll();
    }

    /** Removes a peer whose Left has been reported. */
    void remove(UdpPeer peer) {
        present.remove(peer.peer.id());
    }
}
