package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.net.Peer;
import dev.earshot.send.KeptMessages;
import dev.earshot.send.Replay;
import dev.earshot.send.ReplaySpeed;
import dev.earshot.session.Session;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Carries out a replay in the terminal, on its own thread {@code replay}, and reports its result. */
final class ReplayRun implements EndpointInput {
    private final Session session;
    private final SendTargets targets;
    private final KeptMessages kept;
    private final ReplaySpeed speed;
    private final Optional<Integer> endMillis;
    private final HostProcess host;
    private final CompletableFuture<Optional<Exception>> result = new CompletableFuture<>();
    private volatile boolean isStarted;

    /** @param endMillis the time after the last message at which the endpoint is closed; empty = it is not */
    ReplayRun(
            Session session,
            SendTargets targets,
            KeptMessages kept,
            ReplaySpeed speed,
            Optional<Integer> endMillis,
            HostProcess host) {
        this.session = session;
        this.targets = targets;
        this.kept = kept;
        this.speed = speed;
        this.endMillis = endMillis;
        this.host = host;
    }

    @Override
    public void start() {
        isStarted = true;
        Background.run("replay", this::run);
    }

    private void run() {
        Optional<Exception> failure = Optional.empty();
        try {
            send();
        } catch (Problem | CommandFailure | IOException | InterruptedException e) {
            failure = Optional.of(e);
            stop();
        } finally {
            result.complete(failure);
        }
    }

    private void stop() {
        try {
            session.stop();
        } catch (RejectedExecutionException e) {
            // it has ended already
        }
    }

    private void send() throws Problem, CommandFailure, IOException, InterruptedException {
        List<Peer> receivers = targets.resolve("").peers();
        Replay replay = new Replay(session.sending(), receivers.get(0), kept, speed);
        replay.start();
        if (speed.byHand()) {
            Background.run("type", () -> step(replay));
        }
        replay.awaitEnd();
        if (replay.problem().isPresent()) {
            throw replay.problem().get();
        }
        host.say(LensOptions.ENGLISH.of(
                "ui.replay.counts",
                replay.sent(),
                replay.total(),
                replay.sentBytes(),
                TimeUnit.NANOSECONDS.toMillis(replay.elapsedNanos()) / 1000.0));
        if (replay.sent() + replay.missing() < replay.total()) {
            throw new CommandFailure("Not everything was sent, for the input has ended.");
        }
        targets.inputEnded();
        result.complete(Optional.empty());
        if (endMillis.isPresent()) {
            Thread.sleep(endMillis.get());
            stop();
        }
    }

    /** Releases a message for each line of input; the end of input ends the replay behind them. */
    private void step(Replay replay) {
        host.say("Press Enter to send the next message.");
        try {
            LineInput lines = new LineInput(host.in(), host.charset());
            while (lines.next() != null) {
                replay.releaseNext();
            }
        } catch (IOException | CommandFailure e) {
            host.say("Standard input cannot be read: " + e.getMessage() + ".");
        }
        replay.releaseNoMore();
    }

    @Override
    public void checkEnd() throws Problem, CommandFailure {
        if (!isStarted) {
            throw new CommandFailure("Nothing was sent, for the conversation was over at once.");
        }
        Exception failure = result.join().orElse(null);
        if (failure instanceof Problem problem) {
            throw problem;
        } else if (failure != null) {
            throw new CommandFailure(failure.getMessage());
        }
    }
}
