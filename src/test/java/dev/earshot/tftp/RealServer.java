package dev.earshot.tftp;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Runs an installed TFTP server as a child process; skips the test where that server is missing. */
public final class RealServer implements AutoCloseable {
    private static final String READY = "ready";

    private final Process process;
    private final ConnectAddress address;

    /** The servers that the tests can start. */
    public enum Kind {
        TFTPD_HPA("in.tftpd"),
        ATFTPD("atftpd"),
        DNSMASQ("dnsmasq");

        private final String program;

        Kind(String program) {
            this.program = program;
        }
    }

    public RealServer(Kind kind, Path folder) throws Exception {
        Optional<Path> program = Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(one -> Path.of(one, kind.program))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(program.isPresent(), kind.program + " is not installed");
        // dnsmasq uses port 69 only, so each test process gives it another loopback address.
        String host = kind == Kind.DNSMASQ ? loopback() : "127.0.0.1";
        int port = kind == Kind.DNSMASQ ? FileRequest.PORT : freePort();
        address = new ConnectAddress(host, port);
        Files.write(folder.resolve(READY), new byte[1]);
        process = new ProcessBuilder(command(kind, program.get().toString(), folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Assumptions.assumeTrue(answers(), kind.program + " cannot run here");
    }

    public ConnectAddress address() {
        return address;
    }

    private List<String> command(Kind kind, String program, String folder) {
        String at = address.host() + ":" + address.port();
        return switch (kind) {
            case TFTPD_HPA -> List.of(program, "-L", "-u", "root", "-a", at, "-s", folder);
            case ATFTPD ->
                List.of(
                        program,
                        "--daemon",
                        "--no-fork",
                        "--user",
                        "root.root",
                        "--logfile",
                        "/dev/null",
                        "--bind-address",
                        address.host(),
                        "--port",
                        Integer.toString(address.port()),
                        folder);
            case DNSMASQ ->
                List.of(
                        program,
                        "--keep-in-foreground",
                        "--conf-file=/dev/null",
                        "--pid-file=",
                        "--user=root",
                        "--port=0",
                        "--enable-tftp",
                        "--tftp-root=" + folder,
                        "--listen-address=" + address.host(),
                        "--bind-interfaces");
        };
    }

    private boolean answers() throws InterruptedException {
        FileRequest ask = new FileRequest(address, READY, TransferMode.OCTET, 100, 0, 1, 512, false);
        while (process.isAlive()) {
            try {
                return new FileTransfer(ask, OutputStream.nullOutputStream(), event -> {}, () -> 1).run();
            } catch (Problem e) {
                process.waitFor(10, TimeUnit.MILLISECONDS);
            }
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static String loopback() {
        long pid = ProcessHandle.current().pid();
        return "127.69." + (pid >> 8 & 0xFF) + "." + (pid & 0xFF | 1);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
