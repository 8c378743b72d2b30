package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Types lines with line endings, escapes and hex digits, and looks at the bytes that arrive. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class TypedInputTest {
    private static final int PATIENCE_MILLIS = 30_000;

    @TempDir
    private Path folder;

    /** Connects to a server, types and ends the input; returns everything that the server received. */
    private byte[] sent(String typed, String... options) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(PATIENCE_MILLIS);
            String[] arguments =
                    Arrays.copyOf(new String[] {"connect", "127.0.0.1:" + server.getLocalPort()}, 2 + options.length);
            System.arraycopy(options, 0, arguments, 2, options.length);
            try (Program earshot = new Program(folder, arguments);
                    Socket served = server.accept()) {
                served.setSoTimeout(PATIENCE_MILLIS);
                earshot.types(typed);
                earshot.endsInput();
                return served.getInputStream().readAllBytes();
            }
        }
    }

    @Test
    void eachPipedLineEndsWithCr() throws Exception {
        assertThat(sent("LON\r\nLOFF\r\n", "--eol", "cr")).asString().isEqualTo("LON\rLOFF\r");
        assertThat(sent("LON\nLOFF", "--eol", "cr")).asString().isEqualTo("LON\rLOFF\r");
        assertThat(sent("LON\r\nLOFF\r\n", "--eol", "crlf")).asString().isEqualTo("LON\r\nLOFF\r\n");
    }

    @Test
    void escapesStandForBytesOnlyWhereTheyAreAskedFor() throws Exception {
        String typed = "a\\r\\n\\t\\x0D\\0\\\\\n";
        assertThat(sent(typed, "--escapes")).containsExactly('a', '\r', '\n', '\t', '\r', 0, '\\');
        assertThat(sent(typed)).asString(UTF_8).isEqualTo(typed.strip());
        assertThat(sent("你\\xFF\n", "--escapes", "--send-charset", "gbk", "--eol", "cr"))
                .containsExactly(0xC4, 0xE3, 0xFF, '\r');
    }

    @Test
    void aWrongLineGivesOneErrorAndIsNotSent() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--escapes", "--eol", "cr");
                Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port())) {
            assertThat(earshot.row()).endsWith(" + connected");
            earshot.types("bad\\q\n@" + Program.name(client) + " half\\x4\ngood\\t\n");
            assertThat(earshot.complaint()).startsWith("earshot: \\q at position 4 is not an escape.");
            assertThat(earshot.complaint()).startsWith("earshot: \\x at position 5 needs 2 hex digits");
            assertThat(Program.read(client, 6)).asString(UTF_8).isEqualTo("good\t\r");
        }
    }

    @Test
    void linesInHexGoToAllOrToOneAndAWrongOneToNobody() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--hex-input");
                Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port())) {
            assertThat(earshot.row()).endsWith(" + connected");
            earshot.types("48 6\nhello\n \n48 65,0x6C\r\n@" + Program.name(client) + " 6C6F\n");
            assertThat(earshot.complaint())
                    .isEqualTo("earshot: The digit 6 at position 4 is only half a byte. Add a 0 before it.");
            assertThat(earshot.complaint()).startsWith("earshot: 'h' at position 1 is not a hex digit.");
            assertThat(earshot.complaint()).isEqualTo("earshot: Nothing to send.");
            assertThat(Program.read(client, 5)).asString(UTF_8).isEqualTo("Hello");
        }
    }

    @Test
    void offsetsAndTextOfPipedDumpsAreNotSent() throws Exception {
        String xxd = "00000000: 6162 6364 6566                           abcdef\n";
        String hexdump = "00000000  61 62  |ab|\n*\n00000006  63 64  |cd|\n00000008\n";
        String wireshark = "0000   61 62\n0002   63 64\n0009   65\n";
        assertThat(sent(xxd + hexdump + wireshark + "\\x65\\x66\n", "--hex-input"))
                .asString(UTF_8)
                .isEqualTo("abcdef" + "abababcd" + "abcd" + "ef");
    }

    @Test
    void whatIsWrongInAPipedDumpIsSaid() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--hex-input");
                Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port())) {
            assertThat(earshot.row()).endsWith(" + connected");
            earshot.types("00000000  61 62  |ab|\n00000004  63 64  |cd|\n*\n");
            assertThat(Program.read(client, 2)).asString(UTF_8).isEqualTo("ab");
            earshot.endsInput();
            assertThat(earshot.complaint())
                    .startsWith("earshot: Line 2 begins at offset 4, but the rows before it end at 2");
            assertThat(earshot.complaint()).startsWith("earshot: The * in line 3 stands for equal rows");
        }
    }

    @Test
    void aLineInHexIsADatagramAndGoesThroughARelay() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Program earshot =
                        new Program(folder, "udp", "0", "--to", "127.0.0.1:" + socket.getLocalPort(), "--hex-input")) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            earshot.types("00 01\n0A\n");
            assertThat(receive(socket)).containsExactly(0, 1);
            assertThat(receive(socket)).containsExactly(10);
        }
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Program earshot =
                        new Program(folder, "relay", "0", "127.0.0.1:" + server.getLocalPort(), "--hex-input");
                Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port())) {
            assertThat(earshot.row()).contains(" + ");
            earshot.types("@" + Program.name(client) + " 7E 00 7E\n");
            assertThat(Program.read(client, 3)).containsExactly(0x7E, 0, 0x7E);
        }
    }

    private static byte[] receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        socket.receive(packet);
        return Arrays.copyOf(packet.getData(), packet.getLength());
    }
}
