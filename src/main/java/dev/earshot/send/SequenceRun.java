package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.Peer;
import dev.earshot.reply.MessageMatcher;
import dev.earshot.session.ReplyTap;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Plays a sequence of quick sends to one receiver: delay, send, wait for a reply if one is wanted; the next. */
final class SequenceRun extends BackgroundSend {
    /** A receiver that does not read for so long ends it. */
    private static final int ROOM_MILLIS = 10_000;

    private final MessageSender outlet;
    private final Peer peer;
    private final List<QuickSend> steps;
    private final int rounds;
    private volatile int round;
    private volatile int step;
    private volatile ReplyTap ear;

    /** @param rounds how many times; 0 = until it is stopped */
    SequenceRun(MessageSender outlet, Peer peer, List<QuickSend> steps, int rounds) {
        this.outlet = outlet;
        this.peer = peer;
        this.steps = steps;
        this.rounds = rounds;
    }

    Peer peer() {
        return peer;
    }

    /** Which time it is, from 1; 0 = it has not begun. */
    int round() {
        return round;
    }

    /** Which step it is at, from 1; 0 = it has not begun. */
    int step() {
        return step;
    }

    @Override
    void run() throws Problem, InterruptedException {
        try (ReplyTap hears = outlet.hear(peer)) {
            ear = hears;
            for (round = 1; rounds == 0 || round <= rounds; round = round + 1) {
                for (int i = 0; i < steps.size(); i++) {
                    step = i + 1;
                    if (!play(steps.get(i), hears)) {
                        return;
                    }
                }
            }
            round = rounds;
        }
    }

    /** Ends what it waits for, too. */
    void end() {
        stop();
        ReplyTap waiting = ear;
        if (waiting != null) {
            waiting.close();
        }
    }

    /** Returns whether it goes on. */
    private boolean play(QuickSend quick, ReplyTap hears) throws Problem, InterruptedException {
        if (!stopping.awaitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(quick.delayMillis()))) {
            return false;
        }
        Encoding encoding = quick.draft().fixed().orElseGet(() -> outlet.encoding(peer));
        byte[] bytes = quick.draft().bytes(encoding);
        outlet.checkLength(peer, bytes.length);
        // Before it is sent, for the reply may be there before send has returned.
        hears.forget();
        if (!outlet.awaitRoom(peer, bytes.length, ROOM_MILLIS) || !outlet.send(peer, bytes, quick.origin())) {
            throw gone("problem.sequence.reading", quick);
        }
        if (quick.reply().isEmpty()) {
            return true;
        }
        MessageMatcher wanted = quick.reply().get().compile();
        return switch (hears.await(came -> wanted.test(came, encoding) != null, quick.timeoutMillis())) {
            case HEARD -> true;
            case CLOSED -> false;
            case LEFT -> throw gone("problem.sequence.finished", quick);
            case NOTHING -> throw missing(quick, hears.heard(), encoding);
        };
    }

    private Problem gone(String whileThere, QuickSend quick) {
        String key = outlet.there(peer) ? whileThere : "problem.sequence.left";
        return new Problem(key, -1, step, quick.label());
    }

    private Problem missing(QuickSend quick, byte[] heard, Encoding encoding) {
        String key = heard.length == 0 ? "problem.sequence.silent" : "problem.sequence.other";
        String came = VisibleText.brief(new String(heard, encoding.decodes()));
        return new Problem(key, -1, step, quick.label(), quick.timeoutMillis() / 1000.0, came);
    }

    /** Steps done of all, from 0 to 1; -1 if it has no end. */
    double progress() {
        double done = (round - 1.0) * steps.size() + step - 1;
        return ended() ? 1 : rounds == 0 ? -1 : Math.max(0, done / ((double) rounds * steps.size()));
    }
}
