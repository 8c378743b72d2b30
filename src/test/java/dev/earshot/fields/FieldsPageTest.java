package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of the guide about fields says what is so. */
class FieldsPageTest {
    private static final Pattern JSON = Pattern.compile("(?ms)^```json\\n(.*?)^```");
    private static final Pattern FRAME = Pattern.compile("`(AA 55[ 0-9A-F]+)`");

    @ParameterizedTest
    @ValueSource(strings = {"fields.md", "fields.zh.md"})
    void theExampleReadsItsFrameAndItsLine(String name) throws Exception {
        String page = Files.readString(Path.of("src/docs/guide", name));
        List<MessageLayout> layouts = LayoutFile.read(first(JSON, page), name);
        byte[] frame = Hex.parse(first(FRAME, page));
        FieldReading reading = new FieldReading();
        assertThat(layouts.get(0).read(FieldInput.of(frame, Encoding.UTF_8, true), reading))
                .isTrue();
        assertThat(page).contains("`" + reading.summary() + "`");
        assertThat(FieldTexts.of(layouts.get(0), frame))
                .contains("battery=3.3 V", "  alarm=1", "  mode=2", "crc=19729");
        byte[] line = "T=23.5 H=40".getBytes(StandardCharsets.UTF_8);
        assertThat(FieldTexts.of(layouts.get(1), line)).containsExactly("temp=23.5 °C", "humidity=40 %");
        assertThat(FieldTexts.of(layouts.get(1), "T=7".getBytes(StandardCharsets.UTF_8)))
                .containsExactly("temp=7 °C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fields.md", "fields.zh.md"})
    void allTypesAndLayoutsAreListed(String name) throws Exception {
        String page = Files.readString(Path.of("src/docs/guide", name));
        for (String type : FieldTypes.names().split(", ")) {
            if (!type.matches("[ui](16|24|32|40|48|56)|i8|u64|i64")) {
                assertThat(page).contains("`" + type + "`");
            }
        }
        assertThat(LayoutPresets.all()).allSatisfy(layout -> assertThat(page).contains("`" + layout.name() + "`"));
    }

    private static String first(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow();
    }
}
