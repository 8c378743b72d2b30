package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that describe fields, and their mistakes. */
class LayoutFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\": \"a\", \"type\": \"u9\"}|problem.fields.type",
                "{\"name\": \"\", \"type\": \"u8\"}|problem.fields.name",
                "{\"name\": \"a\", \"type\": \"u8\", \"when\": \"a =\"}|problem.fields.formula",
                "{\"name\": \"a\", \"type\": \"u8\", \"group\": 1}|problem.fields.group",
                "{\"name\": \"a\", \"type\": \"u8\", \"at\": 1, \"skip\": 1}|problem.json.one",
                "{\"name\": \"a\", \"type\": \"u8\", \"scale\": \"0,1\"}|problem.fields.number",
                "{\"name\": \"a\", \"type\": \"u8\", \"scale\": \"1/0\"}|problem.fields.number",
                "{\"name\": \"a\", \"type\": \"u8\", \"words\": {\"x\": \"y\"}}|problem.fields.word",
                "{\"name\": \"a\", \"type\": \"u8\", \"checksum\": \"CRC-16/NONE\"}|problem.fields.checksum",
                "{\"name\": \"a\", \"type\": \"u8\", \"checksum\": \"XOR\", \"over\": \"1\"}|problem.fields.over",
                "{\"name\": \"a\", \"type\": \"text\", \"until\": \"\"}|problem.fields.hex",
                "{\"name\": \"a\", \"type\": \"text\", \"prefix\": \"i8\"}|problem.fields.type",
                "{\"name\": \"a\", \"type\": \"text\", \"encoding\": \"utf8x\"}|problem.fields.encoding",
                "{\"name\": \"a\", \"type\": \"u8\", \"unt\": \"V\"}|problem.json.unknown",
                "{\"name\": \"a\", \"type\": \"u8\", \"order\": \"middle\"}|problem.json.choice",
                "{\"name\": \"a\", \"type\": \"u8\", \"bits\": [{\"name\": \"b\", \"low\": 64}]}|problem.json.number"
            })
    void mistakesAreReported(String field, String key) {
        assertThatThrownBy(() -> FieldTexts.layout(field))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo(key));
    }

    @Test
    void aMistakeNamesItsLineAndColumn() {
        String json = """
            {"format": "earshot fields 1",
             "layouts": [{"name": "x", "fields": [
               {"name": "a", "type": "nope"}]}]}
            """;
        assertThatThrownBy(() -> LayoutFile.read(json, "x.json"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.arguments()).startsWith("x.json:3:19", "layouts[0].fields[0].type"));
    }

    @Test
    void headsSayWhereALayoutBelongs() throws Problem {
        MessageLayout layout = LayoutFile.read("""
            {"format": "earshot fields 1", "layouts": [{"name": "x", "title": "X", "titleZh": "某",
             "source": "RFC 0", "framings": "lines, mllp", "ports": "502, 503", "fields": []}]}
            """, "x").get(0);
        assertThat(layout.title()).isEqualTo("X");
        assertThat(layout.chineseTitle()).isEqualTo("某");
        assertThat(layout.framings()).containsExactly("lines", "mllp");
        assertThat(layout.ports()).containsExactly(502, 503);
    }

    @Test
    void otherFilesAndDeepGroupsAreRefused() {
        assertThatThrownBy(() -> LayoutFile.read("{\"format\": \"earshot framings 1\", \"layouts\": []}", "x"))
                .isInstanceOf(Problem.class);
        String deep = "{\"name\": \"g\", \"fields\": [".repeat(30) + "]}".repeat(30);
        assertThatThrownBy(() -> FieldTexts.layout(deep)).isInstanceOf(Problem.class);
    }
}
