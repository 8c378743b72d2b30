package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.Peer;
import dev.earshot.reply.rules.Message;
import dev.earshot.reply.rules.MessageFields;
import dev.earshot.reply.rules.MessageMatcher;
import dev.earshot.session.ReachablePeers;
import dev.earshot.session.ReplyTap;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Plays a sequence of quick sends to one receiver: each step waits, sends, and may await a reply. */
final class SequenceRun extends BackgroundSend {
    /** The time after which a receiver that does not read ends the sequence. */
    private static final int ROOM_MILLIS = 10_000;

    private final ReachablePeers peers;
    private final Peer peer;
    private final List<QuickSend> steps;
    private final int rounds;
    private volatile int round;
    private volatile int step;
    private volatile ReplyTap openTap;

    /** @param rounds the number of rounds; 0 = until it is stopped */
    SequenceRun(ReachablePeers peers, Peer peer, List<QuickSend> steps, int rounds) {
        this.peers = peers;
        this.peer = peer;
        this.steps = steps;
        this.rounds = rounds;
    }

    Peer peer() {
        return peer;
    }

    /** Returns the round that is being played, from 1; 0 = none has begun. */
    int round() {
        return round;
    }

    /** Returns the step that is being played, from 1; 0 = none has begun. */
    int step() {
        return step;
    }

    @Override
    void run() throws Problem, InterruptedException {
        try (ReplyTap tap = peers.tap(peer)) {
            openTap = tap;
            for (round = 1; rounds == 0 || round <= rounds; round = round + 1) {
                for (int i = 0; i < steps.size(); i++) {
                    step = i + 1;
                    if (!playStep(steps.get(i), tap)) {
                        return;
                    }
                }
            }
            round = rounds;
        }
    }

    /** Stops the run, even while it waits for a reply. */
    void cancel() {
        stop();
        ReplyTap waiting = openTap;
        if (waiting != null) {
            waiting.close();
        }
    }

    /** Plays one step; returns false if it was stopped. */
    private boolean playStep(QuickSend quick, ReplyTap tap) throws Problem, InterruptedException {
        if (!stopSignal.awaitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(quick.delayMillis()))) {
            return false;
        }
        OutgoingMessage message = OutgoingMessage.compose(quick.draft(), List.of(peer), quick.origin(), peers);
        // Before sending, as the reply may arrive before sending has returned.
        tap.clear();
        if (!message.sendWaiting(ROOM_MILLIS).isComplete()) {
            throw receiverProblem("problem.sequence.reading", quick);
        }
        if (quick.reply().isEmpty()) {
            return true;
        }
        Encoding encoding = message.messageFor(peer).encoding();
        MessageMatcher wanted = quick.reply().get().compile();
        Predicate<byte[]> expected = received -> {
            MessageFields fields =
                    MessageFields.of(new Message(peer, received, encoding), () -> peers.fieldSource(peer));
            return wanted.match(received, encoding, fields) != null;
        };
        return switch (tap.await(expected, quick.timeoutMillis())) {
            case MATCHED -> true;
            case CLOSED -> false;
            case LEFT -> throw receiverProblem("problem.sequence.finished", quick);
            case TIMED_OUT -> throw replyProblem(quick, tap.received(), encoding);
        };
    }

    private Problem receiverProblem(String whileThere, QuickSend quick) {
        String key = peers.has(peer) ? whileThere : "problem.sequence.left";
        return new Problem(key, -1, step, quick.label());
    }

    private Problem replyProblem(QuickSend quick, byte[] heard, Encoding encoding) {
        String key = heard.length == 0 ? "problem.sequence.silent" : "problem.sequence.other";
        String received = VisibleText.brief(new String(heard, encoding.readCharset()));
        return new Problem(key, -1, step, quick.label(), quick.timeoutMillis() / 1000.0, received);
    }

    /** Returns the part of all steps that is done, from 0 to 1; -1 if the sequence has no end. */
    double progress() {
        double done = (round - 1.0) * steps.size() + step - 1;
        return isEnded() ? 1 : rounds == 0 ? -1 : Math.max(0, done / ((double) rounds * steps.size()));
    }
}
