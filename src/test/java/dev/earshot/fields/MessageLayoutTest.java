package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading of fields by their descriptions. */
class MessageLayoutTest {

    private static List<String> read(String fields, String hex) throws Problem {
        return FieldTexts.of(FieldTexts.layout(fields), hex);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "u8|FE|254",
                "i8|FE|-2",
                "u16|0102|258",
                "u24|010203|66051",
                "i24|FFFFFE|-2",
                "u32|FFFFFFFF|4294967295",
                "u64|FFFFFFFFFFFFFFFF|18446744073709551615",
                "i64|8000000000000000|-9223372036854775808",
                "f32|41BC0000|23.5",
                "f32|3DCCCCCD|0.1",
                "f64|4037800000000000|23.5",
                "unix32|65920080|2024-01-01T00:00:00Z",
                "unix64ms|0000018CC251F400|2024-01-01T00:00:00Z",
                "ymdhms|18010203040A|2024-01-02T03:04:10Z",
                "bcdtime|240102030410|2024-01-02T03:04:10Z",
                "cp56|102704030201" + "18|2024-01-02T03:04:10Z",
                "ntp64|E93C7F00" + "80000000|2024-01-01T00:00:00.500Z",
                "varint|AC02|300",
                "varint|FFFFFFFFFFFFFFFFFF01|-1",
                "ymdhms|63010203040A|2099-01-02T03:04:10Z",
                "ymdhms|80010203040A|80 01 02 03 04 0A !",
                "cp56|10270403020164|10 27 04 03 02 01 64 !",
                "dnsname|03777777076578616D706C6503636F6D00|www.example.com"
            })
    void readsTypesOfFixedLength(String type, String hex, String value) throws Problem {
        assertThat(read("{\"name\": \"x\", \"type\": \"" + type + "\"}", hex)).containsExactly("x=" + value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text|E6B8A9E5BAA6|温度",
                "cstring|414200FF|AB",
                "hex|0AFF|0A FF",
                "number|2D32332E35|-23.5",
                "hexnumber|3446|4F",
                "hexnumber|30303030303030303030303030303446|000000000000004F",
                "hexnumber|66666666666666666666666666666666|ffffffffffffffff",
                "hexnumber|3030303030303030303030303030303446|0000000000000004F !",
                "bcd|F123|123",
                "bcd|1F23|1F23 !",
                "bcd|0123456789012F|0123456789012"
            })
    void readsTypesOfAnyLength(String type, String hex, String value) throws Problem {
        assertThat(read("{\"name\": \"x\", \"type\": \"" + type + "\"}", hex)).containsExactly("x=" + value);
    }

    @ParameterizedTest
    @CsvSource({"big,01020304,16909060", "little,04030201,16909060", "cdab,03040102,16909060", "badc,02010403,16909060"
    })
    void readsNumbersInEveryOrder(String order, String hex, String value) throws Problem {
        assertThat(read("{\"name\": \"x\", \"type\": \"u32\", \"order\": \"" + order + "\"}", hex))
                .containsExactly("x=" + value);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1,0,00EB,23.5",
        "0.01,-40,1770,20.00",
        "1/1800000,0,0000,0",
        "-2,5,0003,-1",
        "1/3,0,0001,0.333333333333"
    })
    void scalesNumbersExactly(String scale, String offset, String hex, String value) throws Problem {
        assertThat(read(
                        "{\"name\": \"x\", \"type\": \"i16\", \"scale\": \"" + scale + "\", \"offset\": " + offset
                                + ", \"unit\": \"V\"}",
                        hex))
                .containsExactly("x=" + value + " V");
    }

    @ParameterizedTest
    @CsvSource({"0.1,0,43664CCD,23.03", "1,5,41B9999A,28.2", "10,0,3DCCCCCD,1", "1,0,7F800000,Infinity"})
    void scalesTheDigitsOfSinglePrecision(String scale, String offset, String hex, String value) throws Problem {
        assertThat(read(
                        "{\"name\": \"x\", \"type\": \"f32\", \"scale\": " + scale + ", \"offset\": " + offset + "}",
                        hex))
                .containsExactly("x=" + value);
    }

    @Test
    void aSinglePrecisionNumberEqualsItsDigits() throws Problem {
        MessageLayout layout = FieldTexts.layout(
                "{\"name\": \"temp\", \"type\": \"f32\"}, {\"name\": \"rest\", \"type\": \"hex\", \"when\": \"temp = 23.1\"}");
        assertThat(FieldTexts.of(layout, "41B8CCCD 01")).containsExactly("temp=23.1", "rest=01");
    }

    @Test
    void fieldsStandBehindEachOtherAtOffsetsAndAtTheEnd() throws Problem {
        assertThat(read("""
            {"name": "a", "type": "u8"}, {"name": "b", "type": "u8", "skip": 1},
            {"name": "last", "type": "u8", "at": -1}, {"name": "first", "type": "u8", "at": 0},
            {"name": "rest", "type": "hex", "without": 1}
            """, "0102030405")).containsExactly("a=1", "b=3", "last=5", "first=1", "rest=02 03 04");
    }

    @Test
    void aLengthMayBeANumberAFormulaAPrefixOrADelimiter() throws Problem {
        assertThat(read("""
            {"name": "n", "type": "u8"}, {"name": "a", "type": "text", "length": 1},
            {"name": "b", "type": "text", "length": "n * 2"}, {"name": "c", "type": "text", "prefix": "u8"},
            {"name": "d", "type": "text", "until": "2C"}, {"name": "e", "type": "text"}
            """, "01 41 4242 03 434343 44442C 45"))
                .containsExactly("n=1", "a=A", "b=BB", "c=CCC", "d=DD", "e=E");
    }

    @Test
    void groupsHaveConditionsAndRepeat() throws Problem {
        assertThat(read("""
            {"name": "kind", "type": "u8"},
            {"when": "kind = 1", "fields": [{"name": "no", "type": "u8"}]},
            {"when": "kind = 2", "fields": [{"name": "n", "type": "u8"},
              {"name": "pair", "repeat": "n", "fields": [{"name": "x", "type": "u8"}]}]},
            {"name": "tail", "repeat": "rest", "fields": [{"name": "y", "type": "u16"}]}
            """, "02 02 0A 0B 0001 0002"))
                .containsExactly(
                        "kind=2", "n=2", "pair=", "  x=10", "pair=", "  x=11", "tail=", "  y=1", "tail=", "  y=2");
    }

    @Test
    void bitsWordsAndComputedNumbersAreShown() throws Problem {
        assertThat(read("""
            {"name": "flags", "type": "u8", "bits": [{"name": "on", "low": 7}, {"name": "mode", "low": 0,
              "count": 2, "words": {"3": "auto"}}]},
            {"name": "start", "type": "u8", "words": {"0x0A": "ten"}},
            {"name": "end", "value": "start + mode - 1"}
            """, "83 0A"))
                .containsExactly("flags=131", "  on=1", "  mode=3 (auto)", "start=10 (ten)", "end=12");
    }

    @Test
    void checksumsAreRightOrWrong() throws Problem {
        String fields = """
            {"name": "data", "type": "hex", "without": 2},
            {"name": "crc", "type": "u16", "order": "little", "checksum": "CRC-16/MODBUS"}
            """;
        assertThat(read(fields, "01 03 00 00 00 02 C4 0B")).containsExactly("data=01 03 00 00 00 02", "crc=3012");
        assertThat(read(fields, "01 03 00 00 00 03 C4 0B")).containsExactly("data=01 03 00 00 00 03", "crc=3012 !");
        String between = """
            {"name": "begin", "type": "u8"}, {"name": "body", "type": "hex", "length": 2},
            {"name": "sum", "type": "u8", "checksum": "XOR", "over": "body..sum"}, {"name": "stop", "type": "u8"}
            """;
        assertThat(read(between, "7E 01 02 03 7E")).contains("sum=3");
        assertThat(read(between.replace("body..sum", "1..-2"), "7E 01 02 03 7E"))
                .contains("sum=3");
        assertThat(read(between.replace("body..sum", "begin+1..stop"), "7E 01 02 03 7E"))
                .contains("sum=3 !");
    }

    @Test
    void theEndOfTheMessageIsNoMistakeOfOtherFields() throws Problem {
        assertThat(read("{\"name\": \"a\", \"type\": \"u16\"}, {\"name\": \"b\", \"type\": \"u16\"}", "0001 02"))
                .containsExactly("a=1", "b= lacks 1 !");
        assertThat(read("{\"name\": \"a\", \"type\": \"u8\"}", "01 02 03")).containsExactly("a=1", "=02 03");
        assertThat(read("{\"name\": \"a\", \"type\": \"text\", \"length\": \"nothing\"}", "01"))
                .startsWith("a=");
        assertThat(read("{\"name\": \"a\", \"type\": \"text\", \"prefix\": \"u32\"}", "FFFFFFFF 01"))
                .first()
                .asString()
                .endsWith("!");
    }

    @Test
    void piecesBetweenDelimitersAreFields() throws Problem {
        MessageLayout nmea = FieldTexts.layout("""
            {"name": "$", "type": "text", "length": 1},
            {"name": "sentence", "until": "2A", "split": "2C", "fields": [
              {"name": "id", "type": "text"}, {"name": "time", "type": "number"}, {"name": "fix", "type": "text"}]},
            {"name": "checksum", "type": "hexnumber", "length": 2, "checksum": "XOR", "over": "1..-3"}
            """);
        byte[] message = "$GPX,12.5,A,N*2E".getBytes(StandardCharsets.US_ASCII);
        int xor = 0;
        for (int i = 1; i < message.length - 3; i++) {
            xor ^= message[i];
        }
        String text = "$GPX,12.5,A,N*" + String.format("%02X", xor);
        assertThat(FieldTexts.of(nmea, text.getBytes(StandardCharsets.US_ASCII)))
                .containsExactly(
                        "$=$",
                        "sentence=",
                        "  id=GPX",
                        "  time=12.5",
                        "  fix=A",
                        "  4=N",
                        "checksum=" + String.format("%02X", xor));
    }

    @Test
    void piecesMayBePairsOrTakeTheNameOfTheFirst() throws Problem {
        MessageLayout fix = FieldTexts.layout("""
            {"split": "01", "naming": "pairs", "pair": "3D",
             "tags": {"35": {"name": "MsgType", "type": "text"}, "38": {"name": "OrderQty", "type": "number"}}}
            """);
        assertThat(FieldTexts.of(fix, "35=D\u000138=100\u000155=X\u0001".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("MsgType=D", "OrderQty=100", "55=X");
        MessageLayout hl7 = FieldTexts.layout("""
            {"name": "segment", "repeat": "rest", "until": "0D", "split": "7C", "naming": "first",
             "fields": [{"name": "id", "type": "text"}]}
            """);
        assertThat(FieldTexts.of(hl7, "MSH|^~\rPID||7\r".getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("segment=", "  id=MSH", "  MSH-1=^~", "segment=", "  id=PID", "  PID-1=", "  PID-2=7");
    }

    @Test
    void groupsOfAnExpressionAreFields() throws Problem {
        String json = """
            {"format": "earshot fields 1", "layouts": [{"name": "line", "expression": "温度 T=(?<t>[-0-9.]+) H=(\\\\d+)",
              "fields": [{"name": "temp", "group": "t", "type": "number", "unit": "°C"},
                         {"name": "humidity", "group": 2, "type": "number"}]}]}
            """;
        MessageLayout layout = LayoutFile.read(json, "line").get(0);
        byte[] message = "温度 T=-23.5 H=40\n".getBytes(StandardCharsets.UTF_8);
        assertThat(FieldTexts.of(layout, message)).containsExactly("temp=-23.5 °C", "humidity=40");
        FieldReading reading = new FieldReading();
        assertThat(layout.read(FieldInput.of(message, Encoding.UTF_8, true), reading))
                .isTrue();
        assertThat(new String(message, reading.get(0).from(), 5, StandardCharsets.UTF_8))
                .isEqualTo("-23.5");
        assertThat(layout.read(FieldInput.of(new byte[] {1}, Encoding.UTF_8, true), reading))
                .isFalse();
        assertThat(reading.size()).isZero();
    }

    @Test
    void onlyAWholeMessageOfTheFormIsAccepted() throws Problem {
        MessageLayout layout = FieldTexts.layout("""
            {"name": "head", "type": "hex", "length": 2, "is": "7878"}, {"name": "n", "type": "u8"},
            {"name": "time", "type": "ymdhms"}
            """);
        assertThat(accepts(layout, "7878 01 18010203040A")).isTrue();
        assertThat(accepts(layout, "7879 01 18010203040A")).isFalse();
        assertThat(accepts(layout, "7878 01 18010203")).isFalse();
        assertThat(accepts(layout, "7878 01 18630203040A")).isFalse();
        assertThat(accepts(layout, "7878 01 18010203040A FF")).isFalse();
    }

    private static boolean accepts(MessageLayout layout, String hex) throws Problem {
        return layout.read(FieldInput.of(Hex.parse(hex), Encoding.UTF_8, true), new FieldReading());
    }

    @Test
    void placesCountFromTheBeginningOfTheMessage() throws Problem {
        FieldReading reading = new FieldReading();
        MessageLayout layout =
                FieldTexts.layout("{\"name\": \"a\", \"type\": \"u8\"}, {\"name\": \"b\", \"type\": \"u8\"}");
        layout.read(new FieldInput(new byte[] {9, 9, 1, 2, 9}, 2, 4, Encoding.UTF_8, true), reading);
        assertThat(reading.get(1).from()).isEqualTo(1);
        assertThat(reading.get(1).to()).isEqualTo(2);
        assertThat(reading.get(1).text()).isEqualTo("2");
    }

    @Test
    void aMessageIsToldInOneLine() throws Problem {
        String json = """
            {"format": "earshot fields 1", "layouts": [{"name": "x", "summary": "{f}", "fields": [
              {"name": "f", "type": "u8", "words": {"3": "Read"}},
              {"when": "f = 3", "summary": "{f} {v}!", "fields": [
                {"name": "values", "repeat": "rest", "fields": [{"name": "v", "type": "u8", "unit": "V"}]}]}]}]}
            """;
        MessageLayout layout = LayoutFile.read(json, "x").get(0);
        FieldReading reading = new FieldReading();
        layout.read(FieldInput.of(new byte[] {3, 1, 2}, Encoding.UTF_8, true), reading);
        assertThat(reading.summary()).isEqualTo("Read 1 V, 2 V!");
        layout.read(FieldInput.of(new byte[] {4}, Encoding.UTF_8, true), reading);
        assertThat(reading.summary()).isEqualTo("4");
        FieldTexts.layout("{\"name\": \"a\", \"type\": \"u8\"}, {\"name\": \"b\", \"type\": \"u8\"}")
                .read(FieldInput.of(new byte[] {1, 2}, Encoding.UTF_8, true), reading);
        assertThat(reading.summary()).isEqualTo("a=1  b=2");
    }

    @Test
    void aMessageWithoutEndOfFieldsIsBounded() throws Problem {
        MessageLayout layout = FieldTexts.layout(
                "{\"name\": \"g\", \"repeat\": 1000000000, \"fields\": [{\"name\": \"a\", \"value\": \"1\"}]}");
        FieldReading reading = new FieldReading();
        assertThat(layout.read(FieldInput.of(new byte[] {1}, Encoding.UTF_8, true), reading))
                .isFalse();
        assertThat(reading.size()).isLessThanOrEqualTo(FieldReading.MOST_FIELDS + 2);
    }
}
