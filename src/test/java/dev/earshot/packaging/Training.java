package dev.earshot.packaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Uses the program of an application folder once, as people do at first, so that a class archive can be made: its
 * window opens, listens, echoes a small flood, and is closed. Its settings and captures are in a folder of their own.
 * Each step has a time limit, and none leaves a process behind.
 */
final class Training {
    private static final int CLOSE_SECONDS = 60;
    private static final int QUIET_SECONDS = 3;

    private final AppFolder app;
    private final int jdk;
    private final Path home;

    /**
     * @param home is made; the caller deletes it
     */
    Training(AppFolder app, int jdk, Path home) {
        this.app = app;
        this.jdk = jdk;
        this.home = home;
    }

    /** Runs the program, and returns when it has ended well. */
    void run() throws IOException, InterruptedException {
        Path config = home.resolve("config");
        int port = freePort();
        writeSettings(config, port);
        Path said = home.resolve("output.txt");
        try (TrainingDisplay display = TrainingDisplay.open(app.system())) {
            ProcessBuilder builder =
                    new ProcessBuilder(command()).redirectErrorStream(true).redirectOutput(said.toFile());
            builder.directory(home.toFile());
            builder.environment().remove("JDK_JAVA_OPTIONS");
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            builder.environment().put("HOME", home.toString());
            builder.environment().put("XDG_CONFIG_HOME", config.toString());
            builder.environment().put("XDG_STATE_HOME", home.resolve("state").toString());
            builder.environment().put("APPDATA", config.toString());
            builder.environment().put("LOCALAPPDATA", home.resolve("state").toString());
            display.name().ifPresent(name -> builder.environment().put("DISPLAY", name));
            Process window = builder.start();
            try {
                new TrainingClients(port, window::isAlive).run();
                window.waitFor(QUIET_SECONDS, TimeUnit.SECONDS); // the last rows are painted, the window is at rest
                close(window);
            } finally {
                window.destroyForcibly().waitFor();
            }
        } catch (PackageException | IOException e) {
            String output = Files.exists(said) ? Files.readString(said) : "";
            throw new PackageException("The training of the class archive failed: " + e.getMessage() + "\n" + output
                    + "Without it the package works, but starts slower: -Dpackage.train=false leaves it out.");
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(app.java().toString()));
        command.addAll(JvmOptions.general(jdk));
        command.addAll(new ClassArchive(app, jdk).recording());
        command.addAll(List.of("-Duser.home=" + home, "-cp", app.jar().toString(), AppFolder.MAIN_CLASS));
        return command;
    }

    /** Lets the window listen at once and answer what arrives. */
    private void writeSettings(Path config, int port) throws IOException {
        Path folder = switch (app.system()) {
            case LINUX -> config.resolve("earshot");
            case WINDOWS -> config.resolve("Earshot");
            case MAC -> home.resolve("Library/Application Support/Earshot");
        };
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("settings.properties"), "port=" + port + "\nlisten.at.start=true\n");
        Files.writeString(
                folder.resolve("replies.json"),
                "{\"format\": \"earshot replies 1\", \"answer\": {\"kind\": \"echo\"}}");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void close(Process window) throws IOException, InterruptedException {
        if (app.system() == TargetSystem.WINDOWS) {
            // There is no signal to end a program; without /F this asks its window to close.
            Tools.run(List.of("taskkill", "/PID", Long.toString(window.pid())));
        } else {
            window.destroy();
        }
        if (!window.waitFor(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            throw new PackageException("The window did not close within " + CLOSE_SECONDS + " s.");
        }
    }
}
