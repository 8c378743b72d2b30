package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of layouts that depend on what the message says. */
class LayoutStructureTest {

    private static List<String> read(String fields, String hex) throws Problem {
        return FieldTexts.of(FieldTexts.layout(fields), hex);
    }

    private static boolean accepts(String fields, String hex) throws Problem {
        return FieldTexts.layout(fields).read(FieldInput.of(Hex.parse(hex), Encoding.UTF_8, true), new FieldReading());
    }

    @Test
    void casesFollowANumberOrAText() throws Problem {
        String byNumber = """
            {"name": "kind", "type": "u8"},
            {"switch": "kind", "cases": {"1, 2": [{"name": "a", "type": "u8"}],
              "0x80..0xFF": [{"name": "error", "type": "u8"}], "3": []}}
            """;
        assertThat(read(byNumber, "02 07")).containsExactly("kind=2", "a=7");
        assertThat(read(byNumber, "90 07")).containsExactly("kind=144", "error=7");
        assertThat(accepts(byNumber, "03")).isTrue();
        assertThat(accepts(byNumber, "04")).isFalse();
        assertThat(accepts(byNumber.replace("\"cases\"", "\"default\": [], \"cases\""), "04"))
                .isTrue();
        String byText = """
            {"name": "kind", "type": "text", "length": 1},
            {"switch": "kind", "cases": {"A": [{"name": "a", "type": "u8"}], "1": [{"name": "b", "type": "u8"}]}}
            """;
        assertThat(read(byText, "41 07")).containsExactly("kind=A", "a=7");
        assertThat(read(byText, "31 07")).containsExactly("kind=1", "b=7");
    }

    @Test
    void theFirstChoiceThatFitsCounts() throws Problem {
        String choices = """
            {"name": "n", "type": "u8"},
            {"choices": [
              {"fields": [{"name": "a", "type": "text", "prefix": "u8"}, {"name": "x", "type": "u8", "is": "00"},
                          {"require": "rest = 0"}]},
              {"fields": [{"name": "b", "type": "u8"}]}]},
            {"name": "tail", "type": "hex"}
            """;
        assertThat(read(choices, "01 02 4142 00")).containsExactly("n=1", "a=AB", "x=0", "tail=");
        assertThat(read(choices, "01 02 4142 01")).containsExactly("n=1", "b=2", "tail=41 42 01");
        assertThat(read(choices, "01 7F 4142 00")).containsExactly("n=1", "b=127", "tail=41 42 00");
        assertThat(accepts(choices, "01 02 4142 00 00")).isTrue();
    }

