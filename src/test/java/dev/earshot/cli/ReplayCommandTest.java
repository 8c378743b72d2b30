package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.KeptConversation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Sends a kept conversation to other programs again. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ReplayCommandTest {
    private static final byte[] BINARY = new byte[100_000];

    static {
        new Random(3).nextBytes(BINARY);
    }

    @TempDir
    private Path folder;

    @Test
    void ncatAndSocatGetEveryByteThatTheClientHadSent() throws Exception {
        KeptConversation kept = KeptConversation.record(folder, BINARY, "\nend".getBytes(UTF_8));
        byte[] expected = new byte[BINARY.length + 4];
        System.arraycopy(BINARY, 0, expected, 0, BINARY.length);
        System.arraycopy("\nend".getBytes(UTF_8), 0, expected, BINARY.length, 4);
        int port = Script.freePort();
        Path byNcat = folder.resolve("ncat.bin");
        try (Program ncat = Script.tool("ncat", "-v", "-l", "127.0.0.1", port, "--recv-only", "-o", byNcat)
                        .saying("Listening on 127.0.0.1");
                Program replay = replay(kept, port, "--from", kept.client(), "--speed", "max", "--quiet")) {
            assertThat(replay.line()).isEqualTo("connected 127.0.0.1:" + port);
            assertThat(replay.complaint()).matches("earshot: Sent ([0-9,]+) of \\1 messages, 100,004 bytes, in .* s");
            assertThat(ncat.exitCode()).isZero();
            assertThat(replay.exitCode()).isZero();
        }
        Path bySocat = folder.resolve("socat.bin");
        try (Program socat = Script.tool(
                                "socat",
                                "-d",
                                "-d",
                                "-u",
                                "TCP4-LISTEN:" + port + ",bind=127.0.0.1",
                                "CREATE:" + bySocat)
                        .saying("listening on");
                Program replay = replay(kept, port, "--speed", "100", "--framing", "received")) {
            assertThat(replay.exitCode()).isZero();
            assertThat(socat.exitCode()).isZero();
        }
        assertThat(Files.readAllBytes(byNcat)).isEqualTo(expected);
        assertThat(Files.readAllBytes(bySocat)).isEqualTo(expected);
    }

    @Test
    void answersArePrintedAsRowsAndEachLineOfInputSendsOneMessage() throws Exception {
        KeptConversation kept = KeptConversation.record(folder, "one\ntwo\nthree\n".getBytes(UTF_8));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program replay = replay(kept, server.getLocalPort(), "--speed", "step", "--origin")) {
            String name = "127.0.0.1:" + server.getLocalPort();
            try (Socket socket = server.accept()) {
                assertThat(replay.line()).isEqualTo("connected " + name);
                assertThat(replay.row()).isEqualTo(name + " + connected");
                replay.types("\n");
                assertThat(Program.read(socket, 4)).isEqualTo("one\n".getBytes(UTF_8));
                assertThat(replay.row()).isEqualTo(name + " >> [replay " + kept.client() + "] one");
                socket.getOutputStream().write("yes\n".getBytes(UTF_8));
                assertThat(replay.row()).isEqualTo(name + " < yes");
                replay.types("\n");
                assertThat(Program.read(socket, 4)).isEqualTo("two\n".getBytes(UTF_8));
            }
            assertThat(replay.complaint()).isEqualTo("earshot: Press Enter to send the next message.");
            assertThat(replay.complaint()).startsWith("earshot: " + name + " left after 2 of 3 messages.");
            assertThat(replay.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void theEndOfInputLosesNoMessageThatWasReleasedBeforeIt() throws Exception {
        KeptConversation kept = KeptConversation.record(folder, "one\ntwo\nthree\n".getBytes(UTF_8));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program replay = replay(kept, server.getLocalPort(), "--speed", "step")) {
            replay.types("\n\n");
            replay.endsInput();
            try (Socket socket = server.accept()) {
                assertThat(socket.getInputStream().readAllBytes()).isEqualTo("one\ntwo\n".getBytes(UTF_8));
            }
            assertThat(replay.complaint()).isEqualTo("earshot: Press Enter to send the next message.");
            assertThat(replay.complaint()).startsWith("earshot: Sent 2 of 3 messages, 8 bytes");
            assertThat(replay.complaint()).startsWith("earshot: Not everything was sent");
            assertThat(replay.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void theServersSideIsSentTooAndTheEndCanBeGiven() throws Exception {
        KeptConversation kept = KeptConversation.record(folder, "first\n".getBytes(UTF_8), "second\n".getBytes(UTF_8));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program replay =
                        replay(kept, server.getLocalPort(), "--side", "server", "--no-shutdown", "--end-after", "0.1");
                Socket socket = server.accept()) {
            assertThat(socket.getInputStream().readAllBytes()).isEqualTo("first\n".getBytes(UTF_8));
            assertThat(replay.exitCode()).isZero();
        }
    }

    @Test
    void aConversationThatIsNotThereIsAnErrorThatNamesThoseThatAre() throws Exception {
        KeptConversation kept = KeptConversation.record(folder, "x\n".getBytes(UTF_8));
        try (Program replay = replay(kept, 1, "--from", "10.0.0.9:1")) {
            assertThat(replay.complaint()).contains("no conversation with '10.0.0.9:1': " + kept.client() + ".");
            assertThat(replay.exitCode()).isEqualTo(1);
        }
        try (Program replay = replay(kept, 1, "--speed", "fast")) {
            assertThat(replay.complaint()).contains("'fast' is no speed.");
            assertThat(replay.exitCode()).isEqualTo(2);
        }
    }

    private Program replay(KeptConversation kept, int port, String... options) throws Exception {
        String[] arguments = new String[options.length + 4];
        arguments[0] = "replay";
        arguments[1] = kept.file().toString();
        arguments[2] = "--to";
        arguments[3] = "127.0.0.1:" + port;
        System.arraycopy(options, 0, arguments, 4, options.length);
        return new Program(folder, arguments);
    }
}
