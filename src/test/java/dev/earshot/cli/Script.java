package dev.earshot.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a client program of {@code src/docs/replies}, which people can also run by hand. */
public final class Script {
    private static final Path FOLDER = Path.of("src/docs/replies").toAbsolutePath();

    private Script() {}

    /** Starts a script of that folder. Skips the test where python3 is not installed. */
    public static Program start(String name, Object... arguments) throws IOException {
        assumeTrue(isThere("python3"), "python3 is not installed");
        List<String> command = new ArrayList<>(List.of("python3", file(name).toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return Program.of(command);
    }

    /** Starts lines of Python with the port as argument. Skips the test where python3 is not installed. */
    public static Program python(String lines, Object... arguments) throws IOException {
        assumeTrue(isThere("python3"), "python3 is not installed");
        List<String> command = new ArrayList<>(List.of("python3", "-c", lines));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return Program.of(command);
    }

    /** Starts another program. Skips the test where it is not installed. */
    public static Program tool(String name, Object... arguments) throws IOException {
        assumeTrue(isThere(name), name + " is not installed");
        List<String> command = new ArrayList<>(List.of(name));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return Program.of(command);
    }

    /** Returns a port on which nobody listens at the moment, neither TCP nor UDP. */
    public static int freePort() throws IOException {
        try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress())) {
            return udp.getLocalPort();
        }
    }

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    /** Whether a program is installed. Only looked for: to start some of them takes half a second. */
    public static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
