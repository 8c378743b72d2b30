package dev.earshot.packaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The display of the training: one of its own where Xvfb is installed, so that no window appears, else that of the
 * user.
 */
final class TrainingDisplay implements AutoCloseable {
    private final Optional<Process> server;
    private final Optional<String> name;

    private TrainingDisplay(Optional<Process> server, Optional<String> name) {
        this.server = server;
        this.name = name;
    }

    static TrainingDisplay open(TargetSystem system) throws IOException {
        if (system != TargetSystem.LINUX) {
            return new TrainingDisplay(Optional.empty(), Optional.empty());
        } else if (Tools.isInstalled("Xvfb", System.getenv("PATH"))) {
            return ownServer();
        } else if (System.getenv("DISPLAY") != null) {
            return new TrainingDisplay(Optional.empty(), Optional.of(System.getenv("DISPLAY")));
        }
        throw new PackageException("it wants a display, and there is none: apt-get install xvfb.");
    }

    private static TrainingDisplay ownServer() throws IOException {
        Process server = new ProcessBuilder(List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out = server.inputReader(); // ends if the server does
        String number = out.readLine();
        if (number == null) {
            throw new PackageException(
                    "Xvfb ended at once (" + server.onExit().join().exitValue() + ").");
        }
        return new TrainingDisplay(Optional.of(server), Optional.of(":" + number.strip()));
    }

    /** Returns what DISPLAY is to be; nothing on a system that has no such variable. */
    Optional<String> name() {
        return name;
    }

    @Override
    public void close() {
        server.ifPresent(process -> {
            process.destroy();
            process.onExit().join();
        });
    }
}
