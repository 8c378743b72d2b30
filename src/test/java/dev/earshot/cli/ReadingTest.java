package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Hex;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks how text of real devices is read and answered in the terminal, through sockets. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ReadingTest {
    private static final String GUESS = "looks like ISO-8859-1 and is read so; another encoding can be chosen";

    private static final List<String> SIGNS =
            List.of("T1=25.3°C", "T2=26.1°C H=40%", "Temp1(°C)", "angle 90°", "flow 3 m³/h", "gain ±2 dB");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"T1=25.3°C", "T2=26.1°C H=40%", "Temp1(°C)", "angle 90°", "flow 3 m³/h", "gain ±2 dB", "größe"})
    void aSignBetweenAsciiIsReadAsIso88591AndAnsweredSo(String text) throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "text:5 \\u00B0")) {
            try (Socket device = connect(earshot.port())) {
                String name = Program.name(device);
                assertThat(earshot.row()).isEqualTo(name + " + connected");
                device.getOutputStream().write((text + "\r\n").getBytes(ISO_8859_1));
                assertThat(Program.read(device, 3)).isEqualTo("5 °".getBytes(ISO_8859_1));
                assertThat(List.of(earshot.row(), earshot.row(), earshot.row()))
                        .contains(name + " < " + text, name + " >> 5 °")
                        .anyMatch(row -> row.endsWith(GUESS));
                earshot.types("°\n");
                assertThat(Program.read(device, 1)).isEqualTo(Hex.parse("B0"));
                assertThat(earshot.row()).isEqualTo(name + " > °");
            }
        }
    }

    @Test
    void oneClientThatSendsAllOfThemStaysInIso88591() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0");
                Socket device = connect(earshot.port())) {
            String name = Program.name(device);
            assertThat(earshot.row()).isEqualTo(name + " + connected");
            for (int round = 0; round < 2; round++) {
                for (String text : SIGNS) {
                    device.getOutputStream().write((text + "\r\n").getBytes(ISO_8859_1));
                    String row = earshot.row();
                    assertThat(row.endsWith(GUESS) ? earshot.row() : row).isEqualTo(name + " < " + text);
                }
            }
            earshot.types("21 °\n");
            assertThat(Program.read(device, 4)).isEqualTo("21 °".getBytes(ISO_8859_1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"你好", "温度25", "T=25.3℃ OK", "开"})
    void aShortRowInGbkStaysInGbk(String text) throws Exception {
        try (Program earshot = new Program(folder, "listen", "0")) {
            try (Socket device = connect(earshot.port())) {
                String name = Program.name(device);
                assertThat(earshot.row()).isEqualTo(name + " + connected");
                device.getOutputStream().write((text + "\n").getBytes(Charset.forName("GBK")));
                assertThat(earshot.row()).isEqualTo(name + " < " + text);
                earshot.types("°\n");
                assertThat(Program.read(device, 2)).isEqualTo(Hex.parse("A1E3"));
                assertThat(earshot.row()).isEqualTo(name + " > °");
            }
        }
    }

    @Test
    void aByteOrderMarkIsShownAndLeftOutWhereAConversationEnds() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--end-on", "LOGIN 7")) {
            try (Socket client = connect(earshot.port())) {
                String name = Program.name(client);
                assertThat(earshot.row()).isEqualTo(name + " + connected");
                client.getOutputStream().write("\uFEFFLOGIN 7\r\n".getBytes(UTF_8));
                assertThat(client.getInputStream().read()).isEqualTo(-1);
                assertThat(earshot.row()).isEqualTo(name + " < \\uFEFFLOGIN 7");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "utf-16le, FFFE 296E A65E 0D00 0A00 0A0A 4100 0A00, \\uFEFF温度, \u0A0AA, 3F00 0D00 0A00",
        "utf-16be, 6E29 5EA6 000D 000A 0A0A 0041 000A, 温度, \u0A0AA, 003F 000D 000A",
        "cp037, C8C5D3D3D6 15 0A D1 25, HELLO, '\\u008EJ', 6F 0D 15",
        "cp1047, C8C5D3D3D6 0D15 D1 15, HELLO, J, 6F 0D 15"
    })
    void linesEndInTheChosenEncodingAndAreAnsweredInIt(
            String encoding, String hex, String first, String second, String answer) throws Exception {
        try (Program earshot =
                new Program(folder, "listen", "0", "--charset", encoding, "--reply", "text:?", "--eol", "crlf")) {
            try (Socket device = connect(earshot.port())) {
                String name = Program.name(device);
                assertThat(earshot.row()).isEqualTo(name + " + connected");
                for (byte one : Hex.parse(hex)) {
                    device.getOutputStream().write(one);
                }
                List<String> rows = new ArrayList<>();
                Stream.generate(earshot::row).limit(4).forEach(rows::add);
                assertThat(rows).contains(name + " < " + first, name + " < " + second);
                assertThat(rows).filteredOn(row -> row.equals(name + " >> ?")).hasSize(2);
                int answers = encoding.startsWith("utf") ? 4 : 2;
                Program.read(device, answers);
                earshot.types("?\n");
                byte[] sent = Hex.parse(answer);
                assertThat(Program.read(device, sent.length)).isEqualTo(sent);
            }
        }
    }

    @Test
    void aJavaWithoutTheEncodingSaysSo() throws Exception {
        List<String> command = new ArrayList<>(Program.command("listen", "0", "--charset", "cp037"));
        command.add(1, "--limit-modules=java.desktop,java.logging,java.management,java.sql");
        try (Program earshot = Program.of(command)) {
            assertThat(earshot.complaint()).startsWith("earshot: This Java has no encoding 'cp037'");
            assertThat(earshot.exitCode()).isEqualTo(2);
        }
    }

    private static Socket connect(int port) throws Exception {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }
}
