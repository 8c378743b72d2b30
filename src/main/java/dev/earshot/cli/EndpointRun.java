package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Row;
import dev.earshot.journal.storage.CaptureState;
import dev.earshot.net.Event;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import dev.earshot.session.Status.State;
import dev.earshot.session.settings.EndpointConfig;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Runs a command that opens an endpoint, from the first printed line to the last. Confined to the main thread. */
final class EndpointRun {
    /**
     * The time after which printing pauses to look at the capture and at signals. In a flood there are always more
     * rows.
     */
    private static final long PIECE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Session session;
    private final RowLines lines;
    private final Predicate<Row> filter;
    private final EndpointInput input;
    private final HostProcess host;
    private final Output out;
    private final boolean quiet;
    private final WakeSignal wakeSignal = new WakeSignal();
    private final ShutdownSignal shutdown;
    private final AtomicBoolean unwrittenReported = new AtomicBoolean();
    private final AtomicBoolean unkeptReported = new AtomicBoolean();
    private boolean inputStarted;
    private CaptureState.Kind reportedKind = CaptureState.Kind.KEPT;

    /** Null before the endpoint is open. */
    private volatile RowPrinter printer;

    /**
     * @param filter which rows are printed after the first
     * @param quiet whether only the first line is printed
     */
    EndpointRun(
            Session session,
            RowLines lines,
            Predicate<Row> filter,
            EndpointInput input,
            HostProcess host,
            boolean quiet) {
        this.session = session;
        this.lines = lines;
        this.filter = filter;
        this.input = input;
        this.host = host;
        this.quiet = quiet;
        out = new Output(host.out(), host.charset());
        shutdown = new ShutdownSignal(host, this::stopReceiving, this::giveUp);
        session.onChange(wakeSignal::raise);
    }

    /**
     * Opens the endpoint, prints its rows and returns the exit code. Ends when a signal comes, the output has no reader
     * any more, or the endpoint has closed by itself.
     */
    int run(EndpointConfig config) throws CommandFailure, Problem, Output.NoReader, IOException {
        int exitCode = Terminal.FAILED;
        JvmWarnings.moveToStandardError();
        try {
            if (!open(config)) {
                host.say(
                        config.kind().hasOnePeer()
                                ? LensOptions.ENGLISH.of("problem.connect.cancelled", config.text())
                                : "Cancelled before " + config.text() + " was open.");
                return exitCode;
            }
            follow(config.kind().hasOnePeer());
            session.close();
            input.checkEnd();
            exitCode = Terminal.FINE;
        } catch (Output.NoReader e) {
            exitCode = Terminal.FINE;
            throw e;
        } finally {
            session.close();
            reportUnwritten();
            reportUnkept();
            shutdown.complete(exitCode);
        }
        return exitCode;
    }

    /** Opens the endpoint. Returns false if a signal came first, because connecting can take long. */
    private boolean open(EndpointConfig config) throws Problem {
        session.open(config);
        while (session.status().state() == State.OPENING && !shutdown.isRequested()) {
            wakeSignal.await();
        }
        Status status = session.status();
        if (status.state() == State.FAILED && !shutdown.isRequested()) {
            throw status.problem();
        }
        return !shutdown.isRequested() || session.log().rowCount() > 0;
    }

    private void follow(boolean onePeer) throws CommandFailure, Output.NoReader, IOException {
        try (RowPrinter rows = new RowPrinter(session, 0, lines, this::isPrinted, out)) {
            printer = rows;
            rows.printTo(1);
            while (isRunning()) {
                startInputOnce(onePeer);
                reportCapture();
                if (catchUp(rows)) {
                    wakeSignal.await();
                }
            }
            stop();
            while (!catchUp(rows) && !shutdown.isTimeUp()) {
                reportCapture();
            }
            reportCapture();
            reportUnprinted("");
        }
    }

    /** Stops receiving when a signal comes, whatever the main thread is doing. */
    private void stopReceiving() {
        try {
            session.stop();
        } catch (RejectedExecutionException e) {
            // it has ended already
        }
        wakeSignal.raise();
    }

    /** Completes the capture while the main thread is still trying to write to an output that nobody reads. */
    private void giveUp() {
        reportUnwritten();
        session.close();
        reportUnkept();
        reportUnprinted("The output is not being read: ");
    }

    private boolean isRunning() {
        return !shutdown.isRequested() && session.status().isOpen();
    }

    /** Begins to send; with only one peer, not before that peer has been there. */
    private void startInputOnce(boolean onePeer) {
        if (!inputStarted && (!onePeer || session.clients().version() > 0)) {
            inputStarted = true;
            input.start();
        }
    }

    /** Prints for a moment; returns whether everything is printed. */
    private boolean catchUp(RowPrinter rows) throws CommandFailure, Output.NoReader {
        return quiet || rows.catchUp(System.nanoTime() + PIECE_NANOS);
    }

    /** Says how many rows there was no time to print after a signal. */
    private void reportUnprinted(String why) {
        RowPrinter rows = printer;
        long behind = rows == null || quiet ? 0 : rows.behind();
        if (behind > 0) {
            boolean kept = session.log().storage().state().kind() == CaptureState.Kind.KEPT;
            host.say(why + behind + " rows were not printed"
                    + (kept ? "; 'earshot show " + session.log().capture() + "' has them." : "."));
        }
    }

    /** Says once how many rows the log file lacks; called by the main thread, and when it takes too long. */
    private void reportUnwritten() {
        long unwritten = session.log().file().unwritten();
        if (unwritten > 0 && !unwrittenReported.getAndSet(true)) {
            host.say(unwritten + " rows were not written to the log file; 'earshot show "
                    + session.log().capture() + " --as ...' has them.");
        }
    }

    /** Says once how many bytes the capture lacks, as they are lost with the program. */
    private void reportUnkept() {
        CaptureState state = session.log().storage().state();
        long unkept = state.inMemory() + state.notKept();
        if (unkept > 0 && !unkeptReported.getAndSet(true)) {
            host.say(unkept + " bytes of the capture could not be written and are lost.");
        }
    }

    private void stop() {
        session.stop();
        while (session.status().state() != State.CLOSED) {
            wakeSignal.await();
        }
    }

    /** Whether a row is printed. The closing row is not, because the end of the output tells the same. */
    private boolean isPrinted(Row row) {
        return row.event() instanceof Event.Opened
                || !quiet && !(row.event() instanceof Event.Closed) && filter.test(row);
    }

    private void reportCapture() {
        CaptureState state = session.log().storage().state();
        if (state.kind() != reportedKind) {
            reportedKind = state.kind();
            host.say(
                    switch (state.kind()) {
                        case KEPT -> "The capture is written again.";
                        case FAILING ->
                            "The capture cannot be written, and only the latest messages are kept, in memory: "
                                    + state.why() + ".";
                        case GONE -> "The capture was deleted from " + state.why() + ".";
                        case DAMAGED -> throw new IllegalStateException("a new capture");
                    });
        }
    }
}
