package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FramingPresetsTest {
    /**
     * For each preset a stream, written as the rows that are to come of it: hex digits or text in apostrophes, with
     * {@code !} before what is broken and {@code ~} before what has not ended.
     */
    static List<FramingPreset> presets() {
        return FramingPresets.builtIn().all();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void cutsAStreamOfItsProtocol(FramingPreset preset) throws Problem {
        assertThat(PresetStreams.ALL).containsKey(preset.name());
        List<String> expected = new ArrayList<>();
        StringBuilder stream = new StringBuilder();
        for (String row : PresetStreams.ALL.get(preset.name())) {
            boolean marked = row.startsWith(CutRows.BROKEN) || row.startsWith(CutRows.OPEN);
            String digits = hex(marked ? row.substring(1) : row);
            expected.add((marked ? row.substring(0, 1) : "") + digits);
            stream.append(digits);
        }
        assertThat(CutRows.hex(preset.framing(), Hex.parse(stream.toString())))
                .as(preset.name())
                .isEqualTo(expected);
    }

    private static String hex(String row) {
        StringBuilder digits = new StringBuilder();
        String[] parts = row.split("'");
        for (int i = 0; i < parts.length; i++) {
            byte[] bytes = parts[i].getBytes(StandardCharsets.ISO_8859_1);
            digits.append(
                    i % 2 == 0
                            ? parts[i].replace(" ", "")
                            : Hex.print(bytes, 0, bytes.length).replace(" ", ""));
        }
        return digits.toString();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void isDescribedAndFoundByItsName(FramingPreset preset) throws Problem {
        assertThat(preset.title()).isNotBlank().isNotEqualTo(preset.name());
        assertThat(preset.chineseTitle()).isNotEqualTo(preset.title());
        assertThat(preset.source()).isNotBlank();
        assertThat(Framing.parse(" " + preset.name().toUpperCase(Locale.ROOT))).isEqualTo(preset.framing());
        assertThat(Framing.parse(preset.framing().toString()))
                .as("its text needs no preset")
                .isEqualTo(preset.framing());
        assertThat(FramingPresets.builtIn()
                        .presetOf(preset.framing())
                        .orElseThrow()
                        .framing())
                .isEqualTo(preset.framing());
    }

    @Test
    void everyProtocolThatIsPromisedHasOne() {
        assertThat(presets())
                .extracting(FramingPreset::name)
                .containsAll(PresetStreams.ALL.keySet())
                .contains("mllp", "hl7", "astm", "modbus-tcp", "gt06", "jt808", "teltonika", "iec104", "ethernet-ip")
                .contains("dlms", "hdlc", "nmea", "stx-etx", "slip", "cobs", "syslog", "scpi", "fix", "stomp")
                .contains("iso8583", "writeutf", "proxy-v2");
    }

    @Test
    void aUsersFileAddsPresetsAndReplacesOthers() throws Problem {
        FramingPresets presets = FramingPresets.builtIn().with("""
            {"format": "earshot framings 1",
             "framings": [
               {"name": "scale", "framing": "marks:02..03,+1"},
               {"name": "gt06", "title": "Mine", "framing": "length:2,1,be,+2"}]}
            """, "framings.json");
        assertThat(presets.parse("Scale")).hasToString("marks:02..03,+1");
        assertThat(presets.parse("gt06")).hasToString("length:2,1,be,+2");
        assertThat(presets.parse("fixed:3")).hasToString("fixed:3");
        assertThat(presets.parse("scale wait:1500")).hasToString("marks:02..03,+1 wait:1500");
        assertThat(presets.parse("gt06 wait:never")).as("the user's own").hasToString("length:2,1,be,+2 wait:never");
        assertThat(presets.parse("mllp wait:9")).hasToString("marks:0B..1C0D wait:9");
        assertThat(presets.all())
                .hasSize(presets().size() + 1)
                .anyMatch(preset -> preset.title().equals("Mine"));
        assertThat(presets.presetOf(presets.parse("scale")).orElseThrow().title())
                .isEqualTo("scale");
        assertThat(Framing.parse("gt06")).as("the built-in one").isNotEqualTo(presets.parse("gt06"));
    }

    @Test
    void theFileInTheGuideIsRead() throws Exception {
        String guide = Files.readString(Path.of("src/docs/guide/messages.md"));
        int at = guide.lastIndexOf("```json", guide.indexOf("earshot framings 1")) + "```json".length();
        FramingPresets presets =
                FramingPresets.builtIn().with(guide.substring(at, guide.indexOf("```", at)), "messages.md");
        assertThat(presets.parse("scale")).hasToString("marks:02..03,+1");
    }

    @Test
    void aBrokenFileIsRefusedWithItsNameAndThePlace() {
        assertRefused("{", "problem.json.syntax", "f.json", "1", "2");
        assertRefused(file("{'name': 'x'}"), "problem.json.missing", "f.json", "framings[0].framing");
        assertRefused(
                file("{'name': 'a', 'framing': 'fixed:1'}, {'name': 'x', 'framing': 'fixed:0'}"),
                "problem.json.framing",
                "f.json",
                "framings[1].framing",
                "fixed:0");
        assertRefused(
                file("{'name': 'lines', 'framing': 'fixed:1'}"),
                "problem.json.preset",
                "f.json",
                "framings[0].name",
                "lines");
        assertRefused(
                file("{'name': 'a b', 'framing': 'fixed:1'}"),
                "problem.json.preset",
                "f.json",
                "framings[0].name",
                "a b");
        assertRefused(
                "{\"format\": \"earshot rules 1\", \"framings\": []}",
                "problem.json.format",
                "f.json",
                "format",
                "earshot framings 1",
                "earshot rules 1");
    }

    private static String file(String presets) {
        return "{\"format\": \"earshot framings 1\", \"framings\": [" + presets.replace('\'', '"') + "]}";
    }

    private static void assertRefused(String json, String key, Object... arguments) {
        assertThatThrownBy(() -> FramingPresets.builtIn().with(json, "f.json"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.key()).isEqualTo(key);
                    assertThat(problem.arguments()).containsExactly(arguments);
                });
    }
}
