package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that a signal ends the program although its clients send faster than it can print, or nobody reads the output.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FloodTest {
    private static final Pattern UNPRINTED =
            Pattern.compile("earshot: (.*: )?(\\d+) rows were not printed; 'earshot show .*x.pcapng' has them\\.");

    @TempDir
    private Path folder;

    @Test
    void aSignalEndsAFloodThatDoesNotEndByItself() throws Exception {
        try (Program earshot = Program.process(folder, "listen", "0", "--capture", "x.pcapng")) {
            int port = earshot.port();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                clients.add(flood(connect(port)));
            }
            for (int i = 0; i < 1_000; i++) {
                earshot.line();
            }
            earshot.signal("TERM");
            assertThat(earshot.exitCode()).isZero();
            for (Thread client : clients) {
                client.join();
            }
            for (String complaint : earshot.complaints()) {
                if (!complaint.equals("(end of output)")) {
                    assertThat(complaint).matches(UNPRINTED);
                }
            }
        }
    }

    @Test
    void aSignalEndsTheProgramAlthoughNobodyReadsItsOutputAndTheCaptureIsWhole() throws Exception {
        int lines = 200_000;
        int port = Script.freePort();
        try (Program earshot = Program.readByNobody(
                        folder, "listen", Integer.toString(port), "--capture", "x.pcapng", "--half-close", "1");
                Socket client = Awaitility.await()
                        .ignoreExceptionsInstanceOf(ConnectException.class)
                        .until(() -> connect(port), socket -> true)) {
            client.setSoTimeout(30_000);
            client.getOutputStream().write("line\n".repeat(lines).getBytes(UTF_8));
            client.shutdownOutput();
            assertThat(client.getInputStream().read())
                    .as("the FIN of its half-closed client")
                    .isEqualTo(-1);
            earshot.signal("TERM");
            Matcher unprinted = UNPRINTED.matcher(earshot.complaint());
            assertThat(unprinted.matches()).isTrue();
            assertThat(unprinted.group(1)).isEqualTo("The output is not being read: ");
            assertThat(Integer.parseInt(unprinted.group(2))).isBetween(lines / 2, lines + 10);
            assertThat(earshot.exitCode()).isEqualTo(1);
        }
        try (Program show =
                new Program(folder, "show", folder.resolve("x.pcapng").toString())) {
            assertThat(show.rest().stream().filter(line -> line.endsWith(" < line")))
                    .hasSize(lines);
        }
    }

    private static Thread flood(Socket client) {
        byte[] lines = "x\n".repeat(10_000).getBytes(UTF_8);
        Thread thread = new Thread(() -> {
            try (client) {
                while (true) {
                    client.getOutputStream().write(lines);
                }
            } catch (IOException e) {
                // the program has ended
            }
        });
        thread.start();
        return thread;
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), port);
    }
}
