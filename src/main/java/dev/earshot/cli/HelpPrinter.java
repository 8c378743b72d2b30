package dev.earshot.cli;

import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Prints the help or the version that a command line asks for, else runs its command. Picocli prints them too, and does
 * not notice when nobody can read them.
 */
final class HelpPrinter implements IExecutionStrategy {
    private final HostProcess host;

    HelpPrinter(HostProcess host) {
        this.host = host;
    }

    @Override
    public int execute(ParseResult parsed) {
        for (CommandLine line : parsed.asCommandLineList()) {
            if (line.isUsageHelpRequested()) {
                return print(line, line.getUsageMessage(line.getColorScheme()).split("\\R"));
            } else if (line.isVersionHelpRequested()) {
                return print(line, line.getCommandSpec().version());
            }
        }
        return new RunLast().execute(parsed);
    }

    private int print(CommandLine line, String... text) {
        Output out = new Output(host.out(), host.charset());
        try {
            for (String one : text) {
                out.line(one);
            }
            out.flush();
            return Terminal.FINE;
        } catch (CommandFailure | Output.NoReader e) {
            throw new ExecutionException(line, e.getMessage(), e);
        }
    }

    /** Says why the help could not be printed, and returns the exit code. */
    int report(Exception failure) {
        if (failure instanceof Output.NoReader) {
            return Terminal.FINE;
        }
        host.say(failure.getMessage());
        return Terminal.FAILED;
    }
}
