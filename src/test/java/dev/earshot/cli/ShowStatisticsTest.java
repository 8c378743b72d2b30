package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.session.Folders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code show} with {@code --statistics}. */
class ShowStatisticsTest {
    @TempDir
    Path folder;

    private String file;
    private String out;
    private String err;

    @BeforeEach
    void record() throws IOException {
        Path capture = folder.resolve("s.pcapng");
        file = capture.toString();
        try (Journal journal = JournalFactory.create(capture, folder, Framing.LINES, (event, time) -> {})) {
            for (int id = 1; id <= 2; id++) {
                Peer peer = new Peer(
                        id, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0." + id, 50_000));
                journal.on(new Event.Joined(peer));
                for (int i = 0; i < id; i++) {
                    byte[] text = ("T=2" + i + "\n").getBytes(UTF_8);
                    journal.on(new Event.Received(peer, text, 0, text.length, 0));
                    journal.on(new Event.Sending(peer, "ok\n".getBytes(UTF_8), 0, 3, true, Origin.PERSON));
                }
            }
        }
    }

    private int show(String... options) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("show", file));
        arguments.addAll(List.of(options));
        HostProcess host = new HostProcess(
                InputStream.nullInputStream(),
                bytes,
                new PrintStream(errors, true, UTF_8),
                UTF_8,
                new Folders(Map.of("XDG_CONFIG_HOME", folder.toString()), "Linux", folder.toString()),
                task -> {});
        int code = Terminal.run(host, arguments.toArray(String[]::new));
        out = bytes.toString(UTF_8);
        err = errors.toString(UTF_8);
        return code;
    }

    @Test
    void theReportIsPrinted() {
        assertThat(show("--statistics")).isZero();
        assertThat(out)
                .startsWith("# Statistics of s.pcapng\n\nMessages: 6, events: 2")
                .contains("\n## Traffic\n", "\n## Clients\n", "\n## Response times\n", "\n## Messages by count\n")
                .doesNotContain("## Values")
                .containsPattern("\\|\\s+3 \\| 50.0 % \\| Sent +\\|\\s+3 \\| `ok` ");
    }

    @Test
    void theOptionsOfShowChooseTheRows() {
        assertThat(show("--statistics", "--client", "127.0.0.1")).isZero();
        assertThat(out).contains("Messages: 2, events: 1").doesNotContain("127.0.0.2");
        assertThat(show("--statistics", "--framing", "received", "--until", "1999-01-01 00:00"))
                .isZero();
        assertThat(out).contains("Messages: 0, events: 0");
    }

    @Test
    void valuesOfAnExpressionAreCounted() {
        assertThat(show("--statistics", "--values", "T=(\\d+)")).isZero();
        assertThat(out)
                .contains("## Values", "3 of 6 messages have a value.", "least 20, mean 20.3333, p50 20, p99 21")
                .containsPattern("\\|\\s+2 \\| 66.7 % \\| `20`");
    }

    @Test
    void aFieldMayBeOneOfTheUsersLayouts() throws IOException {
        Path layouts = Files.createDirectories(folder.resolve("earshot")).resolve("fields.json");
        Files.writeString(layouts, """
            {"format": "earshot fields 1", "layouts": [{"name": "line", "framings": "lines", "expression": "T=2([0-9]+)",
             "fields": [{"name": "tenth", "group": 1, "type": "number"}]}]}
            """);
        assertThat(show("--statistics", "--field", "tenth")).isZero();
        assertThat(out)
                .contains("## Values", "3 of 6 messages have a value.")
                .containsPattern("\\|\\s+2 \\| 66.7 % \\| `0`");
        Files.writeString(layouts, "{\"format\": \"earshot fields 1\", \"layouts\": [7]}");
        assertThat(show("--statistics", "--field", "tenth")).isNotZero();
        assertThat(err).contains("fields.json:1:");
    }

    @Test
    void valuesOfAFieldAreCounted() {
        assertThat(show("--statistics", "--field", "T")).isZero();
        assertThat(out)
                .contains("## Values", "3 of 6 messages have a value.")
                .containsPattern("\\|\\s+2 \\| 66.7 % \\| `20`");
    }

    @Test
    void whatDoesNotGoTogetherIsSaid() {
        assertThat(show("--values", "x")).isEqualTo(Terminal.WRONG_USE);
        assertThat(err).contains("Option '--values' needs --statistics.");
        assertThat(show("--field", "x")).isEqualTo(Terminal.WRONG_USE);
        assertThat(err).contains("Option '--field' needs --statistics");
        assertThat(show("--statistics", "--field", "x", "--values", "x")).isEqualTo(Terminal.WRONG_USE);
        assertThat(err).contains("Options '--values' and '--field' exclude each other.");
        assertThat(show("--statistics", "--as", "csv")).isEqualTo(Terminal.WRONG_USE);
        assertThat(err).contains("exclude each other");
        assertThat(show("--statistics", "--values", "(")).isEqualTo(Terminal.WRONG_USE);
        assertThat(err).contains("The regular expression is wrong at position 1");
    }
}
