package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs the terminal program as a script does: as a process with streams, an exit code and real clients. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ListenTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder;

    @Test
    void aConversationIsPrintedRowByRowAndShownAgainTheSame() throws Exception {
        List<String> printed = new ArrayList<>();
        try (Program earshot = Program.process(folder, "listen", "0", "--capture", "one.pcapng")) {
            int port = earshot.port();
            printed.add("listening 127.0.0.1:" + port);
            try (Socket socket = connect(port)) {
                socket.getOutputStream().write("你好,世界\n\u001b[31m\u202Ered\r\n\n".getBytes(UTF_8));
                IntStream.range(0, 4).forEach(i -> printed.add(earshot.line()));
                String client = Program.name(socket);
                assertThat(printed.subList(1, 5))
                        .extracting(Program::withoutTime)
                        .containsExactly(
                                client + " + connected",
                                client + " < 你好,世界",
                                client + " < \\x1B[31m\\u202Ered",
                                client + " < ");
                earshot.signal("TERM");
                printed.addAll(earshot.rest());
                assertThat(Program.withoutTime(printed.get(printed.size() - 1))).startsWith(client + " - ");
                assertThat(earshot.exitCode()).isZero();
            }
        }
        try (Program show = Program.process(folder, "show", "one.pcapng")) {
            assertThat(show.rest()).isEqualTo(printed);
            assertThat(show.exitCode()).isZero();
        }
        String last = printed.get(printed.size() - 1);
        String time = last.substring(0, 12);
        try (Program show =
                new Program(folder, "show", folder.resolve("one.pcapng").toString(), "--from", time)) {
            assertThat(show.rest())
                    .isNotEmpty()
                    .allMatch(line -> line.compareTo(time) >= 0)
                    .endsWith(last);
        }
        try (Program show =
                new Program(folder, "show", folder.resolve("one.pcapng").toString(), "--until", time)) {
            assertThat(show.rest()).contains(printed.get(0)).doesNotContain(last);
        }
        try (Program show =
                new Program(folder, "show", folder.resolve("one.pcapng").toString(), "--from", "-1h")) {
            assertThat(show.rest()).isEqualTo(printed);
        }
    }

    @Test
    void gbkSentByteByByteIsReadAndAnsweredInItsOwnEncodingWhateverTheLocale() throws Exception {
        try (Program earshot = Program.process(folder, "listen", "0")) {
            int port = earshot.port();
            try (Socket gbk = connect(port);
                    Socket utf8 = connect(port)) {
                assertThat(List.of(earshot.row(), earshot.row()))
                        .containsExactlyInAnyOrder(
                                Program.name(gbk) + " + connected", Program.name(utf8) + " + connected");
                for (byte one : "温度传感器正常\n".getBytes(GBK)) {
                    gbk.getOutputStream().write(one);
                }
                assertThat(earshot.row()).isEqualTo(Program.name(gbk) + " < 温度传感器正常");
                earshot.types("收到\n");
                assertThat(Program.read(gbk, 4)).isEqualTo("收到".getBytes(GBK));
                assertThat(Program.read(utf8, 6)).isEqualTo("收到".getBytes(UTF_8));
                assertThat(List.of(earshot.row(), earshot.row()))
                        .containsExactlyInAnyOrder(Program.name(gbk) + " > 收到", Program.name(utf8) + " > 收到");
            }
        }
    }

    @Test
    void aTypedLineGoesToAllToOneOrToNobodyAndSaysSo() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--send-charset", "gbk")) {
            int port = earshot.port();
            earshot.types("anybody?\n");
            assertThat(earshot.complaint()).isEqualTo("earshot: No client is connected.");
            try (Socket one = connect(port);
                    Socket two = connect(port)) {
                assertThat(List.of(earshot.row(), earshot.row())).allMatch(row -> row.endsWith(" + connected"));
                earshot.types("@" + Program.name(two) + " 只给你\n@@all\n");
                assertThat(Program.read(one, 4)).isEqualTo("@all".getBytes(GBK));
                assertThat(Program.read(two, 10)).isEqualTo("只给你@all".getBytes(GBK));
                earshot.types("\n好😀\n@nobody x\n@127.0.0.1:1 x\n");
                earshot.typesBytes(new byte[] {(byte) 0xFF, '\n'});
                assertThat(earshot.complaint()).isEqualTo("earshot: Nothing to send.");
                assertThat(earshot.complaint()).startsWith("earshot: 1 character cannot be written in GBK");
                assertThat(earshot.complaint()).startsWith("earshot: No client 'nobody' is connected");
                assertThat(earshot.complaint()).startsWith("earshot: No client '127.0.0.1:1' is connected");
                assertThat(earshot.complaint()).isEqualTo("earshot: A line that is not UTF-8 was not sent.");
                earshot.types("the last line");
                earshot.endsInput();
                assertThat(Program.read(one, 13)).isEqualTo("the last line".getBytes(GBK));
            }
        }
    }

    @Test
    void quietPrintsOnlyTheFirstLineAndTheEndOfInputEndsNothing() throws Exception {
        try (Program earshot = Program.process(folder, "listen", "0", "--quiet", "--half-close", "0")) {
            int port = earshot.port();
            earshot.types("to nobody");
            earshot.endsInput();
            assertThat(earshot.complaint()).as("input has ended").isEqualTo("earshot: No client is connected.");
            try (Socket client = connect(port)) {
                client.getOutputStream().write("heard\n".getBytes(UTF_8));
                client.shutdownOutput();
                assertThat(client.getInputStream().read())
                        .as("ended by the server")
                        .isEqualTo(-1);
            }
            earshot.signal("TERM");
            assertThat(earshot.rest()).isEmpty();
            assertThat(earshot.complaints()).isEmpty();
            assertThat(earshot.exitCode()).isZero();
        }
    }

    @Test
    void hexFramingAndLineEndingDoWhatTheirOptionsSay() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--hex", "--framing", "received", "--eol", "crlf")) {
            int port = earshot.port();
            try (Socket client = connect(port)) {
                assertThat(earshot.row()).endsWith(" + connected");
                client.getOutputStream().write("Hel\nlo".getBytes(UTF_8));
                assertThat(earshot.row()).isEqualTo(Program.name(client) + " < 48 65 6C 0A 6C 6F");
                earshot.types("48\\n\r\n");
                assertThat(Program.read(client, 6)).isEqualTo("48\\n\r\n".getBytes(UTF_8));
                assertThat(earshot.row()).isEqualTo(Program.name(client) + " > 34 38 5C 6E 0D 0A");
            }
        }
    }

    @Test
    void aFixedCharsetReadsEverybody() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--charset", "gbk")) {
            int port = earshot.port();
            try (Socket client = connect(port)) {
                assertThat(earshot.row()).endsWith(" + connected");
                client.getOutputStream().write("学习\n".getBytes(GBK));
                assertThat(earshot.row()).isEqualTo(Program.name(client) + " < 学习");
            }
        }
    }

    @Test
    void afterKillNineEverythingThatWasPrintedCanBeShown() throws Exception {
        Path capture = folder.resolve("killed.pcapng");
        List<String> printed = new ArrayList<>();
        try (Program earshot = Program.process(folder, "listen", "0", "--capture", capture.toString())) {
            int port = earshot.port();
            printed.add("listening 127.0.0.1:" + port);
            try (Socket client = connect(port)) {
                printed.add(earshot.line());
                client.getOutputStream().write("最后一句\n".getBytes(UTF_8));
                printed.add(earshot.line());
                earshot.signal("KILL");
                assertThat(earshot.exitCode()).isEqualTo(137);
            }
        }
        try (Program show = new Program(folder, "show", capture.toString())) {
            assertThat(show.rest()).isEqualTo(printed);
            assertThat(show.exitCode()).isZero();
        }
    }

    @Test
    void aFloodIsPrintedInOrderAndToItsLastRowAlthoughASignalComesMeanwhile() throws Exception {
        int lines = 30_000;
        Path capture = folder.resolve("flood.pcapng");
        List<String> live = new ArrayList<>();
        try (Program earshot = Program.process(folder, "listen", "0", "--capture", capture.toString())) {
            int port = earshot.port();
            live.add("listening 127.0.0.1:" + port);
            try (Socket client = connect(port)) {
                StringBuilder flood = new StringBuilder();
                IntStream.range(0, lines)
                        .forEach(i -> flood.append("line ").append(i).append('\n'));
                client.getOutputStream().write(flood.toString().getBytes(UTF_8));
                live.add(earshot.line());
                live.add(earshot.line());
                earshot.signal("TERM");
                live.addAll(earshot.rest());
                assertThat(earshot.exitCode()).isZero();
            }
        }
        try (Program show = new Program(folder, "show", capture.toString())) {
            // On a slow machine there is no time to print them all after the signal.
            assertThat(show.rest().subList(0, live.size())).isEqualTo(live);
        }
        List<String> received = live.stream()
                .filter(line -> line.contains(" < "))
                .map(line -> line.split(" ", 4)[3])
                .toList();
        int last = received.size() - 1;
        assertThat(received.subList(0, last))
                .isEqualTo(IntStream.range(0, last).mapToObj(i -> "line " + i).toList());
        // The signal may come between two reads that a line spans.
        assertThat("line " + last).startsWith(received.get(last));
    }

    @Test
    void whenNobodyReadsTheOutputAnyMoreTheProgramEnds() throws Exception {
        try (Program earshot = Program.readByHead(folder, "listen", "0")) {
            int port = earshot.port();
            assertThat(earshot.line()).isEqualTo("gone");
            try (Socket client = connect(port)) {
                client.setSoTimeout(30_000);
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(earshot.exitCode()).isZero();
            assertThat(earshot.complaints()).isEmpty();
        }
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getByName("127.0.0.1"), port);
    }
}
