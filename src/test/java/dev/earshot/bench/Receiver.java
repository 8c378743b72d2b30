package dev.earshot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A receiver as a process of its own, with a folder of its own for all that it keeps. */
final class Receiver implements AutoCloseable {
    private final Path home;
    private final Process process;
    private final BufferedReader out;

    private Receiver(Path home, List<String> command) throws IOException {
        this.home = home;
        this.process = process(home, command);
        this.out = process.inputReader();
    }

    static Receiver discarding(Load load) throws IOException {
        return new Receiver(folder(), List.of(Sink.class.getName(), load.bytes() + ""));
    }

    static Receiver appending(Load load) throws IOException {
        Path home = folder();
        return new Receiver(
                home,
                List.of(
                        Sink.class.getName(),
                        load.bytes() + "",
                        home.resolve("bytes").toString()));
    }

    static Receiver window(Load load) throws IOException {
        return new Receiver(folder(), List.of(WatchedWindow.class.getName(), load.rows() + "", load.clients() + ""));
    }

    /** What follows this word on the next line that begins with it. */
    String[] next(String word) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(word + " ")) {
                return line.substring(word.length() + 1).split(" ");
            }
        }
        throw new IOException("the receiver ended without its " + word);
    }

    /** The most memory it has had, in MB; 0 where the system does not tell. */
    double peakMegabytes() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1000)
                    .findFirst()
                    .orElse(0);
        }
    }

    static Process process(Path home, List<String> command) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-cp", System.getProperty("java.class.path")));
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "HOME",
                        home.toString(),
                        "XDG_STATE_HOME",
                        home.resolve("state").toString(),
                        "XDG_CONFIG_HOME",
                        home.resolve("config").toString()));
        return builder.start();
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory("earshot-benchmark-");
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
