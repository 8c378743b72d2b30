package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.net.Event;
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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code show} with {@code --as}. */
class ShowExportTest {
    @TempDir
    Path folder;

    private String file;
    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;

    @BeforeEach
    void record() throws IOException {
        Path capture = folder.resolve("s.pcapng");
        file = capture.toString();
        try (Journal journal = JournalFactory.create(capture, folder, Framing.LINES, (event, time) -> {})) {
            journal.on(new Event.Opened(new InetSocketAddress("127.0.0.1", 8080)));
            for (int id = 1; id <= 2; id++) {
                Peer peer = new Peer(
                        id, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0." + id, 50_000));
                journal.on(new Event.Joined(peer));
                byte[] text = ("message " + id + "\n").getBytes(UTF_8);
                journal.on(new Event.Received(peer, text, 0, text.length, 0));
            }
        }
    }

    private int show(String... options) {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("show", file));
        arguments.addAll(List.of(options));
        HostProcess host = new HostProcess(
                InputStream.nullInputStream(),
                out,
                new PrintStream(err, true, UTF_8),
                UTF_8,
                new Folders(),
                task -> {});
        return Terminal.run(host, arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @CsvSource({
        "text, message 1",
        "netassist, ]# RECV ASCII FROM 127.0.0.1 :50000>",
        "csv, '127.0.0.1:50000,received,10,message 1,'",
        "jsonl, '\"text\":\"message 1\"'",
        "html, <td class=\"text\">message 1",
        "raw, message 1",
        "pcapng, message 1"
    })
    void eachFormGoesToStandardOutputOrToAFile(String form, String part) throws IOException {
        assertThat(show("--as", form)).isZero();
        byte[] printed = out.toByteArray();
        assertThat(new String(printed, UTF_8)).contains(part);
        assertThat(show("--as", form, "-o", path("target"))).isZero();
        assertThat(out.size()).isZero();
        assertThat(Files.readAllBytes(folder.resolve("target"))).isEqualTo(printed);
    }

    @Test
    void whatADamagedCaptureLacksIsSaid() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(file));
        assertThat(show()).isZero();
        assertThat(err.toString(UTF_8)).isEmpty();
        Files.write(Path.of(file), Arrays.copyOf(whole, whole.length - 1));
        assertThat(show()).isZero();
        assertThat(err.toString(UTF_8))
                .matches("earshot: .*s\\.pcapng is damaged or ends too early: \\d+ B of the capture .*\n");
    }

