package dev.earshot.reply;

import dev.earshot.codec.Problem;
import dev.earshot.net.Conversations;
import dev.earshot.net.EventSink;
import dev.earshot.net.Origin;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;

/**
 * Sends automatic messages as far as limits and outboxes allow, and notes once an episode where they do not. Never
 * waits. Any thread.
 */
final class ReplySender {
    private static final int CHECK_MILLIS = 1_000;
    private static final int MOST_NOTED_FAILURES = 100;

    private final Conversations conversations;
    private final EventSink sink;
    private final ReplyCounters counters;
    private final ReplyScheduler scheduler;
    private final AmplificationGuard guard;
    private final Set<String> notedFailures = ConcurrentHashMap.newKeySet();

    ReplySender(
            Conversations conversations,
            EventSink sink,
            ReplyCounters counters,
            ReplyScheduler scheduler,
            AmplificationGuard guard) {
        this.conversations = conversations;
        this.sink = sink;
        this.counters = counters;
        this.scheduler = scheduler;
        this.guard = guard;
    }

    /**
     * Sends bytes, which must not be changed any more; returns false if a limit, the outbox or the peer prevents it.
     */
    boolean send(PeerState to, byte[] bytes, Origin origin) {
        if (!isLengthAllowed(to, bytes, origin) || !guard.allows(to, bytes.length, this)) {
            return false;
        } else if (offer(to, bytes, origin)) {
            return true;
        }
        guard.giveBack(to, bytes.length);
        if (conversations.lacksThread(to.peer())) {
            noteFailure(to, new Problem("problem.answer.thread", -1), origin);
            return false;
        }
        // All datagrams share one outbox, which may be full of those to other peers.
        long waiting = Math.max(conversations.waitingBytes(to.peer()), AmplificationGuard.isUdp(to.peer()) ? 1 : 0);
        if (!to.isEnding() && waiting > 0) {
            countAndNoteWithheld(to, waiting);
        } else if (!to.isEnding()) {
            countLost(to, 1);
        }
        return false;
    }

    private boolean isLengthAllowed(PeerState to, byte[] bytes, Origin origin) {
        try {
            conversations.checkLength(to.peer(), bytes.length);
            return true;
        } catch (Problem e) {
            noteFailure(to, e, origin);
            return false;
        }
    }

    /** Sends bytes, which must not be changed any more, without checking limits; a failure is not counted. */
    boolean offer(PeerState to, byte[] bytes, Origin origin) {
        boolean sent = conversations.send(to.peer(), bytes, origin);
        if (sent && (bytes.length > 0 || AmplificationGuard.isUdp(to.peer()))) {
            counters.countAnswer();
        }
        return sent;
    }

    /** Counts answers that could not be sent because the conversation was ending; noted when the peer leaves. */
    void countLost(PeerState to, int answers) {
        if (answers > 0) {
            to.activeState().lostAnswers.addAndGet(answers);
        }
    }

    /** @param fullBytes the number of waiting bytes at which the outbox has refused more */
    private void countAndNoteWithheld(PeerState to, long fullBytes) {
        counters.countWithheld();
        PeerState.ActiveState active = to.activeState();
        boolean first;
        synchronized (active) {
            first = active.withheld++ == 0;
        }
        if (first) {
            note(to, ReplyNote.ANSWERS_WITHHELD);
            scheduler.repeatUntil(CHECK_MILLIS, () -> {
                boolean hasRoom = conversations.waitingBytes(to.peer()) <= fullBytes / 2;
                if (hasRoom) {
                    noteResumed(to);
                }
                return hasRoom;
            });
        }
    }

    private void noteResumed(PeerState to) {
        PeerState.ActiveState active = to.activeState();
        long count;
        synchronized (active) {
            count = active.withheld;
            active.withheld = 0;
        }
        noteCount(to, ReplyNote.ANSWERS_RESUMED, count);
    }

    /** Returns whether one more message of this peer may be answered. The limit is per second, 0 = none. */
    boolean mayAnswer(PeerState from, int limit) {
        if (limit <= 0) {
            return true;
        }
        PeerState.ActiveState active = from.activeState();
        RateLimiter rate = active.answerLimiter;
        if (rate == null || rate.limit() != limit) {
            rate = new RateLimiter(limit, true, System.nanoTime());
            active.answerLimiter = rate;
        }
        return allows(from, rate, 1, ReplyNote.LOOP_CUT, ReplyNote.LOOP_OVER);
    }

