package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.Folders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that a wrong command line gives one sentence, the way to help and the right exit code, and no output. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class UsageErrorsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        out.reset();
        err.reset();
        PrintStream sentences = new PrintStream(err, true, UTF_8);
        return Terminal.run(
                new HostProcess(InputStream.nullInputStream(), out, sentences, UTF_8, new Folders(), task -> {}),
                arguments);
    }

    private String said() {
        return err.toString(UTF_8).stripTrailing();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        lisen                      | There is no command 'lisen'; did you mean 'listen'?   | earshot
        listen 0 --end-on �  | The argument '�' has characters that are unknown in this locale; use one with UTF-8, such as LC_ALL=C.UTF-8. | earshot
        --hex                      | There is no option '--hex'                            | earshot
        --                         | The command is missing: listen, connect, udp, relay, show, replay, framings, fields or tftp. | earshot
        @qqq                     | There is no command '@qqq'.                          | earshot
        listen                     | Missing required parameter: '[ADDRESS:]PORT'.         | earshot listen
        listen 0 0                 | '0' is one argument too many.                         | earshot listen
        listen 0 --foo             | There is no option '--foo'.                           | earshot listen
        listen 0 --framin lines    | There is no option '--framin'; did you mean '--framing'? | earshot listen
        listen 0 --capture         | Missing required parameter for option '--capture' (FILE.pcapng). | earshot listen
        listen 0 --hex --hex       | Option '--hex' should be specified only once.         | earshot listen
        listen 0 --charset utf8x   | There is no encoding 'utf8x'.                         | earshot listen
        listen 0 --send-charset x  | There is no encoding 'x'.                             | earshot listen
        listen 0 --framing words   | There is no framing 'words'. Use lines, received, delimiter:0D0A, fixed:16, length:4,2,be, marks:02..03, silence:50 or the name of a protocol such as mllp. | earshot listen
        listen 0 --cap 63M         | '63M' is not a size of at least 64 MB; write 512M or 2GiB. | earshot listen
        listen 0 --cap 2           | '2' is not a size of at least 64 MB; write 512M or 2GiB. | earshot listen
        listen 0 --eol nl          | There is no line ending 'nl'. Use none, lf, crlf or cr. | earshot listen
        listen 0 --hex-input --eol cr | Option '--eol' is for lines of text, not for --hex-input. | earshot listen
        listen 0 --hex-input --nick x | Option '--nick' is for lines of text, not for --hex-input. | earshot listen
        listen 0 --hex-input --escapes | Option '--escapes' is for lines of text, not for --hex-input. | earshot listen
        listen 0 --reply thanks    | There is no reply 'thanks'. Use echo, text:TEMPLATE, hex:TEMPLATE, rules:FILE.json, chat or roles. | earshot listen
        listen 0 --reply text:a${b} | At position 2: there is no variable 'b'. Known are  | earshot listen
        listen 0 --reply hex:4     | The digit 4 at position 1 is only half a byte.        | earshot listen
        listen 0 --reply rules:no.json | no.json does not exist, or its folder does not.   | earshot listen
        listen 0 --reply echo --reply-framing words | There is no framing 'words'.         | earshot listen
        listen 0 --reply echo --reply-limit -1 | --reply-limit: Enter a whole number from 0 to 1000000. | earshot listen
        listen 0 --reply echo --leave x | Option '--leave' needs --reply chat.             | earshot listen
        listen 0 --reply chat --leave ( | The regular expression is wrong at position 1:   | earshot listen
        listen 0 --reply chat --sides a,b | Option '--sides' needs --reply roles.          | earshot listen
        listen 0 --reply roles --sides a | 'a' does not name two sides; write them like APP,DEVICE. | earshot listen
        listen 0 --reply roles --sides a,a | 'a,a' does not name two sides;                | earshot listen
        listen 0 --reply echo --take-over | Option '--take-over' needs --reply roles.      | earshot listen
        listen 0 --then-close      | Option '--then-close' needs --reply.                  | earshot listen
        listen 0 --others-only     | Option '--others-only' needs --reply chat.            | earshot listen
        listen 0 --on-connect ${   | The variable at position 1 does not end: write } after | earshot listen
        listen abc                 | Port must be a whole number from 1 to 65535.          | earshot listen
        listen 8,080               | Port must be a whole number from 1 to 65535.          | earshot listen
        listen 0x50                | Port must be a whole number from 1 to 65535.          | earshot listen
        listen +80                 | Port must be a whole number from 1 to 65535.          | earshot listen
        listen 65536               | Port must be from 1 to 65535; you entered 65536.      | earshot listen
        listen -1                  | Port must be from 1 to 65535; you entered -1.         | earshot listen
        listen 2147483648          | Port must be from 1 to 65535; you entered 2147483648. | earshot listen
        listen 127.0.0.1:          | Enter a port from 1 to 65535.                         | earshot listen
        listen 127.0.0.1           | '127.0.0.1' has no port                               | earshot listen
        listen 256.1.1.1:80        | '256.1.1.1' is not an IPv4 address                    | earshot listen
        listen 127.1:80            | '127.1' is not an IPv4 address                        | earshot listen
        listen 010.0.0.1:80        | '010.0.0.1' has leading zeros; did you mean 10.0.0.1? | earshot listen
        listen somewhere:80        | 'somewhere' is not an IPv4 address                    | earshot listen
        listen tcp://127.0.0.1:80  | 'tcp://127.0.0.1:80': leave out the part up to ://    | earshot listen
        listen ::1:80              | '::1:80': put an IPv6 address in brackets             | earshot listen
        listen １２７.0.0.1:80      | '１２７.0.0.1' uses full-width characters             | earshot listen
        listen 224.0.0.1:80        | 224.0.0.1 is a multicast address                      | earshot listen
        listen 255.255.255.255:80  | 255.255.255.255 is a broadcast address                | earshot listen
        listen [fe80::1%nonet]:80  | No interface named nonet.                             | earshot listen
        connect                    | Missing required parameter: 'HOST:PORT'.             | earshot connect
        connect h                  | 'h' has no port; write it behind a colon              | earshot connect
        connect h:0                | Port must be from 1 to 65535; you entered 0.          | earshot connect
        connect 127.1:80           | '127.1' is not an IPv4 address                        | earshot connect
        connect tcp://h:80         | 'tcp://h:80': leave out the part up to ://            | earshot connect
        connect 239.1.1.1:80       | 239.1.1.1 stands for many computers;                  | earshot connect
        connect h:1 --timeout 0    | The time to connect must be from 0.1 to 600 seconds.  | earshot connect
        connect h:1 --timeout 10s  | The time to connect must be from 0.1 to 600 seconds.  | earshot connect
        connect h:1 --from x:80    | 'x' is not an IPv4 address                            | earshot connect
        connect h:1 --from 1.2.3.4 | '1.2.3.4' has no port                                 | earshot connect
        connect h:1 --then-close   | Option '--then-close' needs --reply.                  | earshot connect
        connect h:1 --nick-format ${text} | Option '--nick-format' needs --nick.                 | earshot connect
        connect h:1 --nick a --nick-format ${name} | '${name}' does not say where the text goes: write ${text} in it once | earshot connect
        relay 0                    | Missing required parameter: 'HOST:PORT'.              | earshot relay
        relay 0 h                  | 'h' has no port; write it behind a colon              | earshot relay
        relay -1 h:1               | Port must be from 1 to 65535; you entered -1.         | earshot relay
        relay 0 h:1 --delay 1s     | --delay: Enter a whole number from 0 to 600000.       | earshot relay
        relay 0 h:1 --cut 1,2,3    | --cut: Enter a whole number from 0 to 999999999.      | earshot relay
        udp                        | Missing required parameter: '[ADDRESS:]PORT'.         | earshot udp
        udp -1                     | Port must be from 1 to 65535; you entered -1.         | earshot udp
        udp 239.1.2.3:9000         | 239.1.2.3 is a multicast address                      | earshot udp
        udp 0 --to h               | 'h' has no port; write it behind a colon              | earshot udp
        udp 0 --group 10.0.0.1     | '10.0.0.1' is not a multicast group:                  | earshot udp
        udp 0 --ttl 256            | --ttl: Enter a whole number from 0 to 255.            | earshot udp
        show                       | Missing required parameter: 'FILE'.                   | earshot show
        show a --from noon         | 'noon' is no time. Use 14:03, 14:03:22.5,            | earshot show
        show a --until -5y         | '-5y' is no time.                                     | earshot show
        show a b                   | 'b' is one argument too many.                         | earshot show
        tftp                       | The command is missing: get.                          | earshot tftp
        tftp put                   | 'put' is one argument too many.                       | earshot tftp
        tftp get                   | Missing required parameters: 'HOST[:PORT]', 'REMOTE'. | earshot tftp get
        tftp get h                 | Missing required parameter: 'REMOTE'.                 | earshot tftp get
        tftp get h x y             | 'y' is one argument too many.                         | earshot tftp get
        tftp get h:0 x             | Port must be from 1 to 65535; you entered 0.          | earshot tftp get
        tftp get 127.1 x           | '127.1' is not an IPv4 address                        | earshot tftp get
        tftp get tftp://h/x x      | 'tftp://h/x': leave out            | earshot tftp get
        tftp get h x --mode mail   | There is no mode 'mail'. Use octet                    | earshot tftp get
        tftp get h x --timeout 1s  | The time to wait for an answer must be from 0.05 to 60 seconds. | earshot tftp get
        tftp get h x --retries x   | Invalid value for option '--retries': 'x' is not an int | earshot tftp get
        tftp get h x --limit 1     | '1' is not a size of at least 1 KB; write 512M or 2GiB. | earshot tftp get
        """)
    void wrongUseGivesOneSentenceAndExitCodeTwo(String line, String sentence, String command) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(said())
                .startsWith("earshot: " + sentence)
                .endsWith(" Try '" + command + " --help'.")
                .hasLineCount(1);
        assertThat(out.size()).isZero();
    }

    @Test
    void aWrongRuleInAFileIsToldWithItsPlace() throws IOException {
        Path file = folder.resolve("my.json");
        Files.writeString(file, """
            {"format": "earshot rules 1", "rules": [
              {"match": {"expression": "a"}, "answer": {"text": "b"}},
              {"match": {"expression": "a("}, "answer": {"text": "b"}}]}
            """);
        assertThat(run("listen", "0", "--reply", "rules:" + file)).isEqualTo(2);
        assertThat(said())
                .startsWith("earshot: " + file + ": rules[1].match: The regular expression is wrong at position 2:")
                .hasLineCount(1);
        Files.writeString(file, "{\"format\": \"earshot rules 1\",\n \"rules\": [}");
        assertThat(run("listen", "0", "--reply", "rules:" + file)).isEqualTo(2);
        assertThat(said())
                .startsWith("earshot: " + file + " is not valid JSON at line 2, column ")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "-h",
                "--version",
                "listen --help",
                "listen --version",
                "connect --help",
                "udp --help",
                "relay --help",
                "show --help",
                "tftp --help",
                "tftp get --help"
            })
    void helpAndVersionAreFine(String line) {
        assertThat(run(line.split(" "))).isZero();
        assertThat(said()).isEmpty();
    }

    @Test
    void everyWrongPortIsRefusedInOneShortLineWithoutControlCharacters() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 700; i++) {
            String given = "x"
                    + random.ints(random.nextInt(60), 0, 0x3000)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
            assertThat(run("listen", given)).as("seed %d: %s", seed, given).isEqualTo(2);
            assertThat(said()).as("seed %d: %s", seed, given).hasLineCount(1).hasSizeLessThan(300);
            assertThat(said().chars()).as("seed %d", seed).noneMatch(Character::isISOControl);
        }
    }
}
