package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.session.Folders;
import dev.earshot.session.Session;
import picocli.CommandLine.Option;

/** The command line options for the capture of a command that opens an endpoint, and for what it prints. */
final class CaptureOptions {
    @Option(
            names = "--capture",
            paramLabel = "FILE.pcapng",
            description = "Where the capture goes, a new file. Else it is one of the last 10 sessions that are kept.")
    private String capture;

    @Option(
            names = "--cap",
            paramLabel = "SIZE",
            converter = ArgumentConverters.ToCap.class,
            description = "Remove the oldest part of a capture that is larger, such as 512M or 2GiB. "
                    + "Default: half of the free disk, 256 MiB to 8 GiB.")
    private long cap;

    @Option(names = "--quiet", description = "Print nothing but the first line.")
    private boolean quiet;

    /** Begins a session with this capture. */
    Session begin(Folders folders, Framing framing) throws CommandFailure, Problem {
        return SessionOpener.begin(folders, capture, cap, framing);
    }

    boolean quiet() {
        return quiet;
    }
}
