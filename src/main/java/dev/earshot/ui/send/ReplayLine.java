package dev.earshot.ui.send;

import dev.earshot.net.Peer;
import dev.earshot.send.Replay;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.FigureText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Describes a running replay, for its line above the send box.
 *
 * @param session the session of the receiver
 */
record ReplayLine(Replay replay, Session session) implements PausableSend {
    @Override
    public String words(Words words) {
        String from = replay.messages().address();
        String to = new Recipients(session, words).label(List.<Peer>of(replay.receiver()));
        if (replay.problem().isPresent()) {
            return words.of("ui.replay.failed", from, words.of(replay.problem().get()));
        } else if (replay.isEnded()) {
            String counts = words.of(
                    "ui.replay.counts",
                    replay.sent(),
                    replay.total(),
                    replay.sentBytes(),
                    TimeUnit.NANOSECONDS.toMillis(replay.elapsedNanos()) / 1000.0);
            return words.of(replay.isStopped() ? "ui.replay.stopped" : "ui.replay.done", from, to, counts)
                    + missing(words);
        }
        return String.join(words.of("ui.comma"), running(words, from, to));
    }

    /** Returns the parts of what is said while it runs; the time says nothing where a person sets the pace. */
    private List<String> running(Words words, String from, String to) {
        List<String> said = new ArrayList<>();
        said.add(words.of("ui.replay.running", from, to, replay.sent(), replay.total()));
        if (!byHand()) {
            said.add(FigureText.time(words, TimeUnit.NANOSECONDS.toSeconds(replay.elapsedNanos())));
        }
        if (replay.isPaused()) {
            said.add(words.of("ui.replay.paused"));
        } else if (replay.isWaitingForRoom()) {
            said.add(words.of("ui.replay.waits"));
        } else if (byHand()) {
            said.add(words.of("ui.replay.by.hand", SendShortcuts.REPLAY_NEXT.keyName()));
        }
        return said;
    }

    private String missing(Words words) {
        return replay.missing() == 0
                ? ""
                : words.of("ui.send.sentence") + words.of("ui.replay.missing", replay.missing());
    }

    @Override
    public double progress() {
        return replay.total() == 0 ? 0 : (double) replay.sent() / replay.total();
    }

    @Override
    public boolean ended() {
        return replay.isEnded();
    }

    @Override
    public boolean failed() {
        return replay.problem().isPresent();
    }

    @Override
    public boolean stopped() {
        return replay.isStopped();
    }

    @Override
    public void stop() {
        replay.stop();
    }

    @Override
    public boolean paused() {
        return replay.isPaused();
    }

    @Override
    public void pause(boolean wanted) {
        replay.pause(wanted);
    }

    @Override
    public boolean byHand() {
        return replay.speed().byHand();
    }

    @Override
    public void next() {
        replay.releaseNext();
    }
}