    @Test
    void aFileIsReplacedOnlyByForce() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "old");
        assertThat(show("--as", "raw", "-o", target.toString())).isEqualTo(Terminal.FAILED);
        assertThat(err.toString(UTF_8)).contains("is there already; --force replaces it.");
        assertThat(Files.readString(target)).isEqualTo("old");
        assertThat(show("--as", "raw", "-o", target.toString(), "--force")).isZero();
        assertThat(Files.readString(target)).isEqualTo("message 1\nmessage 2\n");
    }

    @Test
    void theCaptureItselfIsNeverReplacedByRowsOfIt() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(file));
        assertThat(show("--as", "csv", "-o", file, "--force")).isEqualTo(Terminal.FAILED);
        assertThat(err.toString(UTF_8)).contains("s.pcapng exists already; choose another name.");
        assertThat(Files.readAllBytes(Path.of(file))).isEqualTo(whole);
    }

    @Test
    void timesInTheWrongOrderAreRefused() {
        assertThat(show("--from", "2026-01-02", "--until", "2026-01-01")).isEqualTo(Terminal.FAILED);
        assertThat(err.toString(UTF_8)).contains("--until is not after --from");
    }

    @Test
    void aFolderGetsTheBytesOfEachClient() throws IOException {
        assertThat(show("--as", "raw", "-o", path("raw") + "/")).isZero();
        assertThat(Files.readString(folder.resolve("raw/2-127.0.0.2-50000-received.bin")))
                .isEqualTo("message 2\n");
        assertThat(show("--as", "raw", "-o", path("raw"))).isEqualTo(Terminal.FAILED);
        assertThat(show("--as", "raw", "-o", path("raw"), "--force")).isZero();
        assertThat(show("--as", "csv", "-o", path("raw"), "--force")).isEqualTo(Terminal.FAILED);
        assertThat(err.toString(UTF_8)).contains("is a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.3", "127.0.0.1:50001", "127.0.0.1:", "127.0.0.2,127.0.0.3", ""})
    void aClientThatIsNotThereIsRefusedWithThoseThatAre(String client) {
        assertThat(show("--client", client)).isEqualTo(Terminal.FAILED);
        assertThat(err.toString(UTF_8)).contains("s.pcapng' has no client '", ": 127.0.0.1:50000, 127.0.0.2:50000.");
        assertThat(show("--client", client, "--as", "csv", "-o", path("target")))
                .isEqualTo(Terminal.FAILED);
        assertThat(folder.resolve("target")).doesNotExist();
        assertThat(show("--client", "127.0.0.1", "--until", "1999-01-01"))
                .as("one that is there, but not in that time")
                .isZero();
    }

    @Test
    void rowsOfOneClientAreShownAndExported() {
        assertThat(show("--as", "raw", "--client", "127.0.0.2")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("message 2\n");
        assertThat(show("--as", "raw", "--client", "127.0.0.2:50000,127.0.0.1")).isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("message 1\nmessage 2\n");
        assertThat(show("--client", "127.0.0.1:50000")).isZero();
        assertThat(out.toString(UTF_8).lines().toList())
                .satisfiesExactly(
                        line -> assertThat(line).endsWith("127.0.0.1:50000 + connected"),
                        line -> assertThat(line).endsWith("127.0.0.1:50000 < message 1"));
    }

    @Test
    void columnsAndHexAreChosen() {
        assertThat(show("--as", "text", "--columns", "message", "--client", "127.0.0.1", "--hex"))
                .isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("connected\n6D 65 73 73 61 67 65 20 31 0A\n");
        assertThat(show("--as", "netassist", "--client", "127.0.0.1", "--hex")).isZero();
        assertThat(out.toString(UTF_8)).contains("]# RECV HEX FROM 127.0.0.1 :50000>\n6D 65 73");
    }

    @ParameterizedTest
    @CsvSource({
        "--as tables, There is no form 'tables'",
        "-o x, Option '--output' needs --as.",
        "--as csv --force, Option '--force' needs --output.",
        "--as csv --columns time, Option '--columns' needs --as text.",
        "--as text --columns size, is no column"
    })
    void wrongUseIsExplained(String options, String complaint) {
        assertThat(show(options.split(" "))).isEqualTo(Terminal.WRONG_USE);
        assertThat(err.toString(UTF_8)).contains(complaint);
    }

    @Test
    void afterAFailureNothingIsLeft() throws IOException {
        assertThat(show("--as", "csv", "-o", path("nowhere/rows.csv"))).isEqualTo(Terminal.FAILED);
        assertThat(err.toString(UTF_8)).contains("rows.csv does not exist, or its folder does not.");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactly("s.pcapng");
        }
    }

    private void recordFields() throws IOException {
        Path capture = folder.resolve("f.pcapng");
        file = capture.toString();
        try (Journal journal = JournalFactory.create(capture, folder, Framing.LINES, (event, time) -> {})) {
            Peer peer =
                    new Peer(1, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50_000));
            journal.on(new Event.Joined(peer));
            for (String line : List.of("{\"temp\":23.50,\"gps\":{\"lat\":31.2}}", "T=1;temp==x", "hello")) {
                byte[] text = (line + "\n").getBytes(UTF_8);
                journal.on(new Event.Received(peer, text, 0, text.length, 0));
            }
        }
    }

    @Test
    void fieldsAreColumnsOfTextAndCsvAndAnObjectOfJson() throws IOException {
        recordFields();
        assertThat(show("--as", "text", "--columns", "direction", "--field", "temp", "--field", "gps.lat"))
                .as(() -> err.toString(UTF_8))
                .isZero();
        assertThat(out.toString(UTF_8)).isEqualTo("+\t\t\n<\t23.50\t31.2\n<\t=x\t\n<\t\t\n");
        assertThat(show("--as", "csv", "--field", "temp", "--field", "temp * 2"))
                .isZero();
        assertThat(out.toString(UTF_8).lines())
                .anyMatch(line -> line.endsWith(",note,name,temp,temp * 2"))
                .anyMatch(line -> line.endsWith(",23.50,47"))
                .anyMatch(line -> line.endsWith(",'=x,")); // a spreadsheet computes nothing
        assertThat(show("--as", "jsonl", "--field", "temp", "--field", "gps.lat"))
                .isZero();
        assertThat(out.toString(UTF_8).lines())
                .anyMatch(line -> line.contains("\"fields\":{\"temp\":23.50,\"gps.lat\":31.2}"))
                .anyMatch(line -> line.contains("\"fields\":{\"temp\":\"=x\"}"))
                .anyMatch(line -> line.contains("\"text\":\"hello\"") && line.contains("\"fields\":{}"));
    }

    @Test
    void fieldsThatCannotBeWrittenOrReadAreRefused() {
        assertThat(show("--as", "raw", "--field", "temp")).isEqualTo(2);
        assertThat(err.toString(UTF_8))
                .contains("Option '--field' needs --statistics, or --as text, csv, jsonl or html.");
        assertThat(show("--as", "csv", "--field", "")).isEqualTo(2);
    }
}
