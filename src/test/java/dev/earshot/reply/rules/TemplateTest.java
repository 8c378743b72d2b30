package dev.earshot.reply.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.Samples;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 21, 14, 3, 22, 0, ZoneId.of("UTC"));

    /** The message "T=23 C" with the captures "T" and "23". */
    private static final MatchCaptures CAPTURES = MatchCaptures.of(Samples.utf8("T=23 C\r\n"), 0, 6, 0, 1, 2, 4);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thank you !           | thank you !",
                "[${0}]                | [T=23 C]",
                "${1} is ${2}${9}.     | T is 23.",
                "${counter}            | 7",
                "${counter:4}          | 0007",
                "${time}               | 2026-11-21 14:03:22",
                "${time:HH:mm:ss}      | 14:03:22",
                "${time:yyyy年}         | 2026年",
                "${time:unix}          | 1795269802",
                "${random:5-5}         | 5",
                "${random:5-5:3}       | 005",
                "${client}             | 127.0.0.1:5",
                "${clients}            | 12",
                "{\"t\": ${2}}         | {\"t\": 23}",
                "$${0} $$ ${1}         | ${0} $$ T",
                "${length}:你好         | 7:你好",
                "${length:3},${length},x | 004,2,x"
            })
    void aTextIsFilled(String text, String expected) throws Problem {
        assertThat(new String(fill(Template.text(text)), Encoding.UTF_8.readCharset()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\\r\\n\\x02', 61 0D 0A 02",
        "'${hex:0D 0A}x', 0D 0A 78",
        "'${counter:u8}', 07",
        "'${counter:u16}', 00 07",
        "'${counter:u16le}', 07 00",
        "'${counter:u32le}', 07 00 00 00",
        "'${time:unix:u32}', 6B 01 A4 AA",
        "'${random:300-300:u16}', 01 2C",
        "'${length:u16}abc', 00 03 61 62 63",
        "'${length:u24}abc', 00 00 03 61 62 63",
        "'${length:u24le}abc', 03 00 00 61 62 63",
        "'${length:u64}abc', 00 00 00 00 00 00 00 03 61 62 63",
        "'x${length:u8}${length:u8}abc', 78 04 03 61 62 63"
    })
    void numbersCanBeBytes(String text, String hex) throws Problem {
        assertThat(Samples.print(fill(Template.text(text)))).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789${checksum:CRC-16/MODBUS}, 37 4B",
        "123456789${checksum:crc-16/modbus:be}, 4B 37",
        "123456789${checksum:CRC-16/CCITT-FALSE}, 29 B1",
        "123456789${checksum:CRC-16/CCITT-FALSE:le}, B1 29",
        "123456789${checksum:CRC-32}, CB F4 39 26",
        "123456789${checksum:CRC-8}, F4",
        "123456789${checksum:sum8}, DD",
        "123456789${checksum:XOR}, 31",
        "123456789${checksum:XOR:hex}, 33 31",
        "!!123456789${checksum:CRC-8:from=2}, F4",
        "!!123456789${checksum:CRC-16/MODBUS:be:hex:from=2}, 34 42 33 37",
        "${checksum:sum8:from=9}, 00"
    })
    void aChecksumCoversAllBytesBeforeIt(String text, String hex) throws Problem {
        assertThat(Samples.print(fill(Template.text(text)))).endsWith(hex);
    }

    /** NMEA 0183 combines what is between the dollar sign and the star. */
    @Test
    void anNmeaSentenceEndsWithItsChecksum() throws Problem {
        byte[] answer = fill(Template.text("$GPGLL,A${checksum:XOR:hex:from=1}"));
        assertThat(answer)
                .isEqualTo(Samples.utf8("$GPGLL,A" + "%02X".formatted('G' ^ 'P' ^ 'G' ^ 'L' ^ 'L' ^ ',' ^ 'A')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${length:of=b};${begin:b}pong ${counter}         | 6;pong 7",
                "${length:of=b};<${begin:b}你好${end:b}>            | 6;<你好>",
                "<${begin:b}abc${end}>${length:of=b}              | <abc>3",
                "${begin:b}abc${length:of=b}                      | abc4",
                "${begin:b}12345678${length:of=b}${end}!          | 123456789!",
                "${begin:b}123456789${length:of=b}${end}!         | 12345678911!",
                "${length:4:of=b}${begin:b}x                      | 0001x",
                "${length:of=a} ${begin:a}a${length:of=b}${end}${begin:b}0123456789 | 3 a100123456789",
                "${length+2}:abc                                  | 6:abc",
                "${length:of=b}${begin:b}${end:b}                 | 0"
            })
    void aLengthCountsAMarkedPart(String text, String expected) throws Problem {
        assertThat(new String(fill(Template.text(text)), Encoding.UTF_8.readCharset()))
                .isEqualTo(expected);
    }

    @Test
    void aMarkedPartThatIsNotEndedHoldsTheLineEnding() throws Problem {
        Template template = new Template(TextForm.TEXT, "${length:of=b} ${begin:b}ab", LineEnding.CRLF);
        assertThat(fill(template)).asString().isEqualTo("4 ab\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "78 78 05 ${begin:c} 01 00 ${end} ${checksum:sum8:of=c} 0D, 78 78 05 01 00 01 0D",
        "78 ${begin:c} 01 02 ${checksum:sum8:of=c} 0D, 78 01 02 03 0D",
        "${checksum:sum8:of=c} 78 ${begin:c} 01 02 ${end} 0D, 03 78 01 02 0D",
        "${begin:c} 0A 01 02 ${end} ${checksum:sum8:of=c:from=1}, 0A 01 02 03",
        "${begin:c} ${length:u8:of=c} 01 ${end} ${checksum:XOR:of=c}, 02 01 03",
        "${begin:a} ${length:u8:of=b} ${begin:b} 01 ${end:a} ${checksum:sum16:of=a} ${end:b} 0D, 03 01 00 04 0D",
        "${checksum:sum8:of=a} ${begin:a} ${checksum:sum8:of=b} ${end} ${begin:b} 01 02, 03 03 01 02",
        "${begin:m} 38 3D ${end} ${checksum:sum8:of=m:decimal}, 38 3D 31 31 37",
        "01 ${checksum:sum16:decimal}, 01 30 30 30 30 31",
        "31 ${checksum:crc16;poly=1021;init=FFFF;refin;refout;xorout=FFFF:le}, 31 72 D0"
    })
    void aChecksumCoversAMarkedPart(String text, String expected) throws Problem {
        assertThat(Samples.print(fill(hex(text)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "7E ${begin:f:escape=jt808} 30 7E 08 7D 55 ${end} 7E, 7E 30 7D 02 08 7D 01 55 7E",
        "7E ${begin:f:escape=jt808} 01 7F ${checksum:XOR:of=f} ${end:f} 7E, 7E 01 7F 7D 02 7E",
        "7E ${begin:f:escape=hdlc} 01 7D 01 1D ${checksum:CRC-16/X-25:of=f:le} ${end:f} 7E, 7E 01 7D 5D 01 1D 7D 5E 4D"
                + " 7E",
        "C0 ${begin:f:escape=slip} C0 DB ${end} C0 ${begin:g:escape=slip} C0 ${end} C0, C0 DB DC DB DD C0 DB DC C0",
        "${begin:f:escape=cobs} 11 00 ${length:u8:of=f} ${end:f} 00, 02 11 02 03 00",
        "'${begin:f:escape=7E=7D02,7D=7D01} 7D', 7D 01",
        "${length:u8} ${begin:f:escape=slip} C0 C0 ${end}, 02 DB DC DB DC"
    })
    void aMarkedPartIsEscapedAfterItsLengthAndChecksumAreKnown(String text, String expected) throws Problem {
        assertThat(Samples.print(fill(hex(text)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 23, ${1+1}, 24",
        "TEXT, 0099, ${1+1}, 0100",
        "TEXT, 7, ${1+1%8}, 0",
        "TEXT, -5, ${1-1}, -6",
        "TEXT, 5, ${1 - 7}, -2",
        "TEXT, 0012, ${1+0:1}, 12",
        "TEXT, 300, ${1*2/3}, 200",
        "TEXT, 15, ${counter+0x10} ${clients-1:3}, 23 011",
        "TEXT, AB, ${1+1:read=be:5}, 16707",
        "TEXT, AB, ${1+1:read=le}, BB"
    })
    void aCapturedNumberOfDigitsIsCalculatedWith(TextForm form, String captured, String text, String expected)
            throws Problem {
        assertThat(fillFor(Samples.utf8(captured), new Template(form, text, LineEnding.NONE)))
                .asString()
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "00 D1, ${1+1}, 00 D2",
        "FF FF, ${1+1}, 00 00",
        "00, ${1-1}, FF",
        "FF 01, ${1+1:read=le}, 00 02",
        "FF 01, ${1+1:u16le}, 00 02",
        "FF 01, ${1+1:u16}, FF 02",
        "FF 01, ${1+1:u32}, 00 00 FF 02",
        "01 02 03, ${1+1}, 01 02 04",
        "FF FF FF FF FF FF FF FF, ${1+1}, 00 00 00 00 00 00 00 00",
        "03, ${1|0x80} ${1^0xFF} ${1&1}, 83 FC 01",
        "31 39, ${1+1:read=digits}, 32 30",
        "31 39, ${1+1:read=digits:u16}, 00 14",
        "12 34, ${1:u8}, 34"
    })
    void aCapturedNumberOfBytesIsCalculatedWithAndWrapsAround(String captured, String text, String expected)
            throws Problem {
        assertThat(Samples.print(fillFor(Samples.hex(captured), hex(text)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 'a ${1+1}', 'x1', problem.template.digits",
        "TEXT, 'a ${1+1}', '', problem.template.digits",
        "HEX, 'AA${1+1}', '', problem.template.bytes",
        "HEX, 'AA${1+1}', '123456789', problem.template.bytes",
        "TEXT, 'a ${length-9:u8}', '', problem.template.overflow"
    })
    void aCaptureThatIsNoNumberIsAProblemWithItsPosition(TextForm form, String text, String captured, String key) {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> fillFor(Samples.utf8(captured), new Template(form, text, LineEnding.NONE)));
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.position()).isEqualTo(2);
        assertThat(problem.arguments().get(0)).isEqualTo("3");
    }

    @Test
    void anEscapedAnswerIsLimitedToo() throws Problem {
        byte[] message = new byte[1 << 20];
        Arrays.fill(message, (byte) 0xC0);
        CompiledTemplate template =
                Template.text("${begin:f:escape=slip}${0}${0}").compile();
        MatchCaptures captures = MatchCaptures.of(message, 0, message.length);
        Problem problem = catchThrowableOfType(Problem.class, () -> template.fill(values(captures, Encoding.UTF_8)));
        assertThat(problem.key()).isEqualTo("problem.template.long");
    }

    @Test
    void aLengthCountsTheChecksumAndTheLineEndingAfterIt() throws Problem {
        Template template = new Template(TextForm.TEXT, "${length:u8}ab${checksum:CRC-32:hex}", LineEnding.CRLF);
        assertThat(fill(template)).hasSize(13).startsWith(12).endsWith('\r', '\n');
    }

    @Test
    void aChecksumCountsALengthBeforeIt() throws Problem {
        assertThat(Samples.print(fill(hex("${length:u8} 10 ${checksum:sum8}")))).isEqualTo("02 10 12");
    }

    @ParameterizedTest
    @CsvSource({
        "01 03 ${2} 0x04, 01 03 32 33 04",
        "'', ''",
        "${0}FF, 54 3D 32 33 20 43 FF",
        "${hex:AA}${counter:u8}, AA 07"
    })
    void inHexVariablesStandBetweenBytes(String text, String expected) throws Problem {
        assertThat(Samples.print(fill(hex(text)))).isEqualTo(expected);
    }

    @Test
    void textIsInTheReceiversEncodingAndCapturesAreUnchanged() throws Problem {
        MatchCaptures captures = MatchCaptures.of(Samples.utf8("你"), 0, 3);
        byte[] answer = Template.text("你${0}").compile().fill(values(captures, Encoding.GBK));
        assertThat(Samples.print(answer)).isEqualTo("C4 E3 E4 BD A0");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "Cp037"})
    void digitsAreInTheReceiversEncodingToo(String name) throws Problem {
        Encoding encoding = Encoding.named(name);
        byte[] message = "Nr 0099".getBytes(encoding.writeCharset());
        int unit = message.length / 7;
        MatchCaptures captures = MatchCaptures.of(message, 0, message.length, 3 * unit, message.length);
        String text = "${1+1} ${counter:2} ${client} ${length:of=b}${begin:b}!${checksum:sum8:decimal}";
        byte[] answer = Template.text(text).compile().fill(values(captures, encoding));
        assertThat(new String(answer, encoding.readCharset())).startsWith("0100 07 127.0.0.1:5 " + 4 * unit + "!");
    }

    @Test
    void aCharacterThatTheReceiversEncodingLacksIsAProblem() throws Problem {
        CompiledTemplate template = Template.text("ab${0}😀").compile();
        Problem problem = catchThrowableOfType(Problem.class, () -> template.fill(values(CAPTURES, Encoding.GBK)));
        assertThat(problem.key()).isEqualTo("problem.text.unencodable");
        assertThat(problem.position()).isEqualTo(6);
        assertThat(template.fill(values(CAPTURES, Encoding.UTF_8))).hasSize(12);
    }

    @Test
    void newlinesInTheTextAreSentAsTheEnding() throws Problem {
        assertThat(fill(new Template(TextForm.TEXT, "a\n${1}\nb", LineEnding.CRLF)))
                .isEqualTo(Samples.utf8("a\r\nT\r\nb\r\n"));
        assertThat(fill(new Template(TextForm.TEXT, "a\n${1}\nb", LineEnding.NONE)))
                .isEqualTo(Samples.utf8("a\nT\nb"));
    }

    @Test
    void randomNumbersStayWithinTheirBounds() throws Problem {
        CompiledTemplate template = Template.text("${random:3-5}").compile();
        boolean[] seen = new boolean[6];
        for (int i = 0; i < 200; i++) {
            seen[
                    Integer.parseInt(new String(
                            template.fill(values(CAPTURES, Encoding.UTF_8)), Encoding.UTF_8.readCharset()))] = true;
        }
        assertThat(seen).containsExactly(false, false, false, true, true, true);
    }

    @Test
    void aCounterWrapsAndALengthThatDoesNotFitIsAProblem() throws Problem {
        TemplateValues many = new TemplateValues(CAPTURES, 256, TIME, "", 1, Encoding.UTF_8, new Random(1));
        assertThat(Template.text("${counter:u8}").compile().fill(many)).containsExactly(0);
        Problem problem =
                catchThrowableOfType(Problem.class, () -> fill(Template.text("${length:u8}" + "x".repeat(256))));
        assertThat(problem.key()).isEqualTo("problem.template.overflow");
        assertThat(problem.arguments()).containsExactly("1", "256", 1);
        assertThat(fill(Template.text("${length:u8}" + "x".repeat(255)))).hasSize(256);
    }

    @Test
    void theSizeOfAnAnswerIsLimited() throws Problem {
        byte[] message = new byte[1 << 20];
        MatchCaptures captures = MatchCaptures.of(message, 0, message.length);
        CompiledTemplate twice = Template.text("${0}${0}").compile();
        CompiledTemplate more = Template.text("${0}${0}!").compile();
        assertThat(twice.fill(values(captures, Encoding.UTF_8))).hasSize(2 << 20);
        Problem problem = catchThrowableOfType(Problem.class, () -> more.fill(values(captures, Encoding.UTF_8)));
        assertThat(problem.key()).isEqualTo("problem.template.long");
    }

    @ParameterizedTest
    @CsvSource({
        "'ab ${counter', problem.template.open, 3",
        "'ab ${', problem.template.open, 3",
        "'ab ${count}', problem.template.unknown, 3",
        "'ab ${}', problem.template.unknown, 3",
        "'${1} ${10}', problem.template.unknown, 5",
        "'${counter:x}', problem.template.form, 0",
        "'${counter:u20}', problem.template.form, 0",
        "'a${random}', problem.template.form, 1",
        "'a${random:9-1}', problem.template.form, 1",
        "'a${random:0-256:u8}', problem.template.form, 1",
        "'a${1:u20}', problem.template.form, 1",
        "'a${1+}', problem.template.form, 1",
        "'a${1+x}', problem.template.form, 1",
        "'a${1%0}', problem.template.form, 1",
        "'a${1+1:read=hex}', problem.template.form, 1",
        "'a${time+1}', problem.template.unknown, 1",
        "'a${length%8}', problem.template.form, 1",
        "'a${length:of=}', problem.template.mark.missing, 1",
        "'a${length:of=body} ${begin:other}', problem.template.mark.missing, 1",
        "'a${checksum:XOR:of=body}', problem.template.mark.missing, 1",
        "'${begin:a}b${begin:a}', problem.template.mark.twice, 11",
        "'${end:a}${begin:a}', problem.template.mark.end, 0",
        "'${begin:a}${end}${end}', problem.template.mark.end, 16",
        "'a${begin}', problem.template.form, 1",
        "'a${begin:1}', problem.template.form, 1",
        "'a${begin:a:stuff=slip}', problem.template.form, 1",
        "'a${begin:a:escape=slop}', problem.template.escape, 1",
        "'${begin:a:escape=slip}${begin:b:escape=hdlc}', problem.template.mark.nested, 22",
        "'${checksum:XOR:of=a}${checksum:XOR:from=0}${begin:a}${checksum:XOR:of=b}${end}',"
                + " problem.template.mark.missing, 52",
        "'${begin:a}${checksum:XOR:of=b}${end}${begin:b}${checksum:XOR:of=a}', problem.template.circle, 10",
        "'a${client:u8}', problem.template.form, 1",
        "'a${hex:}', problem.template.form, 1",
        "'a${hex:0G}', problem.hex.digit, 8",
        "'a${hex:0}', problem.hex.odd, 7",
        "'a${checksum:CRC-17}', problem.template.checksum, 1",
        "'a${checksum}', problem.template.checksum, 1",
        "'a${checksum::}', problem.template.checksum, 1",
        "'a${checksum:CRC-8:left}', problem.template.form, 1",
        "'a${time:QQQQQQQ}', problem.template.time, 1",
        "'a${time:HH:bb}', problem.template.time, 1",
        "'${1}\\q', problem.escape.unknown, 4",
        "'${1}ab\\', problem.escape.unfinished, 6"
    })
    void aWrongTemplateIsReportedWithItsPosition(String text, String key, int position) {
        Problem problem =
                catchThrowableOfType(Problem.class, () -> Template.text(text).check());
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @CsvSource({"0${1}1, problem.hex.odd, 0", "01 ${1} zz, problem.hex.digit, 8", "$${1}, problem.hex.digit, 1"})
    void aWrongHexTemplateIsReportedWithItsPosition(String text, String key, int position) {
        Problem problem = catchThrowableOfType(Problem.class, () -> hex(text).check());
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.position()).isEqualTo(position);
    }

    @Test
    void anUnknownVariableIsReportedAndAllVariablesAreListed() {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> Template.text("${msg}").check());
        assertThat(problem.arguments().get(1)).isEqualTo("msg");
        assertThat((String) problem.arguments().get(2)).contains("${counter}", "${checksum:CRC-32}");
    }

    @Test
    void noTextCausesMoreThanAProblem() {
        Random random = new Random(20260117);
        String[] words = {
            "${",
            "}",
            "$",
            "counter",
            "length",
            ":",
            "u8",
            "checksum",
            "CRC-8",
            "time",
            "HH",
            "\\",
            "0",
            "你",
            "-",
            "begin:",
            "end:",
            "a",
            "of=a",
            "escape=cobs",
            "+1",
            "${begin:a}",
            "${end}"
        };
        for (int round = 0; round < 50_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(8); i > 0; i--) {
                typed.append(words[random.nextInt(words.length)]);
            }
            TextForm form = round % 2 == 0 ? TextForm.TEXT : TextForm.HEX;
            try {
                new Template(form, typed.toString(), LineEnding.LF).compile().fill(values(CAPTURES, Encoding.GBK));
            } catch (Problem problem) {
                assertThat(problem.position()).as(typed.toString()).isBetween(0, typed.length() - 1);
            }
        }
    }

    private static Template hex(String text) {
        return new Template(TextForm.HEX, text, LineEnding.CRLF);
    }

    /** Fills a template for a message that is its first capture, too. */
    private static byte[] fillFor(byte[] captured, Template template) throws Problem {
        MatchCaptures captures = MatchCaptures.of(captured, 0, captured.length, 0, captured.length);
        return template.compile().fill(values(captures, Encoding.UTF_8));
    }

    private static byte[] fill(Template template) throws Problem {
        return template.compile().fill(values(CAPTURES, Encoding.UTF_8));
    }

    private static TemplateValues values(MatchCaptures captures, Encoding encoding) {
        return new TemplateValues(captures, 7, TIME, "127.0.0.1:5", 12, encoding, new Random());
    }
}
