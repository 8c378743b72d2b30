package dev.earshot.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code earshot tftp}, which only has subcommands. */
@Command(
        name = "tftp",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Fetch files by TFTP.")
final class Tftp implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "The command is missing: get.");
    }
}
