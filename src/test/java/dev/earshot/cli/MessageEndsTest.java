package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plays what real devices were seen to send to the terminal program. The pauses are a part of it: longer than those
 * that once ended messages, while any length of them must give the same.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class MessageEndsTest {
    @TempDir
    private Path folder;

    private static Socket connect(Program earshot) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), earshot.port());
        socket.setTcpNoDelay(true);
        assertThat(earshot.row()).endsWith(" + connected");
        return socket;
    }

    private static void say(Socket socket, String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    }

    private static void type(Socket socket, String... keys) throws IOException {
        for (String key : keys) {
            say(socket, key);
            LockSupport.parkNanos(250_000_000);
        }
    }

    @Test
    void whoTypesInTelnetIsAnsweredALineAndLetGo() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "text:heard you\\n", "--end-on", "bye");
                Socket socket = connect(earshot)) {
            type(socket, "t", "e", "s", "t", "y", "\r\n");
            assertThat(earshot.row()).endsWith(" < testy");
            assertThat(Program.read(socket, 10)).isEqualTo("heard you\n".getBytes(ISO_8859_1));
            type(socket, "b", "y", "e", "\r\n");
            assertThat(earshot.row()).endsWith("> heard you");
            assertThat(earshot.row()).endsWith(" < bye");
            assertThat(Program.read(socket, 1)).isEmpty();
        }
    }

    @Test
    void whatIsTypedKeyByKeyComesToTheOthersOfAChatAsALine() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "chat", "--others-only");
                Socket ann = connect(earshot);
                Socket bob = new Socket(InetAddress.getLoopbackAddress(), ann.getPort())) {
            assertThat(earshot.row()).endsWith(" + connected");
            type(ann, "h", "i");
            say(bob, "morning\n");
            assertThat(Program.read(ann, 8)).isEqualTo("morning\n".getBytes(ISO_8859_1));
            type(ann, " ", "B", "\r\n");
            assertThat(Program.read(bob, 6)).isEqualTo("hi B\r\n".getBytes(ISO_8859_1));
            List<String> rows = List.of(earshot.row(), earshot.row(), earshot.row(), earshot.row());
            assertThat(rows).anyMatch(row -> row.endsWith(" < hi B")).anyMatch(row -> row.endsWith(" < morning"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bye\r", "bye\r\0", "bye\r\n", "bye"})
    void aFarewellEndsTheConversationHoweverItsLineEnds(String farewell) throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--end-on", "bye");
                Socket socket = connect(earshot)) {
            say(socket, farewell);
            assertThat(Program.read(socket, 1)).isEmpty();
            assertThat(earshot.row()).endsWith(" < bye");
        }
    }

    @Test
    void readingsThatEndInCrAreRowsAndAreAnswered() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "text:ok\\n");
                Socket socket = connect(earshot)) {
            for (int i = 0; i < 5; i++) {
                say(socket, "ST,NT,+  1.234kg\r");
                assertThat(Program.read(socket, 3)).isEqualTo("ok\n".getBytes(ISO_8859_1));
                assertThat(earshot.row()).endsWith(" < ST,NT,+  1.234kg");
                assertThat(earshot.row()).endsWith("> ok");
            }
        }
    }

    @Test
    void aLongHl7MessageIsTwoRowsAndOneAnswer() throws Exception {
        try (Program earshot = new Program(
                        folder,
                        "listen",
                        "0",
                        "--framing",
                        "delimiter:1C0D",
                        "--reply",
                        "text:ack\\n",
                        "--reply-framing",
                        "delimiter:1C0D");
                Socket socket = connect(earshot)) {
            say(socket, "\13" + "x".repeat(750_000));
            LockSupport.parkNanos(1_000_000_000);
            say(socket, "x".repeat(750_000) + "\34\r\13next\34\r");
            assertThat(Program.read(socket, 8)).isEqualTo("ack\nack\n".getBytes(ISO_8859_1));
            assertThat(earshot.row()).contains(" < [part] ").hasSizeGreaterThan(1 << 20);
            assertThat(earshot.row()).contains(" < x");
        }
    }

    private Program program(String framing) throws IOException {
        return new Program(
                folder, "listen", "0", "--framing", framing, "--reply", "text:ok\\n", "--reply-framing", framing);
    }

    @Test
    void whatTheStreamCutsOffIsMarkedAndNotAnswered() throws Exception {
        try (Program earshot = program("length:0,1");
                Socket socket = connect(earshot)) {
            say(socket, "\4abc");
            socket.shutdownOutput();
            assertThat(earshot.row()).endsWith(" < [incomplete] \\x04abc");
            assertThat(earshot.row()).doesNotContain("> ok");
        }
    }

    @Test
    void aWaitThatWasAskedForEndsAMessage() throws Exception {
        try (Program earshot = program("fixed:8 wait:300");
                Socket socket = connect(earshot)) {
            say(socket, "abc");
            assertThat(earshot.row()).endsWith(" < [incomplete] abc");
            assertThat(Program.read(socket, 3)).isEqualTo("ok\n".getBytes(ISO_8859_1));
        }
    }
}