    /**
     * Returns whether a rate allows this amount more; notes the begin and the end of an episode in which it does not.
     *
     * @param about the peer that the notes are about; null = about none
     * @param cutNote the note when the first message is left out
     * @param overNote the note, with the number of messages left out, when the episode is over
     */
    boolean allows(PeerState about, RateLimiter rate, long amount, ReplyNote cutNote, ReplyNote overNote) {
        RateLimiter.Verdict verdict = rate.tryPass(amount, System.nanoTime());
        if (verdict == RateLimiter.Verdict.PASS) {
            return true;
        }
        counters.countWithheld();
        if (verdict == RateLimiter.Verdict.CUT) {
            note(about, cutNote, rate.limit());
            scheduler.repeatUntil(CHECK_MILLIS, () -> noteIfOver(about, rate::takeLeftOutIfOver, overNote));
        }
        return false;
    }

    private boolean noteIfOver(PeerState about, LongUnaryOperator leftOut, ReplyNote overNote) {
        long count = leftOut.applyAsLong(System.nanoTime());
        noteCount(about, overNote, count);
        return count >= 0;
    }

    /** Counts a message that the caller could not send. */
    void countWithheld() {
        counters.countWithheld();
    }

    /** Counts an answer that could not be made, and notes it once for each origin and reason. */
    void noteFailure(PeerState to, Problem problem, Origin origin) {
        counters.countWithheld();
        if (notedFailures.size() < MOST_NOTED_FAILURES && notedFailures.add(origin.text() + "\t" + problem.toLine())) {
            note(to, ReplyNote.ANSWER_FAILED, origin.text(), problem);
        }
    }

    /** Allows each failure to be noted once more. */
    void forgetFailures() {
        notedFailures.clear();
    }

    /** Notes something about a peer, or with null about none; see {@link ReplyNote#about}. */
    void note(PeerState about, ReplyNote kind, Object... values) {
        sink.on(kind.about(about == null ? null : about.peer(), values));
    }

    private void noteCount(PeerState about, ReplyNote kind, long count) {
        if (count > 0) {
            note(about, kind, count);
        }
    }

    /** Ends the conversation with FIN, after everything in the outbox is sent. */
    void end(PeerState state) {
        state.markEnding();
        conversations.disconnect(state.peer());
    }

    /** Encrypts the conversation behind everything in the outbox. */
    void startTls(PeerState state) {
        conversations.startTls(state.peer());
    }

    /** Notes the end of all open episodes of a peer, because it is about to leave. */
    void endEpisodes(PeerState state) {
        PeerState.ActiveState active = state.existingActiveState();
        if (active == null) {
            return;
        }
        guard.endEpisode(state, this);
        noteResumed(state);
        if (active.answerLimiter != null) {
            noteCount(state, ReplyNote.LOOP_OVER, active.answerLimiter.takeLeftOut());
        }
        if (active.relayLimiter != null) {
            noteCount(state, ReplyNote.RELAY_OVER, active.relayLimiter.takeLeftOut());
        }
        noteUnforwarded(state);
        noteCount(state, ReplyNote.ANSWERS_LOST, active.lostAnswers.getAndSet(0));
    }

    /** Counts bytes of this peer that could not be forwarded because no partner was connected. */
    void countUnforwarded(PeerState from, int bytes) {
        PeerState.ActiveState active = from.activeState();
        boolean first;
        synchronized (active) {
            first = active.unforwarded == 0;
            active.unforwarded += bytes;
        }
        if (first) {
            note(from, ReplyNote.NOBODY_THERE);
        }
    }

    /** Ends the count of bytes without a partner, and notes it. */
    void noteUnforwarded(PeerState from) {
        PeerState.ActiveState active = from.activeState();
        long bytes;
        synchronized (active) {
            bytes = active.unforwarded;
            active.unforwarded = 0;
        }
        noteCount(from, ReplyNote.NOT_FORWARDED, bytes);
    }
}
