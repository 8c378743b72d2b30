package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas over the fields of a message. */
class FormulaTest {
    private static final String LAYOUT = """
        {"format": "earshot fields 1", "layouts": [{"name": "device", "fields": [
          {"name": "function", "type": "u8", "words": {"3": "Read"}},
          {"name": "temp", "type": "i16", "scale": 0.1},
          {"name": "gps", "length": 2, "fields": [{"name": "lat", "type": "u8"}, {"name": "lon", "type": "u8"}]},
          {"name": "id", "type": "text", "length": 2},
          {"name": "value", "repeat": 3, "fields": [{"name": "v", "type": "u8"}]},
          {"name": "sum", "type": "u8", "checksum": "sum8"}
        ]}]}
        """;

    /** Function 3, 23.5 degrees, 10/20, "AB", 7 8 9, and a sum. */
    private static byte[] message(int sum) {
        return new byte[] {3, 0, (byte) 235, 10, 20, 'A', 'B', 7, 8, 9, (byte) sum};
    }

    private static final int SUM = 3 + 235 + 10 + 20 + 'A' + 'B' + 7 + 8 + 9;

    private static FieldReading read(byte... message) throws Problem {
        FieldReading reading = new FieldReading();
        LayoutFile.read(LAYOUT, "device").get(0).read(FieldInput.of(message, Encoding.UTF_8, true), reading);
        return reading;
    }

    private static boolean holds(String condition) throws Problem {
        return FieldCondition.parse(condition).isTrue(read(message(SUM)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "temp > 23.4 and temp < 23.6",
                "temp = 23.5",
                "function = 3",
                "function = 0x03",
                "function = Read",
                "function = \"read\"",
                "function contains ea",
                "id = AB",
                "id != CD",
                "v = 9 and v = 7",
                "value.v >= 9",
                "gps.lat = 10",
                "lat * 2 = lon",
                "lat + lon = 30 or nothing = 1",
                "not (temp > 30)",
                "sum",
                "checksum or sum",
                "bytes = 11",
                "client = 1",
                "-temp < 0",
                "function | 4 = 7",
                "function << 2 = 12",
                "10 % 4 = 2",
                "temp>23",
                "gps",
                "text contains ab and temp > 20",
                "not (text contains xyz)",
                "id"
            })
    void holdsForTheMessage(String condition) throws Problem {
        assertThat(holds(condition)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "temp > 30",
                "nothing = 1",
                "not nothing",
                "nothing != 1",
                "not (nothing = 1)",
                "temp > 1 and nothing = 1",
                "v = 10",
                "other.lat = 10",
                "id = 1",
                "not sum",
                "function = 1 / 0",
                "gps.v = 7"
            })
    void doesNotHoldForTheMessage(String condition) throws Problem {
        assertThat(holds(condition)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "ready\n", "ready\r\n", "\uFEFFready\r"})
    void theTextIsComparedWithoutItsLineEnding(String line) throws Problem {
        FieldReading reading = read(line.getBytes(StandardCharsets.UTF_8));
        assertThat(FieldCondition.parse("text = \"ready\"").isTrue(reading)).isTrue();
        assertThat(FieldCondition.parse("text = \"read\"").isTrue(reading)).isFalse();
    }

    /** Numbers of SIM cards have 19 or 20 digits, of which those of a box differ in the last ones. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number|89860012345678901234",
                "number|9007199254740993",
                "u64|9007199254740993",
                "u64|18446744073709551614",
                "i64|9223372036854775806"
            })
    void longNumbersAreComparedToTheLastDigit(String type, String digits) throws Problem {
        BigInteger number = new BigInteger(digits);
        byte[] message = type.equals("number")
                ? digits.getBytes(StandardCharsets.UTF_8)
                : ByteBuffer.allocate(8).putLong(number.longValue()).array();
        FieldReading reading = new FieldReading();
        FieldTexts.layout("{\"name\": \"id\", \"type\": \"" + type + "\"}")
                .read(FieldInput.of(message, Encoding.UTF_8, true), reading);
        BigInteger next = number.add(BigInteger.ONE);
        assertThat(FieldCondition.parse("id = " + digits).isTrue(reading)).isTrue();
        assertThat(FieldCondition.parse("id = \"" + digits + "\"").isTrue(reading))
                .isTrue();
        assertThat(FieldCondition.parse("id = " + next).isTrue(reading)).isFalse();
        assertThat(FieldCondition.parse("id != " + next).isTrue(reading)).isTrue();
        assertThat(FieldCondition.parse("id < " + next).isTrue(reading)).isTrue();
        assertThat(FieldCondition.parse("id >= \"" + next + "\"").isTrue(reading))
                .isFalse();
        if (digits.length() < 20 || type.equals("u64")) {
            assertThat(FieldCondition.parse("id = 0x" + number.toString(16)).isTrue(reading))
                    .isTrue();
        }
    }

    @Test
    void hexDigitsAreTheWholeNumberThatTheyMean() throws Problem {
        FieldReading reading = new FieldReading();
        FieldTexts.layout("{\"name\": \"sum\", \"type\": \"hexnumber\"}")
                .read(FieldInput.of("34".getBytes(StandardCharsets.UTF_8), Encoding.UTF_8, true), reading);
        assertThat(FieldFormula.parse("sum").wholeNumber(reading)).isEqualTo(0x34);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123456", "FFFFFFFFFFFFFFFF"})
    void longHexDigitsAreComparedAsTheNumberThatTheyMean(String digits) throws Problem {
        FieldReading reading = new FieldReading();
        FieldTexts.layout("{\"name\": \"id\", \"type\": \"hexnumber\"}")
                .read(FieldInput.of(digits.getBytes(StandardCharsets.UTF_8), Encoding.UTF_8, true), reading);
        assertThat(FieldCondition.parse("id = 0x" + digits).isTrue(reading)).isTrue();
        assertThat(FieldCondition.parse("id > 0").isTrue(reading)).isTrue();
    }

    @Test
    void aWrongChecksumIsFoundByNot() throws Problem {
        assertThat(FieldCondition.parse("not sum").isTrue(read(message(SUM + 1))))
                .isTrue();
        assertThat(FieldCondition.parse("sum").isTrue(read(message(SUM + 1)))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "temp >|6",
                "and|0",
                "temp = = 3|7",
                "(temp > 3|9",
                "temp > 3)|8",
                "temp > 'abc|7",
                "temp > 3x|7",
                "temp > 3f|7",
                "temp > 0x1p3|7",
                "temp > 0x12345678901234567|7",
                "temp # 3|5",
                "temp 3|5"
            })
    void aMistakeIsReportedWithItsPlace(String typed, int position) {
        assertThatThrownBy(() -> Formula.parse(typed))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.position()).isEqualTo(position));
    }

    @Test
    void aFormulaThatIsNestedTooDeeplyIsRefused() {
        assertThatThrownBy(() -> Formula.parse("(".repeat(10_000) + "1")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Formula.parse("not ".repeat(10_000) + "1")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Formula.parse("-".repeat(10_000) + "1")).isInstanceOf(Problem.class);
    }
}
