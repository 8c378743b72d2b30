package dev.earshot.ui.send;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Peer;
import dev.earshot.send.Sequence;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import java.util.List;

/** Describes a running sequence of quick sends, for its line above the send box. */
record SequenceLine(Sequence sequence, List<Peer> peers, Session session) implements ActiveSend {
    @Override
    public String words(Words words) {
        String to = new Recipients(session, words).label(peers);
        if (!sequence.isEnded()) {
            String step = words.of("ui.sequence.step", sequence.step(), sequence.steps());
            String round = sequence.rounds() == 1
                    ? ""
                    : words.of("ui.comma")
                            + words.of(
                                    sequence.rounds() == 0 ? "ui.sequence.round" : "ui.sequence.round.of",
                                    sequence.round(),
                                    sequence.rounds());
            return words.of("ui.sequence.running", to, step + round) + failure(words);
        } else if (sequence.failedCount() > 0) {
            return words.of("ui.sequence.failed", to) + failure(words);
        }
        return words.of(sequence.isStopped() ? "ui.sequence.stopped" : "ui.sequence.done", to);
    }

    private String failure(Words words) {
        return sequence.failure()
                .map(failure -> words.of("ui.send.sentence")
                        + (peers.size() == 1
                                ? ""
                                : words.of(
                                                "ui.sequence.failures",
                                                sequence.failedCount(),
                                                session.clients()
                                                        .names()
                                                        .label(failure.peer().remote()))
                                        + " ")
                        + VisibleText.of(words.of(failure.problem())))
                .orElse("");
    }

    @Override
    public double progress() {
        return sequence.progress();
    }

    @Override
    public boolean ended() {
        return sequence.isEnded();
    }

    @Override
    public boolean failed() {
        return sequence.failedCount() > 0;
    }

    @Override
    public boolean stopped() {
        return sequence.isStopped();
    }

    @Override
    public void stop() {
        sequence.stop();
    }
}
