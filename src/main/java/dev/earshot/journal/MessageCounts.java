package dev.earshot.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many messages have ended, of all peers and of each one that is there or was among the latest to leave. Written by
 * one thread at a time, read by any.
 */
final class MessageCounts {
    /** More than anybody lists. */
    private static final int MOST_GONE = 256;

    /** One direction of one peer, or of all. Read by any thread. */
    static final class Count {
        private final AtomicLong messages = new AtomicLong();
        private final Count all;

        private Count(Count all) {
            this.all = all;
        }

        /** Without a fence, for there is only one writer. */
        void add(int ended) {
            messages.lazySet(messages.get() + ended);
            if (all != null) {
                all.add(ended);
            }
        }
    }

    private record Both(Count received, Count sent) {
        Count of(Row.Kind kind) {
            return kind == Row.Kind.RECEIVED ? received : sent;
        }
    }

    private final Both all = new Both(new Count(null), new Count(null));
    private final Map<Integer, Both> byPeer = new ConcurrentHashMap<>();
    private final Deque<Integer> gone = new ArrayDeque<>();

    /** Returns the counter of this peer's messages of a kind, which is not EVENT. */
    Count of(int peer, Row.Kind kind) {
        return byPeer.computeIfAbsent(peer, id -> new Both(new Count(all.received), new Count(all.sent)))
                .of(kind);
    }

    void left(int peer) {
        gone.add(peer);
        if (gone.size() > MOST_GONE) {
            byPeer.remove(gone.remove());
        }
    }

    /** How many there are; 0 also if the peer left long ago. */
    long get(int peer, Row.Kind kind) {
        Both counted = byPeer.get(peer);
        return counted == null ? 0 : counted.of(kind).messages.get();
    }

    /** Those of all peers together. */
    long get(Row.Kind kind) {
        return all.of(kind).messages.get();
    }
}
