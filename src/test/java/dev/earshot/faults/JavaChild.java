package dev.earshot.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts Java processes of this class path whose settings, captures and temporary files are in a folder of the test.
 */
final class JavaChild {
    /** How often a campaign kills a process. */
    static final int ROUNDS = Integer.getInteger("earshot.faults.rounds", 100);

    private JavaChild() {}

    /** Starts a process; its standard output is to be read, its errors go to a file in the folder. */
    static Process start(Path folder, List<String> before, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().put("XDG_STATE_HOME", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    /** Whether strace is installed and may trace and change system calls here. */
    static boolean canInject() throws InterruptedException {
        return Commands.run("strace", "-f", "-e", "inject=fsync:error=EIO", "true");
    }
}
