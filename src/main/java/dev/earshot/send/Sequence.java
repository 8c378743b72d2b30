package dev.earshot.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import java.util.List;
import java.util.Optional;

/** The same quick sends played to several receivers, to each of them by itself. Any thread. */
public final class Sequence {
    /** So many receivers at most, for each has a thread. */
    public static final int MOST_RECEIVERS = 64;

    private final List<QuickSend> steps;
    private final int rounds;
    private final List<SequenceRun> plays;

    /**
     * A sequence that has not begun.
     *
     * @throws Problem if there is nothing to play, nobody to play it to or too many, or a step is wrong
     */
    public Sequence(MessageSender outlet, List<Peer> peers, QuickSends quickSends) throws Problem {
        steps = quickSends.steps();
        rounds = quickSends.rounds();
        if (steps.isEmpty()) {
            throw new Problem("problem.sequence.empty", -1);
        } else if (peers.size() > MOST_RECEIVERS) {
            throw new Problem("problem.sequence.many", -1, peers.size(), MOST_RECEIVERS);
        }
        for (int i = 0; i < steps.size(); i++) {
            check(outlet, peers, i);
        }
        plays = peers.stream()
                .map(peer -> new SequenceRun(outlet, peer, steps, rounds))
                .toList();
    }

    /** Before anything is sent: a sequence is not to stop in its middle for a mistake that can be seen now. */
    private void check(MessageSender outlet, List<Peer> peers, int index) throws Problem {
        QuickSend step = steps.get(index);
        if (step.draft().empty()) {
            throw new Problem("problem.sequence.nothing", -1, index + 1, step.label());
        }
        step.draft().forEach(peers, outlet::encoding);
        if (step.reply().isPresent()) {
            step.reply().get().check();
        }
    }

    public void start() {
        plays.forEach(play -> play.start("sequence " + play.peer().id()));
    }

    public void stop() {
        plays.forEach(SequenceRun::end);
    }

    public boolean stopped() {
        return plays.get(0).stopped();
    }

    public boolean ended() {
        return plays.stream().allMatch(BackgroundSend::ended);
    }

    public int receivers() {
        return plays.size();
    }

    public int steps() {
        return steps.size();
    }

    /** Which step the first receiver is at that has not done, from 1. */
    public int step() {
        return slowest().step();
    }

    public int round() {
        return slowest().round();
    }

    /** 0 = without end. */
    public int rounds() {
        return rounds;
    }

    /** From 0 to 1; -1 if it has no end. */
    public double progress() {
        return plays.stream().mapToDouble(SequenceRun::progress).average().orElse(0);
    }

    /** With how many receivers it did not work. */
    public int failed() {
        return (int) plays.stream().filter(play -> play.problem().isPresent()).count();
    }

    /** What went wrong first in the order of the receivers, and with whom. */
    public Optional<Failure> failure() {
        return plays.stream()
                .filter(play -> play.problem().isPresent())
                .findFirst()
                .map(play -> new Failure(play.peer(), play.problem().get()));
    }

    /** What went wrong with a receiver. */
    public record Failure(Peer peer, Problem problem) {}

    private SequenceRun slowest() {
        return plays.stream().filter(play -> !play.ended()).findFirst().orElse(plays.get(plays.size() - 1));
    }
}
