package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Hex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sends what devices were seen to send to the terminal program, through sockets: each message is a row and gets an
 * answer. A pause in the input is a number of milliseconds between bars.
 */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FieldCasesTest {
    private static final String ENIP = "65 00 00 00" + " 00".repeat(20);
    private static final String ENIP_26 = "65 00 1A 00" + " 00".repeat(20) + " AA".repeat(26);
    private static final String POSITION = "7878 1F 12 0B081D112E10 CF 027AC7EB 0C465849 00148F 01CC00287D001FB8";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "delimiter:1C0D, 0B41 |300| 421C0D, 0B41421C0D",
        "mllp, 0B41 |300| 421C |300| 0D 0B431C0D, 0B41421C0D 0B431C0D",
        "fixed:8, 010203 |1500| 0405060708 |400| 1112131415161718 |400| 2122232425262728, "
                + "0102030405060708 1112131415161718 2122232425262728",
        "'length:0,2,be', 0003AABBCC 0003 |700| AABB |700| CC0000 |400| 0001EE, 0003AABBCC 0003AABBCC 0000 0001EE",
        "jt808, 7E007D027D01337E 7E00727D017E |400| 7E017D |400| 027E, 7E007D027D01337E 7E00727D017E 7E017D027E",
        "dc-09, 0A41220D 0A42220D |400| 0A |400| 430D, 0A41220D 0A42220D 0A430D",
        "scpi, 2333303036 0A41420A430A 0A |400| 233134 |400| 0A0A |400| 4142 0A, 23333030360A41420A430A0A"
                + " 2331340A0A41420A",
        "proxy-v2, 0D0A0D0A000D0A515549540A |400| 2111000C0A0000010A0A0A0A0D0A0050 510A, "
                + "0D0A0D0A000D0A515549540A2111000C0A0000010A0A0A0A0D0A0050 510A"
    })
    void aMessageIsWhatItsFramingSays(String framing, String input, String rows) throws Exception {
        assertRows(framing, input, Arrays.asList(rows.split(" ")));
    }

    @Test
    void messagesWithALengthOfTwoBytesStayInStep() throws Exception {
        String whole = "0033" + "5A".repeat(51);
        String halves = whole.substring(0, 40) + " |1500| " + whole.substring(40);
        String input = whole + halves + (" |400| " + whole).repeat(4);
        assertRows("length:0,2,be", input, List.of(whole, whole, whole, whole, whole, whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"length:2,2,le,+20", "ethernet-ip"})
    void ethernetIpCountsWhatIsBehindItsHeader(String framing) throws Exception {
        List<String> rows = List.of(ENIP, ENIP_26, ENIP_26, ENIP);
        assertRows(framing, String.join("", rows).replaceFirst("AA", "AA |400| "), rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"length:2,1,be,+2", "gt06"})
    void aTrackersSerialMayLookLikeALineEnd(String framing) throws Exception {
        String position = POSITION + "000A 1234 0D0A";
        String heartbeat = "7878 0A 13 40 04 04 00 01 0D0A 5678 0D0A";
        assertRows(framing, position + heartbeat + position, List.of(position, heartbeat, position));
    }

    @Test
    void octetsOfSyslogAreCounted() throws Exception {
        String first = Hex.print("10 <6>one\ntwo".getBytes(ISO_8859_1), 0, 13);
        String second = Hex.print("6 <6>a\nb".getBytes(ISO_8859_1), 0, 8);
        assertRows("syslog", first.replace("0A", "0A |400| ") + second, List.of(first, second));
    }

    @Test
    void anHl7MessageOf300KilobytesWithAPauseIsOneRow() throws Exception {
        String half = "41".repeat(150 << 10);
        assertRows("mllp", "0B" + half + " |1000| " + half + "1C0D", List.of("0B" + half + half + "1C0D"));
    }

    /** Plays the input, expects these rows and as many answers, and no more of either. */
    private void assertRows(String framing, String input, List<String> rows) throws Exception {
        String[] arguments = {
            "listen",
            "0",
            "--hex",
            "--framing",
            framing,
            "--reply",
            "text:.",
            "--reply-framing",
            framing,
            "--half-close",
            "0"
        };
        try (Program earshot = new Program(folder, arguments);
                Socket device = connect(earshot)) {
            play(device, input);
            assertThat(Program.read(device, rows.size())).hasSize(rows.size()).containsOnly('.');
            device.shutdownOutput();
            assertThat(Program.read(device, 1)).as("one answer too many").isEmpty();
            List<String> received = new ArrayList<>();
            for (String row = earshot.row(); !row.contains(" - "); row = earshot.row()) {
                if (row.contains(" < ")) {
                    received.add(row.substring(row.indexOf(" < ") + 3).replace(" ", ""));
                }
            }
            assertThat(received)
                    .isEqualTo(rows.stream().map(row -> row.replace(" ", "")).toList());
        }
    }

    @Test
    void whoTypesInTelnetIsAnsweredAndLetGo() throws Exception {
        Path rules = folder.resolve("rules.json");
        String json = "{'format': 'earshot rules 1', 'framing': 'lines', 'rules': ["
                + "{'match': {'equals': 'testy'}, 'answer': {'text': 'yes', 'ending': 'cr'}}]}";
        Files.writeString(rules, json.replace('\'', '"'));
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "rules:" + rules, "--end-on", "bye");
                Socket telnet = connect(earshot)) {
            play(telnet, "74 |80| 65 |185| 73 |82| 74 |518| 79 |1011| 0D0A");
            assertThat(Program.read(telnet, 4)).isEqualTo("yes\r".getBytes(ISO_8859_1));
            play(telnet, "62 |250| 78 |250| 08 |250| 79 |250| 65 |250| 0D0A 62 |250| 79 |250| 65 |250| 0D00");
            assertThat(Program.read(telnet, 1)).isEmpty();
            assertThat(earshot.row()).endsWith(" < testy");
            assertThat(earshot.row()).endsWith(" >> yes");
            assertThat(earshot.row()).endsWith(" < bx\\x08ye");
            assertThat(earshot.row()).endsWith(" < bye");
        }
    }

    @Test
    void eightyReadingsThatEndInCrAreAnsweredOneByOne() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "text:.");
                Socket scale = connect(earshot)) {
            for (int i = 0; i < 80; i++) {
                play(scale, "78 0D");
                assertThat(Program.read(scale, 1)).hasSize(1);
            }
            List<String> rows = new ArrayList<>();
            while (rows.size() < 80) {
                String row = earshot.row();
                if (row.contains(" < ")) {
                    rows.add(row.substring(row.indexOf(" < ") + 3));
                }
            }
            assertThat(rows).containsOnly("x");
        }
    }

    @Test
    void aHeaderOfAProxyUnderLinesIsNoted() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0");
                Socket proxy = connect(earshot)) {
            play(proxy, "0D0A0D0A000D0A515549540A 2111000C 0A0000010A0A0A0A0D0A0050 470A");
            String row;
            do {
                row = earshot.row();
            } while (!row.contains(" ! "));
            assertThat(row).contains("begins with a PROXY protocol header (v2, 10.0.0.1)");
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfARole() throws Exception {
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "roles");
                Socket app = connect(earshot)) {
            play(app, "EFBB |50| BF4150502037 0D0A");
            assertThat(earshot.row()).endsWith(" < \\uFEFFAPP 7");
            assertThat(earshot.row()).endsWith(" ! is APP 7 from now on");
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfWhatARuleCompares() throws Exception {
        Path rules = folder.resolve("rules.json");
        String json = "{'format': 'earshot rules 1', 'framing': 'lines', 'rules': ["
                + "{'match': {'equals': 'LOGIN 7'}, 'answer': {'text': 'welcome'}}]}";
        Files.writeString(rules, json.replace('\'', '"'));
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "rules:" + rules);
                Socket device = connect(earshot)) {
            play(device, "EFBBBF 4C4F47494E2037 0D0A");
            assertThat(Program.read(device, 7)).isEqualTo("welcome".getBytes(ISO_8859_1));
            assertThat(earshot.row()).endsWith(" < \\uFEFFLOGIN 7");
        }
    }

    private static Socket connect(Program earshot) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), earshot.port());
        socket.setTcpNoDelay(true);
        assertThat(earshot.row()).endsWith(" + connected");
        return socket;
    }

    private static void play(Socket device, String input) throws Exception {
        String[] parts = input.split("\\|");
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                device.getOutputStream().write(Hex.parse(parts[i]));
            } else {
                LockSupport.parkNanos(Long.parseLong(parts[i].strip()) * 1_000_000);
            }
        }
    }
}
