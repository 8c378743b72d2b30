package dev.earshot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A Java process that is told lines and answers with lines that begin with a word. */
final class Child implements AutoCloseable {
    private final Process process;
    private final long started;
    private final BufferedReader out;
    private final Writer in;

    /**
     * @param home its folder for settings and captures
     * @param command the whole of it, of {@link Jvm#command} and arguments
     */
    private Child(Path home, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        home.toString(),
                        "XDG_STATE_HOME",
                        home.resolve("state").toString(),
                        "XDG_CONFIG_HOME",
                        home.resolve("config").toString()));
        started = System.nanoTime();
        process = builder.start();
        out = process.inputReader();
        in = process.outputWriter();
    }

    /** One of our own classes with its arguments. */
    static Child of(Path home, Class<?> main, List<String> arguments) throws IOException {
        return of(home, Jvm.PLAIN, main, arguments);
    }

    /** One of our own classes with its arguments, run by this Java. */
    static Child of(Path home, Jvm jvm, Class<?> main, List<String> arguments) throws IOException {
        return of(home, jvm, List.of(), main, arguments);
    }

    /** The same with options for this one process. */
    static Child of(Path home, Jvm jvm, List<String> options, Class<?> main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(jvm.command(home, options, main));
        command.addAll(arguments);
        return new Child(home, command);
    }

    /** When it was started, on the clock of {@link System#nanoTime()}. */
    long started() {
        return started;
    }

    void tell(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    /** What follows this word on the next line that begins with it. */
    String[] next(String word) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            String[] words = line.split(" ", 2);
            if (words[0].equals(word)) {
                return words.length == 1 ? new String[0] : words[1].split(" ");
            }
        }
        throw new IOException("a process ended without its " + word);
    }

    /**
     * What follows this word on the next line that begins with it; null if a line begins with the other word before.
     */
    String[] nextOf(String word, String last) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            String[] words = line.split(" ");
            if (words[0].equals(last)) {
                return null;
            } else if (words[0].equals(word)) {
                return Arrays.copyOfRange(words, 1, words.length);
            }
        }
        throw new IOException("a process ended without its " + last);
    }

    /** A figure of the process as Linux tells it, in the unit that it has there; not a number elsewhere. */
    double status(String name) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
