package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.journal.CaptureState;
import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.session.EndpointConfig;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.Status.State;
import java.io.IOException;

/** One run of a command that opens an endpoint, from the first line to the last. Confined to the main thread. */
final class EndpointRun {
    private final Session session;
    private final RowLines lines;
    private final InputSender answers;
    private final Stdio stdio;
    private final Output out;
    private final boolean quiet;
    private final WakeSignal wakeup = new WakeSignal();
    private final ShutdownSignal finish;
    private boolean typing;
    private CaptureState.Kind toldKind = CaptureState.Kind.KEPT;

    /** @param quiet whether only the first line is printed */
    EndpointRun(Session session, RowLines lines, InputSender answers, Stdio stdio, boolean quiet) {
        this.session = session;
        this.lines = lines;
        this.answers = answers;
        this.stdio = stdio;
        this.quiet = quiet;
        out = new Output(stdio.out(), stdio.charset());
        finish = new ShutdownSignal(wakeup::raise, out::written);
        session.onChange(wakeup::raise);
    }

    /**
     * Goes on until a signal comes, until nobody reads the output any more, or until the endpoint has closed by itself;
     * returns the exit code.
     */
    int with(EndpointConfig config) throws CommandFailure, Problem, Output.NoReader, IOException {
        int exitCode = Terminal.FAILED;
        try {
            if (open(config)) {
                follow(config.kind().hasOnePeer());
            }
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

    /** False if a signal came before it was open, for connecting may take its time. */
    private boolean open(EndpointConfig config) throws Problem {
        session.open(config);
        while (session.status().state() == State.OPENING && !finish.wanted()) {
            wakeup.await();
        }
        Status status = session.status();
        if (status.state() == State.FAILED) {
            throw status.problem();
        }
        return status.state() != State.OPENING;
    }

    private void follow(boolean onePeer) throws CommandFailure, Output.NoReader, IOException {
        try (RowPrinter rows = new RowPrinter(session, 0, lines, this::isPrinted, out)) {
            rows.printTo(1);
            while (goesOn()) {
                typeOnce(onePeer);
                tellFailure();
                catchUp(rows);
                wakeup.await();
            }
            stop();
            catchUp(rows);
        }
    }

    private boolean goesOn() {
        return !finish.wanted() && session.status().isOpen();
    }

    /** The first line to the one peer waits until it was there. */
    private void typeOnce(boolean onePeer) {
        if (!typing && (!onePeer || session.clients().version() > 0)) {
            typing = true;
            answers.start();
        }
    }

    private void catchUp(RowPrinter rows) throws CommandFailure, Output.NoReader {
        if (!quiet) {
            rows.catchUp();
        }
    }

    private void stop() {
        session.stop();
        while (session.status().state() != State.CLOSED) {
            wakeup.await();
        }
    }

    /** The end of the output says the same as the last row. */
    private boolean isPrinted(Row row) {
        return row.event() instanceof Event.Opened || !quiet && !(row.event() instanceof Event.Closed);
    }

    private void tellFailure() {
        CaptureState state = session.log().storage().state();
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
