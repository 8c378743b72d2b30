package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.session.Session;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code earshot show}: prints a saved session as {@code listen} would have. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Print a saved session in the same form as listen.")
final class Show implements Callable<Integer> {
    private final Stdio stdio;

    @Parameters(paramLabel = "FILE.pcapng", description = "A capture that Earshot has written.")
    private String file;

    @Mixin
    private Reading reading;

    Show(Stdio stdio) {
        this.stdio = stdio;
    }

    @Override
    public Integer call() throws Failure, Problem, Output.NoReader, IOException {
        Session session = Captures.open(file, reading.framing());
        Output out = new Output(stdio.out(), stdio.charset());
        RowLines lines = reading.lines(session);
        try (Follower follower = new Follower(session, lines, row -> !(row.event() instanceof Event.Closed), out)) {
            follower.catchUp();
        } finally {
            session.close();
        }
        return Terminal.FINE;
    }
}
