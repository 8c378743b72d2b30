package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.journal.CaptureState;
import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.ListenAddress;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.Status.State;
import java.io.IOException;

/** One run of {@code listen}, from the first line to the last. Confined to the main thread. */
final class Run {
    private final Session session;
    private final RowLines lines;
    private final Answers answers;
    private final Stdio stdio;
    private final Output out;
    private final Wakeup wakeup = new Wakeup();
    private final Finish finish;
    private CaptureState.Kind toldKind = CaptureState.Kind.KEPT;

    Run(Session session, RowLines lines, Answers answers, Stdio stdio) {
        this.session = session;
        this.lines = lines;
        this.answers = answers;
        this.stdio = stdio;
        out = new Output(stdio.out(), stdio.charset());
        finish = new Finish(wakeup::raise, out::written);
        session.whenChanged(wakeup::raise);
    }

    /** Listens until a signal comes, or until nobody reads the output any more; returns the exit code. */
    int listen(ListenAddress address, boolean quiet) throws Failure, Problem, Output.NoReader, IOException {
        int exitCode = Terminal.FAILED;
        try {
            open(address);
            follow(quiet);
            exitCode = Terminal.FINE;
        } catch (Output.NoReader e) {
            exitCode = Terminal.FINE;
            throw e;
        } finally {
            session.close();
            finish.done(exitCode);
        }
        return exitCode;
    }

    private void open(ListenAddress address) throws Failure, Problem, Output.NoReader {
        session.listen(address);
        while (session.status().state() == State.OPENING) {
            wakeup.await();
        }
        Status status = session.status();
        if (status.state() == State.FAILED) {
            throw status.problem();
        }
        out.line(RowLines.listening(status.address()));
        out.flush();
    }

    private void follow(boolean quiet) throws Failure, Output.NoReader, IOException {
        answers.start();
        try (Follower rows = new Follower(session, 0, lines, row -> !quiet && !isFrame(row), out)) {
            while (!finish.wanted()) {
                wakeup.await();
                tellFailure();
                if (!quiet) {
                    rows.catchUp();
                }
            }
            stop();
            if (!quiet) {
                rows.catchUp();
            }
        }
    }

    private void stop() {
        session.stop();
        while (session.status().state() != State.CLOSED) {
            wakeup.await();
        }
    }

    /** The first line says the one, the end of the output the other. */
    private static boolean isFrame(Row row) {
        return row.event() instanceof Event.Opened || row.event() instanceof Event.Closed;
    }

    private void tellFailure() {
        CaptureState state = session.keeping().state();
        if (state.kind() != toldKind) {
            toldKind = state.kind();
            stdio.say(
                    switch (state.kind()) {
                        case KEPT -> "The capture is written again.";
                        case FAILING ->
                            "The capture cannot be written, and only the latest messages are kept, in memory: "
                                    + state.why() + ".";
                        case GONE -> "The capture was deleted from " + state.why() + ".";
                    });
        }
    }
}
