package dev.earshot.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Peer;
import dev.earshot.session.ReachablePeers;
import java.util.List;
import java.util.Optional;

/** Plays a sequence of quick sends to several receivers, to each independently. Any thread. */
public final class Sequence {
    /** The most receivers, as each has a thread. */
    public static final int MOST_RECEIVERS = 64;

    private final List<QuickSend> steps;
    private final int rounds;
    private final List<SequenceRun> runs;

    /**
     * Checks and prepares a sequence; {@link #start} begins it.
     *
     * @throws Problem if there are no steps, too many receivers, or a step is wrong
     */
    public Sequence(ReachablePeers peers, List<Peer> receivers, QuickSends quickSends) throws Problem {
        steps = quickSends.steps();
        rounds = quickSends.rounds();
        if (steps.isEmpty()) {
            throw new Problem("problem.sequence.empty", -1);
        } else if (receivers.size() > MOST_RECEIVERS) {
            throw new Problem("problem.sequence.many", -1, receivers.size(), MOST_RECEIVERS);
        }
        for (int i = 0; i < steps.size(); i++) {
            check(peers, receivers, i);
        }
        runs = receivers.stream()
                .map(peer -> new SequenceRun(peers, peer, steps, rounds))
                .toList();
    }

    /** Checks a step before anything is sent, so that no mistake in it stops the sequence half-way. */
    private void check(ReachablePeers peers, List<Peer> receivers, int index) throws Problem {
        QuickSend step = steps.get(index);
        if (step.draft().isEmpty()) {
            throw new Problem("problem.sequence.nothing", -1, index + 1, step.label());
        }
        OutgoingMessage.compose(step.draft(), receivers, step.origin(), peers);
        if (step.reply().isPresent()) {
            step.reply().get().check();
        }
    }

    /** Begins to play, on a thread for each receiver. */
    public void start() {
        runs.forEach(run -> run.start("sequence " + run.peer().id()));
    }

    /** Asks it to end soon; returns at once. */
    public void stop() {
        runs.forEach(SequenceRun::cancel);
    }

    /** Whether it was asked to end. */
    public boolean isStopped() {
        return runs.get(0).isStopped();
    }

    /** Whether it has ended for every receiver. */
    public boolean isEnded() {
        return runs.stream().allMatch(BackgroundSend::isEnded);
    }

    /** Returns the number of receivers. */
    public int receivers() {
        return runs.size();
    }

    /** Returns the number of steps. */
    public int steps() {
        return steps.size();
    }

    /** Returns the step of the first receiver that is not done, from 1. */
    public int step() {
        return slowest().step();
    }

    /** Returns the round of the first receiver that is not done, from 1. */
    public int round() {
        return slowest().round();
    }

    /** Returns the number of rounds; 0 = until it is stopped. */
    public int rounds() {
        return rounds;
    }

    /** Returns the average progress from 0 to 1; -1 if the sequence has no end. */
    public double progress() {
        return runs.stream().mapToDouble(SequenceRun::progress).average().orElse(0);
    }

    /** Returns the number of receivers for which it failed. */
    public int failedCount() {
        return (int) runs.stream().filter(run -> run.problem().isPresent()).count();
    }

    /** Returns the first failure in the order of the receivers. */
    public Optional<Failure> failure() {
        return runs.stream()
                .filter(run -> run.problem().isPresent())
                .findFirst()
                .map(run -> new Failure(run.peer(), run.problem().get()));
    }

    /** A receiver, and why the sequence failed for it. */
    public record Failure(Peer peer, Problem problem) {}

    private SequenceRun slowest() {
        return runs.stream().filter(run -> !run.isEnded()).findFirst().orElse(runs.get(runs.size() - 1));
    }
}