    @Test
    void listsOfPartsAreShared() throws Problem {
        String json = """
            {"format": "earshot fields 1",
             "shared": {"pair": [{"name": "x", "type": "u8"}, {"name": "y", "type": "u8"}]},
             "layouts": [{"name": "one", "fields": [{"name": "first", "use": "pair"}, {"repeat": "rest", "use": "pair"}]},
                         {"name": "two", "use": "pair"}]}
            """;
        List<MessageLayout> layouts = LayoutFile.read(json, "x");
        assertThat(FieldTexts.of(layouts.get(0), "01020304")).containsExactly("first=", "  x=1", "  y=2", "x=3", "y=4");
        assertThat(FieldTexts.of(layouts.get(1), "0102")).containsExactly("x=1", "y=2");
        assertThatThrownBy(() ->
                        LayoutFile.read(json.replace("\"two\", \"use\": \"pair\"", "\"two\", \"use\": \"no\""), "x"))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.key()).isEqualTo("problem.fields.use"));
        assertThatThrownBy(() -> LayoutFile.read(
                        json.replace("{\"name\": \"y\", \"type\": \"u8\"}", "{\"use\": \"pair\"}"), "x"))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> LayoutFile.read(json.replace("\"shared\": {", "\"shared\": {\"unused\": [],"), "x"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void repetitionsAreCounted() throws Problem {
        assertThat(read("""
            {"repeat": 3, "fields": [{"name": "address", "type": "u8", "when": "index = 0"},
              {"name": "address", "value": "address + 1", "when": "index > 0"}, {"name": "v", "type": "u8"}]}
            """, "0A 01 02 03"))
                .containsExactly("address=10", "v=1", "address=11", "v=2", "address=12", "v=3");
    }

    @Test
    void bitsMayDependOnOtherBitsAndTextsHaveWords() throws Problem {
        String fields = """
            {"name": "head", "type": "u8", "bits": [{"name": "type", "low": 4, "count": 4},
              {"name": "dup", "low": 3, "when": "type = 3"}]},
            {"name": "side", "type": "text", "length": 1, "words": {"1": "Buy"}}
            """;
        assertThat(read(fields, "38 31")).containsExactly("head=56", "  type=3", "  dup=1", "side=1 (Buy)");
        assertThat(read(fields, "18 32")).containsExactly("head=24", "  type=1", "side=2");
    }

    @Test
    void severalDelimitersMayEndAField() throws Problem {
        String fields = """
            {"name": "a", "type": "text", "until": "2A|0D0A|0A"}, {"name": "b", "type": "text"}
            """;
        assertThat(read(fields, "41 2A 42")).containsExactly("a=A", "b=B");
        assertThat(read(fields, "41 0D0A 42")).containsExactly("a=A", "b=B");
        assertThat(read(fields, "41 0A 42")).containsExactly("a=A", "b=B");
        assertThat(read(fields, "41 0D")).containsExactly("a=A\r", "b=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ip4|C0A80001|192.168.0.1",
                "ip6|20010DB8000000000000000000000001|2001:db8::1",
                "ip6|00000000000000000000000000000000|::",
                "ip6|20010DB8000000010001000100010001|2001:db8:0:1:1:1:1:1",
                "ip6|20010000000000010000000000000001|2001:0:0:1::1",
                "mac|0A0B0C0D0E0F|0a:0b:0c:0d:0e:0f"
            })
    void readsAddresses(String type, String hex, String value) throws Problem {
        assertThat(read("{\"name\": \"x\", \"type\": \"" + type + "\"}", hex)).containsExactly("x=" + value);
    }

    @Test
    void timesHaveTheZoneOfTheField() throws Problem {
        MessageLayout layout = FieldTexts.layout("{\"name\": \"t\", \"type\": \"bcdtime\", \"zone\": \"+08:00\"}");
        assertThat(FieldTexts.of(layout, "240102030400")).containsExactly("t=2024-01-02T03:04:00+08:00");
        FieldReading reading = new FieldReading();
        layout.read(FieldInput.of(Hex.parse("240102030400"), Encoding.UTF_8, true), reading);
        assertThat(reading.get(0).number()).isEqualTo(1_704_135_840.0);
        assertThatThrownBy(() -> FieldTexts.layout("{\"name\": \"t\", \"type\": \"bcdtime\", \"zone\": \"CST\"}"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aChecksumMayEndBeforeAField() throws Problem {
        String fields = """
            {"name": "body", "type": "text", "until": "2A"},
            {"name": "sum", "type": "hexnumber", "length": 2, "checksum": "XOR", "over": "body+1..sum-1"}
            """;
        assertThat(read(fields, "24 41 42 2A 3033")).containsExactly("body=$AB", "sum=03");
        assertThat(read(fields, "24 41 42 2A 3034")).containsExactly("body=$AB", "sum=04 !");
    }

    @Test
    void partsOfTheLineAreLeftOutWithTheirFields() throws Problem {
        MessageLayout layout = LayoutFile.read("""
            {"format": "earshot fields 1", "layouts": [{"name": "x", "summary": "{a}[ of {b}]", "fields": [
              {"name": "a", "type": "u8"}, {"name": "b", "type": "u8", "when": "rest > 0"}]}]}
            """, "x").get(0);
        FieldReading reading = new FieldReading();
        layout.read(FieldInput.of(new byte[] {3, 1}, Encoding.UTF_8, true), reading);
        assertThat(reading.summary()).isEqualTo("3 of 1");
        layout.read(FieldInput.of(new byte[] {3}, Encoding.UTF_8, true), reading);
        assertThat(reading.summary()).isEqualTo("3");
    }

    @Test
    void aMessageThatEndsBeforeTheFieldsOfItsLineTellsThoseItHas() throws Problem {
        MessageLayout layout = LayoutFile.read("""
            {"format": "earshot fields 1", "layouts": [{"name": "x", "summary": "{b}: [{c}]", "fields": [
              {"name": "a", "type": "u8"}, {"name": "b", "type": "u8"}]}]}
            """, "x").get(0);
        FieldReading reading = new FieldReading();
        layout.read(FieldInput.of(new byte[] {3}, Encoding.UTF_8, true), reading);
        assertThat(reading.summary()).isEqualTo("a=3");
        layout.read(FieldInput.of(new byte[] {3, 1}, Encoding.UTF_8, true), reading);
        assertThat(reading.summary()).isEqualTo("1: ");
    }

    @ParameterizedTest
    @CsvSource({"12,12", "-23.50,-23.5", "+.5,0.5", "1e3,1000", "123456789012345678,123456789012345680", " 7 ,7"})
    void piecesAreNumbersWhereTheyLookSo(String typed, double number) throws Problem {
        MessageLayout layout = FieldTexts.layout("{\"split\": \"2C\"}");
        FieldReading reading = new FieldReading();
        layout.read(
                FieldInput.of((typed + ",-,1.2.3,x").getBytes(StandardCharsets.UTF_8), Encoding.UTF_8, true), reading);
        assertThat(reading.get(0).number()).isEqualTo(number);
        assertThat(reading.get(1).isNumeric()).isFalse();
        assertThat(reading.get(2).isNumeric()).isFalse();
        assertThat(reading.get(3).isNumeric()).isFalse();
    }

    @Test
    void aMessageOfAnotherFormIsToldFromADamagedOne() throws Problem {
        String fields = "{\"name\": \"a\", \"type\": \"u8\", \"is\": \"01\"}, {\"name\": \"b\", \"type\": \"u16\"}";
        FieldReading reading = new FieldReading();
        FieldTexts.layout(fields).read(FieldInput.of(new byte[] {1, 2}, Encoding.UTF_8, true), reading);
        assertThat(reading.hasOtherForm()).isFalse();
        FieldTexts.layout(fields).read(FieldInput.of(new byte[] {2, 2, 2}, Encoding.UTF_8, true), reading);
        assertThat(reading.hasOtherForm()).isTrue();
    }

    @Test
    void conditionsOfPartsLookAtTheLastFieldOfAName() throws Problem {
        assertThat(read("""
            {"repeat": "rest", "fields": [{"name": "kind", "type": "u8"}, {"name": "a", "type": "u8", "when": "kind = 1"},
              {"name": "b", "type": "u8", "when": "kind != 1"}]}
            """, "01 0A 02 0B 01 0C"))
                .containsExactly("kind=1", "a=10", "kind=2", "b=11", "kind=1", "a=12");
    }

    @Test
    void aLineMayNameTheGroupOfAField() throws Problem {
        MessageLayout layout = LayoutFile.read("""
            {"format": "earshot fields 1", "layouts": [{"name": "x", "summary": "{g.a}", "fields": [
              {"name": "a", "type": "u8"}, {"name": "g", "fields": [{"name": "a", "type": "u8"}]}]}]}
            """, "x").get(0);
        FieldReading reading = new FieldReading();
        layout.read(FieldInput.of(new byte[] {3, 1}, Encoding.UTF_8, true), reading);
        assertThat(reading.summary()).isEqualTo("1");
    }

    @Test
    void namesAreFoundAmongMany() throws Problem {
        StringBuilder text = new StringBuilder("A");
        for (int i = 1; i < 500; i++) {
            text.append(',').append(i);
        }
        MessageLayout layout = FieldTexts.layout(
                "{\"split\": \"2C\", \"naming\": \"first\"}, {\"name\": \"sum\", \"value\": \"`A-7` + `A-499`\"}");
        List<String> fields = FieldTexts.of(layout, text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(fields).hasSize(501).last().isEqualTo("sum=506");
    }

    @Test
    void repetitionsWithoutFieldsAreBounded() throws Problem {
        assertThat(accepts("{\"repeat\": 1000000000, \"fields\": []}, {\"name\": \"a\", \"type\": \"u8\"}", "01"))
                .isFalse();
    }
}
