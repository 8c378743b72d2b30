package dev.earshot.packaging;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Runs the tools of the JDK and programs of the system; a failure is an exception with what they said. */
final class Tools {
    private static final long LIMIT_MINUTES = 10;

    private Tools() {}

    /**
     * Runs {@code jlink}, {@code jpackage} or {@code jdeps} of the JDK that runs the build, and returns what it
     * printed.
     */
    static String jdk(String name, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new PackageException("This Java has no " + name
                        + ": let JAVA_HOME name a whole JDK 17" + " or later (Debian: openjdk-17-jdk; this one is "
                        + System.getProperty("java.home") + ")."));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        int code = tool.run(out, out, arguments.toArray(String[]::new));
        String said = bytes.toString(StandardCharsets.UTF_8);
        if (code != 0) {
            throw new PackageException(name + " " + String.join(" ", arguments) + " failed (" + code + "):\n" + said);
        }
        return said;
    }

    /** Runs a program, and returns what it printed on both channels. Waits at most ten minutes. */
    static String run(List<String> command) throws IOException {
        return run(command, Map.of());
    }

    /** The same with variables that are added to its environment. */
    static String run(List<String> command, Map<String, String> variables) throws IOException {
        Path output = Files.createTempFile("earshot-package", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(variables);
            Process process = builder.start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            if (!ended || process.exitValue() != 0) {
                String how = ended ? "failed (" + process.exitValue() + ")" : "took more than ten minutes";
                throw new PackageException(String.join(" ", command) + " " + how + ":\n" + said);
            }
            return said;
        } catch (InterruptedException e) {
            throw new PackageException(command.get(0) + " was interrupted.");
        } finally {
            Files.delete(output);
        }
    }

    /** Whether a program is found in the folders of PATH. */
    static boolean isInstalled(String program, String path) {
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(folder -> Stream.of("", ".exe").map(ending -> Path.of(folder, program + ending)))
                .anyMatch(Files::isExecutable);
    }
}
