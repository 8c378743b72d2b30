package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code relay} between other programs. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class RelayCommandTest {
    /** Answers each line in capitals, until the client has finished sending. */
    private static final String CAPITALS = String.join(
            "\n",
            "import socket",
            "s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen()",
            "print(s.getsockname()[1], flush=True)",
            "while True:",
            "    c, _ = s.accept()",
            "    for line in c.makefile('rb'): c.sendall(line.upper())",
            "    c.close()");

    @TempDir
    private Path folder;

    private Program relay(Object to, String... options) throws Exception {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "relay";
        arguments[1] = "0";
        arguments[2] = "127.0.0.1:" + to;
        System.arraycopy(options, 0, arguments, 3, options.length);
        return new Program(folder, arguments);
    }

    @Test
    void ncatTalksToPythonThroughItAndBothAreInOneLog() throws Exception {
        try (Program python = Script.python(CAPITALS)) {
            String server = python.line();
            try (Program earshot = Program.process(folder, "relay", "0", "127.0.0.1:" + server)) {
                int port = earshot.port();
                try (Program ncat = Script.tool("ncat", "127.0.0.1", port)) {
                    ncat.types("one\n");
                    assertThat(ncat.line()).isEqualTo("ONE");
                    ncat.endsInput();
                    assertThat(ncat.exitCode()).isZero();
                }
                earshot.signal("TERM");
                List<String> rows =
                        earshot.rest().stream().map(Program::withoutTime).toList();
                assertThat(rows.get(0)).matches("127\\.0\\.0\\.1:\\d+ \\+ connected");
                String client = rows.get(0).split(" ")[0];
                String other = "127.0.0.1:" + server;
                assertThat(rows)
                        .containsSubsequence(client + " < one", other + " >> one", other + " < ONE", client + " >> ONE")
                        .anyMatch(row -> row.startsWith(client + " - "))
                        .anyMatch(row -> row.startsWith(other + " - "));
                assertThat(earshot.exitCode()).isZero();
            }
        }
    }

    @Test
    void aTypedLineGoesToOneSideOnly() throws Exception {
        try (ServerSocket target = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                Program earshot = relay(target.getLocalPort(), "--eol", "lf")) {
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port());
                    Socket served = target.accept()) {
                assertThat(List.of(earshot.row(), earshot.row())).allMatch(row -> row.endsWith(" + connected"));
                earshot.types("to whom?\n@" + Program.name(client) + " down\n");
                earshot.types("@127.0.0.1:" + target.getLocalPort() + " up\n@127.0.0.1:1 x\n");
                assertThat(Program.read(client, 5)).isEqualTo("down\n".getBytes(UTF_8));
                assertThat(Program.read(served, 3)).isEqualTo("up\n".getBytes(UTF_8));
                assertThat(earshot.complaint()).startsWith("earshot: Nothing was sent: begin with the address");
                assertThat(earshot.complaint()).startsWith("earshot: Nobody '127.0.0.1:1' is connected;");
            }
        }
    }

    @Test
    void itDelaysAndCutsAsItsOptionsSay() throws Exception {
        try (Program python = Script.python(CAPITALS);
                Program earshot = relay(python.line(), "--delay", "200,100", "--cut", "0,6")) {
            int port = earshot.port();
            long begun = System.nanoTime();
            try (Program ncat = Script.tool("ncat", "127.0.0.1", port)) {
                ncat.types("one\ntwo\n");
                assertThat(ncat.rest()).containsExactly("ONE", "TW");
                assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(300_000_000);
            }
            earshot.signal("TERM");
            assertThat(earshot.rest()).anyMatch(row -> row.contains(" ! "));
        }
    }

    @Test
    void aTargetThatRefusesIsARowAndTheClientIsReset() throws Exception {
        int nobody = Script.freePort();
        try (Program earshot = relay(nobody, "--timeout", "5")) {
            try (Program ncat = Script.tool("ncat", "127.0.0.1", earshot.port())) {
                assertThat(earshot.row()).endsWith(" + connected");
                assertThat(earshot.row()).contains(" ! 127.0.0.1:" + nobody + " refuses the connection");
                assertThat(earshot.row()).contains(" - reset here (RST)");
                ncat.exitCode();
            }
        }
    }
}
