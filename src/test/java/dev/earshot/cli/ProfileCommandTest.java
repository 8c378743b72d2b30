package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs commands with a profile that gives the options which are not typed. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class ProfileCommandTest {
    @TempDir
    private Path folder;

    private String profile(String kind, String settings, String more) throws IOException {
        Path file = folder.resolve("p.json");
        Files.writeString(
                file,
                "{\n\"format\": \"earshot profile 1\", \"kind\": \"" + kind + "\",\n\"settings\": {"
                        + settings.replace('\'', '"') + "}" + more.replace('\'', '"') + "\n}");
        return file.toString();
    }

    private static String exchange(int port, String text, int length) throws IOException {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            client.getOutputStream().write(text.getBytes(UTF_8));
            return new String(Program.read(client, length), UTF_8);
        }
    }

    @Test
    void listenTakesAddressFramingAndRepliesFromItAndWhatIsTypedWins() throws Exception {
        String file = profile(
                "tcp_server",
                "'port': 0, 'framing': 'fixed:3', 'view': 'hex', 'server.max.clients': 5, 'half.close': '1'",
                ", 'replies': {'answer': {'kind': 'echo'}}");
        try (Program listen = new Program(folder, "listen", "--profile", file)) {
            int port = listen.port();
            assertThat(exchange(port, "abcdef", 6)).isEqualTo("abcdef");
            listen.row();
            assertThat(listen.row()).endsWith(" < 61 62 63");
        }
        try (Program listen = new Program(
                folder, "listen", "127.0.0.1:0", "--profile=" + file, "--framing", "lines", "--reply", "text:no")) {
            int port = listen.port();
            assertThat(exchange(port, "abcdef\n", 2)).isEqualTo("no");
            listen.row();
            assertThat(listen.row()).endsWith(" < 61 62 63 64 65 66 0A");
        }
    }

    @Test
    void theViewOfAProfileIsTakenUnlessOneIsTyped() throws Exception {
        String file = profile("tcp_server", "'port': 0, 'view': 'json'", "");
        assertThat(shown(file)).endsWith(" < {\"a\":1}");
        assertThat(shown(file, "--hex")).endsWith(" < 7B 20 22 61 22 3A 20 31 7D 0A");
        assertThat(shown(profile("tcp_server", "'port': 0, 'view': 'hex'", ""), "--view=text"))
                .endsWith(" < { \"a\": 1}");
    }

    private String shown(String file, String... more) throws Exception {
        String[] command = {"listen", "--profile", file};
        try (Program listen = new Program(
                folder, Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new))) {
            exchange(listen.port(), "{ \"a\": 1}\n", 0);
            listen.row();
            return listen.row();
        }
    }

    @Test
    void aServerOfAProfileWithTlsBeginsPlainWhereThatIsTyped() throws Exception {
        String file = profile("tcp_server", "'port': 0, 'tls': true", ", 'replies': {'answer': {'kind': 'echo'}}");
        try (Program listen = new Program(folder, "listen", "--profile", file, "--starttls")) {
            assertThat(exchange(listen.port(), "plain\n", 6)).isEqualTo("plain\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"text, cr, --hex-input, 41, A", "hex, none, --eol=lf, A, 'A\n'"})
    void whatIsTypedExcludesWhatTheProfileSays(String form, String ending, String option, String typed, String received)
            throws Exception {
        String file =
                profile("tcp_server", "'port': 0, 'send.mode': '" + form + "', 'send.ending': '" + ending + "'", "");
        try (Program listen = new Program(folder, "listen", "--profile", file, option)) {
            int port = listen.port();
            try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
                listen.row();
                listen.types(typed + "\n");
                String text = received.replace("\\n", "\n");
                assertThat(new String(Program.read(client, text.length()), UTF_8))
                        .isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "tcp_server | listen  | 'port': 0, 'tls': true, 'tls.alpn': 'mqtt', 'server.allow': '127.0.0.0/8',"
                        + " 'server.max.unsent.kib': 256, 'server.keep.alive': false, 'send.nick': 'me'   | listening",
                "udp        | udp     | 'udp.port': '0', 'udp.target': '127.0.0.1:9', 'udp.groups': '239.1.2.3,"
                        + " 239.1.2.4', 'udp.hops': 2, 'udp.loopback': false, 'udp.shared': true                      |"
                        + " receiving",
                "relay      | relay   | 'relay.port': '0', 'relay.delay.out': 20, 'relay.cut.back': 9,"
                        + " 'relay.tls.out': true, 'relay.max.clients': 3, 'relay.timeout': 5, 'send.mode': 'hex'         "
                        + "       | relaying"
            })
    void everySettingOfAKindIsUnderstoodByItsCommand(String kind, String command, String settings, String begins)
            throws Exception {
        try (Program program = new Program(folder, command, "--profile", profile(kind, settings, ""))) {
            assertThat(program.line()).startsWith(begins + " 127.0.0.1:");
        }
    }

    @Test
    void connectTakesItsServerFromIt() throws Exception {
        try (Program listen = new Program(folder, "listen", "127.0.0.1:0")) {
            int port = listen.port();
            String file =
                    profile("tcp_client", "'client.port': " + port + ", 'client.timeout': 5, 'send.ending': 'lf'", "");
            try (Program connect = new Program(folder, "connect", "--profile", file)) {
                assertThat(connect.line()).isEqualTo("connected 127.0.0.1:" + port);
                connect.types("hello\n");
                listen.row();
                assertThat(listen.row()).endsWith(" < hello");
            }
        }
    }

    @Test
    void aProfileOfAnotherKindOrWithAMistakeIsAnError() throws Exception {
        String file = profile("tcp_server", "'port': 0", "");
        try (Program connect = new Program(folder, "connect", "--profile", file)) {
            assertThat(connect.complaint()).contains("is no profile for 'connect'; use it with 'listen'.");
            assertThat(connect.exitCode()).isEqualTo(2);
        }
        String wrong = profile("tcp_server", "'prot': 0", "");
        try (Program listen = new Program(folder, "listen", "--profile", wrong)) {
            assertThat(listen.complaint()).contains("p.json:3:15: settings.prot is not known here.");
            assertThat(listen.exitCode()).isEqualTo(1);
        }
    }
}
