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
    private final BufferedReader out;
    private final Writer in;

    /**
     * @param home its folder for settings and captures
     * @param words what stands behind {@code java}: options, {@code -cp}, class, arguments
     */
    Child(Path home, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(words);
        command.add(0, ProcessHandle.current().info().command().orElse("java"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        home.toString(),
                        "XDG_STATE_HOME",
                        home.resolve("state").toString(),
                        "XDG_CONFIG_HOME",
                        home.resolve("config").toString()));
        process = builder.start();
        out = process.inputReader();
        in = process.outputWriter();
    }

    /** One of our own classes with its arguments. */
    static Child of(Path home, Class<?> main, List<String> arguments) throws IOException {
        return of(home, List.of(), main, arguments);
    }

    /** One of our own classes with its arguments, in a JVM with these options. */
    static Child of(Path home, List<String> options, Class<?> main, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        words.addAll(arguments);
        return new Child(home, words);
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

    /** What follows this word on the next line that begins with it; null if a line begins with the other word before. */
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
