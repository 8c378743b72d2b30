package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.fields.LayoutFile;
import dev.earshot.fields.LayoutPresets;
import dev.earshot.fields.MessageLayout;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code fields}, and the views and filters by fields of other commands. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FieldsCommandTest {
    private static final String SENSOR = """
        {"name": "sensor", "title": "Our sensor", "framings": "fixed:3", "fields": [
          {"name": "id", "type": "u8"}, {"name": "temp", "type": "i16", "scale": "0.1", "unit": "C"}]}
        """;

    @TempDir
    private Path folder;

    @Test
    void ownAndBuiltInLayoutsAreListed() throws Exception {
        layouts(SENSOR);
        try (Program earshot = new Program(folder, "fields")) {
            List<String> lines = earshot.rest();
            assertThat(lines).startsWith("  sensor  --framing fixed:3", "      Our sensor (yours)");
            for (MessageLayout layout : LayoutPresets.all()) {
                assertThat(lines).anyMatch(line -> line.matches("  " + layout.name() + "(  .*)?"));
            }
            assertThat(lines).anyMatch(line -> line.endsWith(file().toString()));
            assertThat(earshot.exitCode()).isZero();
        }
    }

    @Test
    void eachBuiltInLayoutIsPrintedAsAFileThatCanBeRead() throws Exception {
        layouts(SENSOR);
        for (String name : List.of("sensor", "modbus-tcp", "gt06", "fix")) {
            try (Program earshot = new Program(folder, "fields", name)) {
                String text = String.join("\n", earshot.rest());
                assertThat(LayoutFile.read(text, name))
                        .extracting(MessageLayout::name)
                        .containsExactly(name);
                assertThat(earshot.exitCode()).isZero();
            }
        }
    }

    @Test
    void aMessageIsReadByALayout() throws Exception {
        try (Program earshot = new Program(folder, "fields", "modbus-tcp", "0001 0000 0006", "01 03 0064 0002")) {
            assertThat(earshot.rest())
                    .contains("  function = 3 (Read holding registers)", "  start = 100")
                    .noneMatch(line -> line.startsWith("!"));
            assertThat(earshot.exitCode()).isZero();
        }
        layouts(SENSOR);
        try (Program earshot = new Program(folder, "fields", "sensor", "07", "012e")) {
            assertThat(earshot.rest()).containsExactly("  id = 7", "  temp = 30.2 C");
        }
        try (Program earshot = new Program(folder, "fields", "sensor", "0701")) {
            assertThat(earshot.rest()).contains("  id = 7").anyMatch(line -> line.startsWith("! temp"));
            assertThat(earshot.complaint()).isEqualTo("earshot: These bytes do not have the form 'sensor'.");
            assertThat(earshot.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void mistakesAreNamed() throws Exception {
        Path wrong =
                Files.writeString(folder.resolve("wrong.json"), "{\"format\": \"earshot fields 1\",\n \"lay\": 1}");
        try (Program earshot = new Program(folder, "fields", "--check", wrong.toString())) {
            assertThat(earshot.complaint()).startsWith("earshot: " + wrong).contains("layouts");
            assertThat(earshot.exitCode()).isEqualTo(1);
        }
        layouts(SENSOR);
        try (Program earshot = new Program(folder, "fields", "--check", file().toString())) {
            assertThat(earshot.rest()).containsExactly("  sensor", "1 layout, no mistakes.");
            assertThat(earshot.exitCode()).isZero();
        }
        fails(1, "There is no layout 'x'.", "fields", "x");
        fails(1, "There is no layout 'x'.", "listen", "0", "--view", "fields/x");
        fails(2, "There is no view 'y'.", "listen", "0", "--view", "y");
        fails(1, "--hex and --view exclude each other.", "listen", "0", "--view", "text", "--hex");
        fails(2, "Something is missing at the end", "listen", "0", "--filter", "where temp >");
    }

    private void fails(int code, String why, String... arguments) throws Exception {
        try (Program earshot = new Program(folder, arguments)) {
            assertThat(earshot.complaint()).contains(why);
            assertThat(earshot.exitCode()).isEqualTo(code);
        }
    }

    @Test
    void listenShowsFieldsAndFiltersByThemFromTheFirstMessageOn() throws Exception {
        layouts(SENSOR);
        try (Program earshot = new Program(
                        folder,
                        "listen",
                        "0",
                        "--framing",
                        "fixed:3",
                        "--view",
                        "fields",
                        "--filter",
                        "where temp > 30");
                Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port())) {
            client.getOutputStream().write(new byte[] {7, 1, 0x2E, 8, 0, 0x2E, 9, 1, 0x2F});
            assertThat(earshot.row()).endsWith(" < id=7  temp=30.2 C");
            assertThat(earshot.row()).endsWith(" < id=9  temp=30.3 C");
        }
    }

    @Test
    void rulesOfTheTerminalReadFieldsToo() throws Exception {
        layouts(SENSOR);
        Path rules = Files.writeString(folder.resolve("rules.json"), """
            {"format": "earshot rules 1", "framing": "fixed:3", "rules": [
              {"match": {"where": "temp > 30"}, "answer": {"text": "hot ${field:temp}", "ending": "lf"}},
              {"match": {}, "answer": {"text": "cold", "ending": "lf"}}]}
            """);
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "rules:" + rules);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port())) {
            client.getOutputStream().write(new byte[] {7, 1, 0x2E});
            assertThat(Program.read(client, 9)).isEqualTo("hot 30.2\n".getBytes(UTF_8));
        }
    }

    @Test
    void rulesThatNeedABrokenFileOfLayoutsSayItsMistake() throws Exception {
        layouts("x");
        Path rules = Files.writeString(folder.resolve("rules.json"), """
            {"format": "earshot rules 1", "rules": [
              {"match": {"where": "temp > 30"}, "answer": {"text": "hot", "ending": "lf"}}]}
            """);
        try (Program earshot = new Program(folder, "listen", "0", "--reply", "rules:" + rules);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), earshot.port())) {
            earshot.saying("fields.json is not valid JSON at line 1");
            client.getOutputStream().write("temp=31;id=2\n".getBytes(UTF_8));
            assertThat(Program.read(client, 4)).as("fields that need no layout").isEqualTo("hot\n".getBytes(UTF_8));
        }
    }

    @Test
    void showReadsAKeptConversationByFields() throws Exception {
        String capture = capture("T=29;H=40\n", "T=31;H=41\n", "hello\n");
        assertThat(show(capture, "--filter", "where T > 30"))
                .singleElement()
                .asString()
                .endsWith(" < T=31;H=41");
        assertThat(show(capture, "--filter", "hell")).singleElement().asString().endsWith(" < hello");
        assertThat(show(capture, "--filter", "/T=2\\d/"))
                .singleElement()
                .asString()
                .endsWith(" < T=29;H=40");
        assertThat(show(capture, "--filter", "where T > 30", "--as", "raw")).containsExactly("T=31;H=41");
        assertThat(show(capture, "--view", "key-value")).anyMatch(line -> line.endsWith(" < hello"));
        layouts(SENSOR);
        String binary = capture("\7\1\56", "\7\0\56");
        assertThat(show(binary, "--framing", "fixed:3", "--view", "fields/sensor", "--filter", "where temp < 30"))
                .singleElement()
                .asString()
                .endsWith(" < id=7  temp=4.6 C");
        assertThat(show(binary, "--framing", "fixed:3"))
                .as("text for scripts, layout or not")
                .noneMatch(line -> line.contains("temp="));
    }

    @Test
    void showSaysThatNoMessageHasTheFieldsOfTheFilter() throws Exception {
        String capture = capture("T=29;H=40\n", "hello\n");
        String said = "earshot: No message has the fields of the filter 'where Temp > 30'.";
        for (String[] form : new String[][] {{}, {"--as", "raw"}, {"--statistics"}}) {
            assertThat(complaints(capture, "where Temp > 30", form)).containsExactly(said);
            assertThat(complaints(capture, "where T > 30", form))
                    .as("none is so")
                    .isEmpty();
        }
        assertThat(complaints(capture, "Temp")).as("a text").isEmpty();
        assertThat(complaints(capture, "where text contains \"hell\" or Temp = 1"))
                .as("one has it")
                .isEmpty();
    }

    private List<String> complaints(String capture, String filter, String... options) throws Exception {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"show", capture, "--filter", filter}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        try (Program earshot = new Program(folder, arguments)) {
            List<String> said = earshot.complaints();
            assertThat(earshot.exitCode()).isZero();
            return said;
        }
    }

    private List<String> show(String capture, String... options) throws Exception {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "show";
        arguments[1] = capture;
        System.arraycopy(options, 0, arguments, 2, options.length);
        try (Program earshot = new Program(folder, arguments)) {
            List<String> lines = earshot.rest();
            assertThat(earshot.exitCode()).isZero();
            return lines;
        }
    }

    private String capture(String... messages) throws Exception {
        Path capture = folder.resolve("c" + messages.length + ".pcapng");
        try (Journal journal = JournalFactory.create(capture, folder, Framing.LINES, (event, time) -> {})) {
            InetSocketAddress local = new InetSocketAddress("127.0.0.1", 8080);
            Peer peer = new Peer(1, local, new InetSocketAddress("127.0.0.1", 50_001));
            journal.on(new Event.Joined(peer));
            for (String message : messages) {
                byte[] bytes = message.getBytes(UTF_8);
                journal.on(new Event.Received(peer, bytes, 0, bytes.length, 0));
            }
        }
        return capture.toString();
    }

    private Path file() {
        return folder.resolve("earshot/fields.json");
    }

    private void layouts(String layout) throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"format\": \"earshot fields 1\", \"layouts\": [" + layout + "]}");
    }
}
