package dev.earshot.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the messages that have ended, of all peers together and of each peer until long after it has left. Written by
 * one thread at a time, read by any.
 */
final class MessageCounts {
    /** The most peers that are still counted after they have left, more than anybody lists. */
    private static final int MOST_GONE = 256;

    /** The count of one direction of one peer, or of all peers. Read by any thread. */
    static final class Count {
        private final AtomicLong messages = new AtomicLong();
        private final Count all;

        private Count(Count all) {
            this.all = all;
        }

        /** Adds ended messages; without a fence, as there is only one writer. */
        void add(int ended) {
            messages.lazySet(messages.get() + ended);
            if (all != null) {
                all.add(ended);
            }
        }
    }

    private record CountPair(Count received, Count sent) {
        Count of(Row.Kind kind) {
            return kind == Row.Kind.RECEIVED ? received : sent;
        }
    }

    private final CountPair all = new CountPair(new Count(null), new Count(null));
    private final Map<Integer, CountPair> byPeer = new ConcurrentHashMap<>();
    private final Deque<Integer> gone = new ArrayDeque<>();

    /** Returns the counter of this peer's messages of a kind, which is not EVENT. */
    Count of(int peer, Row.Kind kind) {
        return byPeer.computeIfAbsent(peer, id -> new CountPair(new Count(all.received), new Count(all.sent)))
                .of(kind);
    }

    void peerLeft(int peer) {
        gone.add(peer);
        if (gone.size() > MOST_GONE) {
            byPeer.remove(gone.remove());
        }
    }

    /** Returns the number of a peer's messages of a kind; 0 also if the peer left long ago. */
    long get(int peer, Row.Kind kind) {
        CountPair counts = byPeer.get(peer);
        return counts == null ? 0 : counts.of(kind).messages.get();
    }

    /** Returns the number of all peers' messages of a kind. */
    long get(Row.Kind kind) {
        return all.of(kind).messages.get();
    }
}
