package dev.earshot.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/**
 * A running program, such as ncat; its standard input and output are text with one byte per character. The test is
 * skipped where it is not installed.
 */
final class OtherProgram implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    OtherProgram(String... command) {
        this(ProcessBuilder.Redirect.DISCARD, command);
    }

    /** Starts a program whose errors are lines of its output. */
    static OtherProgram withErrors(String... command) {
        return new OtherProgram(null, command);
    }

    private OtherProgram(ProcessBuilder.Redirect errors, String... command) {
        Process started = null;
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            started = (errors == null ? builder.redirectErrorStream(true) : builder.redirectError(errors)).start();
        } catch (IOException e) {
            assumeThat(e).as("%s is installed", command[0]).isNull();
        }
        process = started;
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), ISO_8859_1));
    }

    void type(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(ISO_8859_1));
        process.getOutputStream().flush();
    }

    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    /** Reads the next line of the output; null at its end. */
    String line() throws IOException {
        return out.readLine();
    }

    /** Reads the output until a line has this part; null at its end. */
    String lineWith(String part) throws IOException {
        String line = line();
        while (line != null && !line.contains(part)) {
            line = line();
        }
        return line;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
