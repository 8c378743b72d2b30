package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Checks that a program without a standard input sends nothing: not the files that the JVM has opened in its place. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ClosedInputTest {
    @TempDir
    private Path folder;

    @Test
    void aServerWithoutAnInputSendsNothingToItsClients() throws Exception {
        try (Program earshot = Program.withoutInput(folder, "listen", "0");
                Socket client = new Socket("127.0.0.1", earshot.port())) {
            assertThat(earshot.row()).isEqualTo(Program.name(client) + " + connected");
            client.getOutputStream().write("hello\n".getBytes());
            assertThat(earshot.row()).isEqualTo(Program.name(client) + " < hello");
            earshot.signal("TERM");
            assertThat(client.getInputStream().readAllBytes()).isEmpty();
            assertThat(earshot.exitCode()).isZero();
        }
    }

    @Test
    void aClientWithoutAnInputSendsNothing() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program earshot = Program.withoutInput(folder, "connect", "127.0.0.1:" + server.getLocalPort())) {
            assertThat(earshot.line()).startsWith("connected"); // so that there is somebody to accept
            try (Socket conversation = server.accept()) {
                assertThat(conversation.getInputStream().readAllBytes())
                        .as("before the FIN at the end of input")
                        .isEmpty();
            }
        }
    }

    @Test
    void aUdpPeerWithoutAnInputSendsNothing() throws Exception {
        try (DatagramSocket peer = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Program earshot = Program.withoutInput(folder, "udp", "0")) {
            int port = earshot.port();
            peer.send(new DatagramPacket(new byte[] {'x'}, 1, InetAddress.getLoopbackAddress(), port));
            while (!earshot.line().endsWith("< x")) {
                // until the datagram is there
            }
            earshot.signal("TERM");
            assertThat(earshot.rest()).as("rows of what it sends").noneMatch(row -> row.contains(" > "));
        }
    }

    @Test
    void theFilesOfTheJdkAndOfTheClassPathAreTheJvms() throws IOException {
        Path home = Path.of(System.getProperty("java.home")).toRealPath();
        assertThat(InheritedInput.isOfTheJvm(home.resolve("lib/modules"))).isTrue();
        assertThat(InheritedInput.isOfTheJvm(Path.of("pipe:[4711]"))).isFalse();
        assertThat(InheritedInput.isOfTheJvm(Path.of("/dev/null"))).isFalse();
        assertThat(InheritedInput.isOfTheJvm(Files.createFile(folder.resolve("lines.txt"))))
                .isFalse();
    }

    @Test
    void aDescriptorThatIsClosedForNewProgramsWasNotInherited() {
        assertThat(InheritedInput.isClosedOnExec("pos:\t0\nflags:\t02100000\nmnt_id:\t15\n"))
                .isTrue();
        assertThat(InheritedInput.isClosedOnExec("pos:\t0\nflags:\t0100000\nmnt_id:\t15\n"))
                .isFalse();
        assertThat(InheritedInput.isClosedOnExec("")).isFalse();
    }
}
