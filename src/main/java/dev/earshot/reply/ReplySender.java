package dev.earshot.reply;

import dev.earshot.codec.Problem;
import dev.earshot.net.Conversations;
import dev.earshot.net.EventSink;
import dev.earshot.net.Origin;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;

/**
 * Sends what is sent by itself, as far as limits and outboxes allow, and tells once an episode where they do not. Never
 * waits. Any thread.
 */
final class ReplySender {
    private static final int LOOK_MILLIS = 1_000;
    private static final int MOST_TOLD = 100;

    private final Conversations conversations;
    private final EventSink sink;
    private final ReplyCounters counters;
    private final ReplyScheduler later;
    private final AmplificationGuard guard;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    ReplySender(
            Conversations conversations,
            EventSink sink,
            ReplyCounters counters,
            ReplyScheduler later,
            AmplificationGuard guard) {
        this.conversations = conversations;
        this.sink = sink;
        this.counters = counters;
        this.later = later;
        this.guard = guard;
    }

    /** Sends bytes, which nobody may change from now on; false if they do not fit or the peer is leaving. */
    boolean send(PeerState to, byte[] bytes, Origin origin) {
        if (!isShort(to, bytes, origin) || !guard.lets(to, bytes.length, this)) {
            return false;
        } else if (offer(to, bytes, origin)) {
            return true;
        }
        guard.unsent(to, bytes.length);
        // Datagrams have an outbox in common, which may be full of others.
        long waiting = Math.max(conversations.waiting(to.peer()), AmplificationGuard.isUdp(to.peer()) ? 1 : 0);
        if (!to.over() && waiting > 0) {
            withheld(to, waiting);
        }
        return false;
    }

    private boolean isShort(PeerState to, byte[] bytes, Origin origin) {
        try {
            conversations.checkLength(to.peer(), bytes.length);
            return true;
        } catch (Problem e) {
            failed(to, e, origin);
            return false;
        }
    }

    /** Sends bytes, which nobody may change from now on; if they do not fit, that is not counted. */
    boolean offer(PeerState to, byte[] bytes, Origin origin) {
        boolean sent = conversations.send(to.peer(), bytes, origin);
        if (sent && (bytes.length > 0 || AmplificationGuard.isUdp(to.peer()))) {
            counters.answered();
        }
        return sent;
    }

    /** @param full how many bytes are waiting where nothing more is taken */
    private void withheld(PeerState to, long full) {
        counters.withhold();
        PeerState.Memory memory = to.memory();
        boolean first;
        synchronized (memory) {
            first = memory.withheld++ == 0;
        }
        if (first) {
            note(to, ReplyNote.ANSWERS_WITHHELD);
            later.until(LOOK_MILLIS, () -> {
                boolean room = conversations.waiting(to.peer()) <= full / 2;
                if (room) {
                    resume(to);
                }
                return room;
            });
        }
    }

    private void resume(PeerState to) {
        PeerState.Memory memory = to.memory();
        long count;
        synchronized (memory) {
            count = memory.withheld;
            memory.withheld = 0;
        }
        tell(to, ReplyNote.ANSWERS_RESUMED, count);
    }

    /** Whether one more message of this peer may be answered, where so many may in a second; 0 = any number. */
    boolean mayAnswer(PeerState from, int most) {
        if (most <= 0) {
            return true;
        }
        PeerState.Memory memory = from.memory();
        RateLimiter rate = memory.answers;
        if (rate == null || rate.most() != most) {
            rate = new RateLimiter(most, true, System.nanoTime());
            memory.answers = rate;
        }
        return passes(from, rate, 1, ReplyNote.LOOP_CUT, ReplyNote.LOOP_OVER);
    }

    /**
     * Whether so many bytes more may go at this rate.
     *
     * @param about whom a note is, if they may not; null: about no peer
     * @param cut what is told when the first message is left out
     * @param over what is told when none is any more, and how many were
     */
    boolean passes(PeerState about, RateLimiter rate, long bytes, ReplyNote cut, ReplyNote over) {
        RateLimiter.Verdict verdict = rate.next(bytes, System.nanoTime());
        if (verdict == RateLimiter.Verdict.PASS) {
            return true;
        }
        counters.withhold();
        if (verdict == RateLimiter.Verdict.CUT) {
            note(about, cut, rate.most());
            later.until(LOOK_MILLIS, () -> tellIfOver(about, rate::over, over));
        }
        return false;
    }

    private boolean tellIfOver(PeerState about, LongUnaryOperator leftOut, ReplyNote over) {
        long count = leftOut.applyAsLong(System.nanoTime());
        tell(about, over, count);
        return count >= 0;
    }

    /** Counts a message that was not sent for another reason. */
    void withhold() {
        counters.withhold();
    }

    /** An answer could not be made; told once for each origin and reason. */
    void failed(PeerState to, Problem why, Origin origin) {
        counters.withhold();
        if (told.size() < MOST_TOLD && told.add(origin.text() + "\t" + why.line())) {
            note(to, ReplyNote.ANSWER_FAILED, origin.text(), why);
        }
    }

    /** What has failed once may be told again. */
    void forgetFailures() {
        told.clear();
    }

    /** Tells a note about a peer, or with null about none; see {@link ReplyNote#about}. */
    void note(PeerState about, ReplyNote kind, Object... values) {
        sink.on(kind.about(about == null ? null : about.peer(), values));
    }

    private void tell(PeerState about, ReplyNote kind, long count) {
        if (count > 0) {
            note(about, kind, count);
        }
    }

    /** Ends the conversation: what waits, then FIN. */
    void end(PeerState state) {
        state.end();
        conversations.disconnect(state.peer());
    }

    /** Tells how what is not over yet has ended, for the peer is about to leave. */
    void leaves(PeerState state) {
        PeerState.Memory memory = state.remembered();
        if (memory == null) {
            return;
        }
        guard.leaves(state, this);
        resume(state);
        if (memory.answers != null) {
            tell(state, ReplyNote.LOOP_OVER, memory.answers.takeLeftOut());
        }
        if (memory.relayed != null) {
            tell(state, ReplyNote.RELAY_OVER, memory.relayed.takeLeftOut());
        }
        found(state);
    }

    /** Counts bytes of this peer that could not be forwarded because no partner was connected. */
    void nobody(PeerState from, int bytes) {
        PeerState.Memory memory = from.memory();
        boolean first;
        synchronized (memory) {
            first = memory.unforwarded == 0;
            memory.unforwarded += bytes;
        }
        if (first) {
            note(from, ReplyNote.NOBODY_THERE);
        }
    }

    /** Ends the count of bytes without a partner, and notes it. */
    void found(PeerState from) {
        PeerState.Memory memory = from.memory();
        long bytes;
        synchronized (memory) {
            bytes = memory.unforwarded;
            memory.unforwarded = 0;
        }
        tell(from, ReplyNote.NOT_FORWARDED, bytes);
    }
}
