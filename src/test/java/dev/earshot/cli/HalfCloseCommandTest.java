package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs the server of the terminal with clients that finish sending (FIN) and go on reading. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class HalfCloseCommandTest {
    @TempDir
    private Path folder;

    @Test
    void anAnswerThatIsTypedAfterFourSecondsArrives() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0");
                Socket client = ask(earshot, "question\n")) {
            client.setSoTimeout(4_000);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            earshot.types("answer\n");
            client.setSoTimeout(20_000);
            assertThat(client.getInputStream().readNBytes(6)).isEqualTo("answer".getBytes(UTF_8));
        }
    }

    @Test
    void aDelayedAnswerArrivesAndTheLogSaysWhoClosedAndWhy() throws Exception {
        Path rules = folder.resolve("later.json");
        Files.writeString(
                rules,
                "{\"format\": \"earshot rules 1\", \"rules\": [{\"delay\": 5000, \"answer\": {\"text\": \"late\"}}]}");
        Path capture = folder.resolve("x.pcapng");
        String last = "as the client had finished sending (FIN) and nothing more was to be sent for 1 s";
        try (Program earshot = new Program(
                        folder,
                        "listen",
                        "0",
                        "--reply",
                        "rules:" + rules,
                        "--half-close",
                        "1",
                        "--capture",
                        capture.toString());
                Socket client = ask(earshot, "question")) {
            client.setSoTimeout(20_000);
            assertThat(client.getInputStream().readAllBytes()).isEqualTo("late".getBytes(UTF_8));
            assertThat(List.of(earshot.row(), earshot.row())).anyMatch(row -> row.endsWith(" < question"));
            assertThat(List.of(earshot.row(), earshot.row())).anyMatch(row -> row.endsWith(" >> late"));
            assertThat(earshot.row()).contains(" - closed here after ").endsWith(last);
            earshot.signal("TERM");
            earshot.rest();
        }
        try (Program show = new Program(folder, "show", capture.toString())) {
            assertThat(show.rest()).anyMatch(row -> row.endsWith(last));
        }
    }

    /** A client that shuts down its side, as {@code nc -N} does, ends soon after the automatic answer. */
    @Test
    void aProgramThatWasAnsweredAutomaticallyEndsSoon() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "echo");
                Program ncat = Script.tool("ncat", "127.0.0.1", earshot.port())) {
            ncat.types("hello\n");
            ncat.endsInput();
            assertThat(ncat.rest()).containsExactly("hello");
            assertThat(ncat.exitCode()).isZero();
        }
    }

    @Test
    void anAnswerThatComesTooLateIsANote() throws Exception {
        Path rules = folder.resolve("later.json");
        Files.writeString(
                rules,
                "{\"format\": \"earshot rules 1\", \"rules\": [{\"delay\": 60000, \"answer\": {\"text\": \"late\"}}]}");
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "rules:" + rules)) {
            Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port());
            client.getOutputStream().write("question\n".getBytes(UTF_8));
            assertThat(List.of(earshot.row(), earshot.row())).anyMatch(row -> row.endsWith(" < question"));
            client.setSoLinger(true, 0);
            client.close();
            assertThat(earshot.row())
                    .endsWith(" ! 1 automatic message to it was not sent, because its conversation ended before");
        }
    }

    private static Socket ask(Program earshot, String question) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port());
        client.getOutputStream().write(question.getBytes(UTF_8));
        client.shutdownOutput();
        return client;
    }
}
