package dev.earshot.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One of the client programs in {@code src/docs/replies}, which people can run as well. */
public final class Script {
    private static final Path FOLDER = Path.of("src/docs/replies").toAbsolutePath();

    private Script() {}

    /** Starts it; where there is no python3, the test is skipped. */
    public static Program start(String name, Object... arguments) throws IOException {
        assumeTrue(isThere("python3"), "python3 is not installed");
        List<String> command = new ArrayList<>(List.of("python3", file(name).toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return Program.of(command);
    }

    /** Starts a few lines of Python, with the port as their argument; likewise. */
    public static Program python(String lines, Object... arguments) throws IOException {
        assumeTrue(isThere("python3"), "python3 is not installed");
        List<String> command = new ArrayList<>(List.of("python3", "-c", lines));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return Program.of(command);
    }

    /** Starts another program; where it is not installed, the test is skipped. */
    public static Program tool(String name, Object... arguments) throws IOException {
        assumeTrue(isThere(name), name + " is not installed");
        List<String> command = new ArrayList<>(List.of(name));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return Program.of(command);
    }

    /** Nobody listens on this port of TCP and UDP at the moment. */
    public static int freePort() throws IOException {
        try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), InetAddress.getLoopbackAddress())) {
            return udp.getLocalPort();
        }
    }

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    static boolean isThere(String program) {
        try {
            Process process = new ProcessBuilder(program, "--help")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
