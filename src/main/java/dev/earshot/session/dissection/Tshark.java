package dev.earshot.session.dissection;

import dev.earshot.codec.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The program tshark of this computer. Any thread, but nothing here is for the EDT.
 *
 * @param program its file
 */
public record Tshark(Path program) {
    private static final int POLL_MILLIS = 50;
    private static final long MOST_SECONDS = 20;

    /** The most that it may print: a packet of 64 KiB has less in every protocol that is usual. */
    private static final long MOST_OUTPUT = 32 << 20;

    /** The lines that it prints whenever an administrator runs it. */
    private static final String WARNING = "Running as user";

    /** Looks for the program in the folders of PATH, then where Wireshark usually puts it. */
    public static Optional<Tshark> find() {
        return find(System.getenv());
    }

    /** @param environment the variables by which the folders are found */
    static Optional<Tshark> find(Map<String, String> environment) {
        List<String> folders = new ArrayList<>();
        // A folder that is not absolute would depend on where the program was started.
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
            folders.add(folder);
        }
        for (String variable : List.of("ProgramFiles", "ProgramFiles(x86)", "ProgramW6432")) {
            if (environment.containsKey(variable)) {
                folders.add(environment.get(variable) + "\\Wireshark");
            }
        }
        folders.addAll(List.of(
                "/Applications/Wireshark.app/Contents/MacOS", "/usr/local/bin", "/opt/homebrew/bin", "/usr/bin"));
        return folders.stream()
                .flatMap(folder -> Stream.of("tshark", "tshark.exe").flatMap(name -> file(folder, name).stream()))
                .findFirst()
                .map(Tshark::new);
    }

    private static Optional<Path> file(String folder, String name) {
        try {
            Path file = Path.of(folder, name);
            boolean isProgram = !folder.isEmpty() && file.isAbsolute() && Files.isRegularFile(file);
            return isProgram && Files.isExecutable(file) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty(); // PATH may have anything in it
        }
    }

    /**
     * Runs the program and returns the file of what it has printed.
     *
     * @param folder an empty folder for its output
     * @param cancelled is asked again and again; the program is ended once it says so
     * @throws Problem why there is no output
     */
    Path run(List<String> arguments, Path folder, BooleanSupplier cancelled) throws Problem, IOException {
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            process.getOutputStream().close();
            await(process, out, cancelled);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new Problem("problem.tshark.failed", -1, firstLine(errors));
        }
        return out;
    }

    private static void await(Process process, Path out, BooleanSupplier cancelled) throws Problem, IOException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    throw new Problem("problem.tshark.cancelled", -1);
                } else if (System.nanoTime() - until > 0) {
                    throw new Problem("problem.tshark.slow", -1, MOST_SECONDS);
                } else if (Files.size(out) > MOST_OUTPUT) {
                    throw new Problem("problem.tshark.much", -1, MOST_OUTPUT >> 20);
                }
            }
        } catch (InterruptedException e) {
            throw new Problem("problem.tshark.cancelled", -1); // nobody interrupts this thread
        }
    }

    /** Returns the first line that says something, without the name of the program. */
    private static String firstLine(Path errors) throws IOException {
        try (Stream<String> lines = Files.lines(errors, StandardCharsets.ISO_8859_1)) {
            return lines.map(line -> line.replaceFirst("^tshark: ", "").strip())
                    .filter(line -> !line.isEmpty() && !line.startsWith(WARNING))
                    .findFirst()
                    .orElse("");
        }
    }
}
