package dev.earshot.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.RunLast;

/** Writes help and versions to standard output, and keeps the failure that a {@link PrintWriter} would swallow. */
final class HelpOutput extends OutputStream {
    private final Output out;
    private Exception failure;

    private HelpOutput(Output out) {
        this.out = out;
    }

    /** Lets a command line print its help to standard output, and fail if that cannot be written. */
    static CommandLine of(CommandLine line, HostProcess host) {
        HelpOutput help = new HelpOutput(new Output(host.out(), host.charset()));
        line.setOut(new PrintWriter(new BufferedWriter(new OutputStreamWriter(help, host.charset())), true));
        line.setExecutionStrategy(parsed -> {
            int code = new RunLast().execute(parsed);
            if (help.failure != null) {
                throw new ExecutionException(line, help.failure.getMessage(), help.failure);
            }
            return code;
        });
        return line;
    }

    /** Says why the help could not be printed, and returns the exit code. */
    static int report(Exception failure, HostProcess host) {
        if (failure instanceof Output.NoReader) {
            return Terminal.FINE;
        }
        host.say(failure.getMessage());
        return Terminal.FAILED;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            OutputStream to = out.stream();
            to.write(bytes, from, length);
            to.flush();
        } catch (Output.StreamFailure e) {
            failure = (Exception) e.getCause();
        } catch (IOException e) {
            failure = e;
        }
    }
}
