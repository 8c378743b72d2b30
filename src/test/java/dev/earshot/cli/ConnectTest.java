package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs {@code connect} against servers that are other programs. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ConnectTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    private Path folder;

    private Program connect(int port, String... options) {
        return new Program(folder, arguments(port, options));
    }

    private Program connectAsProcess(int port, String... options) throws IOException {
        return Program.process(folder, arguments(port, options));
    }

    private static String[] arguments(int port, String... options) {
        return Stream.concat(Stream.of("connect", "127.0.0.1:" + port), Stream.of(options))
                .toArray(String[]::new);
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        server.setSoTimeout(30_000);
        return server;
    }

    @Test
    void aConversationWithNcatIsPrintedEndsTheProgramAndIsShownAgainTheSame() throws Exception {
        int port = Script.freePort();
        List<String> printed;
        try (Program ncat = Script.tool("ncat", "-v", "-l", "127.0.0.1", port).saying("Listening on 127.0.0.1");
                Program earshot = connectAsProcess(port, "--eol", "lf", "--capture", "one.pcapng")) {
            String name = "127.0.0.1:" + port;
            assertThat(earshot.line()).isEqualTo("connected " + name);
            assertThat(earshot.row()).isEqualTo(name + " + connected");
            earshot.types("@你好\n");
            assertThat(ncat.line()).as("all of the line").isEqualTo("@你好");
            assertThat(earshot.row()).isEqualTo(name + " > @你好");
            ncat.types("世界\n");
            assertThat(earshot.row()).isEqualTo(name + " < 世界");
            ncat.signal("TERM");
            printed = earshot.rest();
            assertThat(printed.get(printed.size() - 1))
                    .contains(", as the server had finished sending (FIN) and nothing more was to be sent for 3 s");
            assertThat(earshot.exitCode()).isZero();
            assertThat(earshot.complaints()).isEmpty();
        }
        try (Program show =
                new Program(folder, "show", folder.resolve("one.pcapng").toString())) {
            List<String> shown = show.rest();
            assertThat(shown.get(0)).isEqualTo("connected 127.0.0.1:" + port);
            assertThat(shown.subList(4, shown.size())).isEqualTo(printed);
        }
    }

    @Test
    void theEndOfInputFinishesSendingAndTheAnswerIsStillRead() throws Exception {
        int port = Script.freePort();
        String listen = "TCP4-LISTEN:" + port + ",bind=127.0.0.1";
        try (Program socat = Script.tool("socat", "-d", "-d", "-t", "20", listen, "EXEC:sort")
                        .saying("listening on");
                Program earshot = connect(port, "--eol", "lf", "--hex", "--framing", "received")) {
            earshot.types("b\na\n");
            earshot.endsInput();
            List<String> rows = earshot.rest();
            assertThat(rows).filteredOn(row -> row.endsWith(" < 61 0A 62 0A")).hasSize(1);
            assertThat(rows.get(rows.size() - 1)).contains(" - closed by server (FIN)");
            assertThat(earshot.exitCode()).isZero();
            assertThat(socat.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-shutdown", "--reconnect"})
    void theEndOfInputEndsNothingWithTheseOptions(String option) throws Exception {
        try (ServerSocket server = listen(0);
                Program earshot = connectAsProcess(server.getLocalPort(), option)) {
            earshot.types("all");
            earshot.endsInput();
            try (Socket served = server.accept()) {
                assertThat(Program.read(served, 3)).isEqualTo("all".getBytes(UTF_8));
                served.getOutputStream().write("still there\n".getBytes(UTF_8));
                assertThat(earshot.line()).startsWith("connected ");
                assertThat(List.of(earshot.row(), earshot.row(), earshot.row()))
                        .last()
                        .asString()
                        .endsWith(" < still there");
                earshot.signal("TERM");
                assertThat(earshot.rest()).singleElement().asString().contains(" - closed here");
                assertThat(earshot.exitCode()).isZero();
            }
        }
    }

    @Test
    void aPipeLongerThanTheQueueArrivesWhole() throws Exception {
        String count = String.join(
                "\n",
                "import socket, sys, time",
                "s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen()",
                "print(s.getsockname()[1], flush=True)",
                "c, _ = s.accept()",
                "time.sleep(0.3)",
                "print(len(c.makefile('rb').read()), flush=True)");
        int lines = 40_000; // more than 32 Ki
        try (Program python = Script.python(count);
                Program earshot = connect(Integer.parseInt(python.line()), "--quiet", "--eol", "crlf")) {
            earshot.types(
                    IntStream.range(0, lines).mapToObj(i -> "0123456789\n").collect(Collectors.joining()));
            earshot.endsInput();
            assertThat(python.line()).isEqualTo(Integer.toString(12 * lines));
            assertThat(earshot.rest()).hasSize(1);
            assertThat(earshot.complaints()).isEmpty();
            assertThat(earshot.exitCode()).isZero();
        }
    }

    @Test
    void itSendsItsGreetingFromTheRequestedPort() throws Exception {
        int own = Script.freePort();
        try (ServerSocket server = listen(0);
                Program earshot = connect(
                        server.getLocalPort(), "--from", "" + own, "--keep-alive", "--on-connect", "DEVICE 7\\r\\n");
                Socket served = server.accept()) {
            assertThat(served.getPort()).isEqualTo(own);
            assertThat(Program.read(served, 10)).isEqualTo("DEVICE 7\r\n".getBytes(UTF_8));
            assertThat(earshot.line()).startsWith("connected ");
            assertThat(earshot.row()).endsWith(" + connected");
            assertThat(earshot.row()).endsWith(" >> DEVICE 7");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void byeEndsTheConversationWhetherReceivedOrTyped(boolean typed) throws Exception {
        try (ServerSocket server = listen(0);
                Program earshot =
                        connect(server.getLocalPort(), "--end-on", "bye", "--charset", "gbk", "--send-charset", "gbk");
                Socket served = server.accept()) {
            served.getOutputStream().write("goodbye\n".getBytes(GBK));
            earshot.types("再见\n");
            assertThat(Program.read(served, 4)).isEqualTo("再见".getBytes(GBK));
            if (typed) {
                earshot.types("bye\n");
                assertThat(Program.read(served, 4)).isEqualTo("bye".getBytes(GBK));
            } else {
                served.getOutputStream().write("bye\n".getBytes(GBK));
                assertThat(Program.read(served, 1)).isEmpty();
            }
            served.shutdownOutput();
            List<String> rows = earshot.rest();
            assertThat(rows).anyMatch(row -> row.endsWith(" < goodbye"));
            assertThat(rows).anyMatch(row -> row.endsWith(typed ? " > bye" : " < bye"));
            assertThat(rows.get(rows.size() - 1)).contains(" - closed here");
            assertThat(earshot.exitCode()).isZero();
        }
    }

    /** Uses the chat protocol of programming courses; the server that passes the lines on is ncat. */
    @Test
    void inAChatANicknameGoesBeforeEachLineAndByeStillEndsIt() throws Exception {
        int port = Script.freePort();
        try (Program broker = Script.tool("ncat", "-v", "-l", "--broker", "127.0.0.1", port)
                        .saying("Listening on 127.0.0.1");
                Program ncat = Script.tool("ncat", "127.0.0.1", port);
                Program ann = connect(port, "--nick", "Ann", "--end-on", "bye", "--eol", "lf");
                Program bob = connect(port, "--nick", "bob", "--nick-format", "[${name}] ${text}", "--eol", "lf")) {
            String each = "Connection from 127.0.0.1:";
            broker.saying(each).saying(each).saying(each);
            assertThat(List.of(ann.line(), bob.line())).containsOnly("connected 127.0.0.1:" + port);
            ann.types("你好\n");
            assertThat(ncat.line()).isEqualTo("Ann说你好");
            assertThat(awaitRow(bob, " < ")).endsWith(" < Ann说你好");
            bob.types("bye\n");
            assertThat(ncat.line()).isEqualTo("[bob] bye");
            assertThat(awaitRow(ann, " < ")).as("not only bye").endsWith(" < [bob] bye");
            ann.types("bye\n");
            assertThat(ncat.line()).isEqualTo("Ann说bye");
            assertThat(ann.rest()).last().asString().contains(" - closed here");
            assertThat(ann.exitCode()).isZero();
        }
    }

    @Test
    void itConnectsAgainUntilASignalComes() throws Exception {
        int port = Script.freePort();
        try (Program earshot = connect(port, "--reconnect", "--timeout", "5")) {
            earshot.types("kept until there is a connection\n");
            assertThat(earshot.line()).isEqualTo("connecting 127.0.0.1:" + port);
            assertThat(earshot.row()).startsWith("* ! 127.0.0.1:" + port + " refuses the connection");
            for (int round = 0; round < 2; round++) {
                try (ServerSocket server = listen(port);
                        Socket served = server.accept()) {
                    awaitRow(earshot, " + connected");
                    if (round == 0) {
                        assertThat(Program.read(served, 4)).isEqualTo("kept".getBytes(UTF_8));
                    }
                    served.setSoLinger(true, 0);
                }
                assertThat(awaitRow(earshot, " - reset by server (RST)")).startsWith("127.0.0.1:" + port);
                awaitRow(earshot, "* ! ");
            }
            earshot.types("lost\n");
            assertThat(earshot.complaint()).isEqualTo("earshot: Not sent, for there is no connection.");
            earshot.signal("TERM");
            assertThat(earshot.exitCode()).isZero();
        }
    }

    private static String awaitRow(Program earshot, String part) {
        String row;
        do {
            row = earshot.row();
        } while (!row.contains(part));
        return row;
    }

    @Test
    void aSignalWhileItConnectsIsAFailureThatIsTold() throws Exception {
        int port = Script.freePort();
        try (ServerSocket server = listen(port);
                Program earshot = connect(port, "--tls");
                Socket connecting = server.accept()) {
            assertThat(connecting.getInputStream().read())
                    .as("waits for the answer of TLS")
                    .isEqualTo(22);
            earshot.signal("TERM");
            assertThat(earshot.complaints())
                    .containsExactly("earshot: Connecting to 127.0.0.1:" + port + " was cancelled.");
            assertThat(earshot.rest()).isEmpty();
            assertThat(earshot.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void anUnreachableServerGivesOneSentenceAndLeavesNoCapture() throws Exception {
        int port = Script.freePort();
        try (Program earshot = connectAsProcess(port, "--capture", "x.pcapng")) {
            assertThat(earshot.complaints())
                    .containsExactly("earshot: 127.0.0.1:" + port + " refuses the connection: nothing listens on port "
                            + port + " there, or something forbids it. Try 'earshot connect --help'.");
            assertThat(earshot.rest()).isEmpty();
            assertThat(earshot.exitCode()).isEqualTo(1);
            assertThat(folder.resolve("x.pcapng")).doesNotExist();
        }
    }

    /** Nobody can own a name that ends with .invalid (RFC 6761, section 6.4). */
    @Test
    void anUnknownHostGivesOneSentenceWithinTheTimeout() throws Exception {
        try (Program earshot = new Program(folder, "connect", "device.invalid:80", "--timeout", "2")) {
            assertThat(earshot.complaints())
                    .containsExactly("earshot: Cannot find host 'device.invalid'. Try 'earshot connect --help'.");
            assertThat(earshot.exitCode()).isEqualTo(1);
        }
    }
}
