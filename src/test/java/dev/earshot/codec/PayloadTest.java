package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTest {
    @Test
    void textIsWrittenInTheEncoding() throws Problem {
        assertThat(text("你好", Encoding.UTF_8)).isEqualTo(Samples.bytes("E4BDA0 E5A5BD"));
        assertThat(text("你好", Encoding.GBK)).isEqualTo(Samples.bytes("C4E3 BAC3"));
        assertThat(text("你好", Samples.encoding("Big5"))).isEqualTo(Samples.bytes("A741 A66E"));
        assertThat(text("", Encoding.GBK)).isEmpty();
    }

    @Test
    void encodedTextIsReadBackInEveryEncoding() throws Problem {
        Random random = new Random(Samples.SEED);
        for (Encoding encoding : Encoding.all()) {
            for (int round = 0; round < 300; round++) {
                String text = Samples.text(random, encoding, 50);
                byte[] b = text(text, encoding);
                assertThat(TextDecoder.decode(encoding, b, 0, b.length))
                        .as("%s seed %d round %d", encoding, Samples.SEED, round)
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void typedNewlinesAreSentLikeTheLineEnding() throws Problem {
        for (String typed : new String[] {"a\nb", "a\r\nb"}) {
            assertThat(ended(typed, LineEnding.NONE)).isEqualTo("a\nb");
            assertThat(ended(typed, LineEnding.LF)).isEqualTo("a\nb\n");
            assertThat(ended(typed, LineEnding.CRLF)).isEqualTo("a\r\nb\r\n");
            assertThat(ended(typed, LineEnding.CR)).isEqualTo("a\rb\r");
        }
        assertThat(ended("", LineEnding.CRLF)).isEqualTo("\r\n");
        assertThat(ended("\n", LineEnding.CRLF)).isEqualTo("\r\n\r\n");
        assertThat(ended("a\rb\r", LineEnding.CRLF)).isEqualTo("a\rb\r\r\n");
    }

    @Test
    void anEscapedNewlineIsSentAsWritten() throws Problem {
        assertThat(Payload.text("a\\nb\\x0A", Encoding.UTF_8, true, LineEnding.CRLF))
                .isEqualTo(Samples.bytes("61 0A 62 0A 0D 0A"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\\r\\n\\t\\0', 0D 0A 09 00",
        "'\\\\', 5C",
        "'\\\\n', 5C 6E",
        "'a\\x00\\xFf\\x41b', 61 00 FF 41 62",
        "'\\x4142', 41 34 32",
        "'\\0012', 00 30 31 32",
        "'\\u0041', 41",
        "'\\u4F60', C4 E3",
        "'你\\xC4\\xE3好', C4 E3 C4 E3 BA C3",
        "'a\\x80\nb', 61 80 0A 62"
    })
    void escapesStandForBytesAndCharacters(String typed, String hex) throws Problem {
        assertThat(Payload.text(typed, Encoding.GBK, true, LineEnding.NONE)).isEqualTo(Samples.bytes(hex));
    }

    @Test
    void aPairOfEscapedSurrogatesIsOneCharacter() throws Problem {
        assertThat(Payload.text("\\uD83D\\uDE00!", Encoding.UTF_8, true, LineEnding.NONE))
                .isEqualTo(Samples.bytes("F09F9880 21"));
    }

    @Test
    void withoutEscapesABackslashIsABackslash() throws Problem {
        assertThat(text("C:\\temp\\new\\q\\", Encoding.UTF_8))
                .isEqualTo(Samples.bytes("C:\\temp\\new\\q\\", Encoding.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "'ab\\q', problem.escape.unknown, 2",
        "'\\N', problem.escape.unknown, 0",
        "'你\\你', problem.escape.unknown, 1",
        "'ab\\', problem.escape.unfinished, 2",
        "'\\\\\\', problem.escape.unfinished, 2",
        "'a\\x', problem.escape.digits, 1",
        "'a\\x4', problem.escape.digits, 1",
        "'a\\xG1', problem.escape.digits, 1",
        "'a\\x４１', problem.escape.digits, 1",
        "'\\u123', problem.escape.digits, 0",
        "'\\u12 4', problem.escape.digits, 0"
    })
    void aWrongEscapeIsReportedWithItsPosition(String typed, String key, int position) {
        Problem problem = problem(typed, Encoding.UTF_8);
        assertThat(problem.key()).isEqualTo(key);
        assertThat(problem.position()).isEqualTo(position);
        assertThat(problem.arguments().get(0)).isEqualTo("" + (position + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "ab😀c한국, GBK, 2, 3, 😀",
        "ab\\t\\u4F60한, GBK, 10, 1, 한",
        "'a\nb\n한', GBK, 4, 1, 한",
        "'\\xFF\\uD83D\\uDE00', GBK, 4, 1, 😀",
        "'\\uD83D', UTF-8, 0, 1, \\uD83D",
        "'a\\uD83D\\u0041', UTF-8, 1, 1, \\uD83D",
        "é你, ISO-8859-1, 1, 1, 你",
        "a\u202E, GBK, 1, 1, \\u202E",
        "1¥, Shift_JIS, 1, 1, ¥",
        "a♁, GBK, 1, 1, ♁"
    })
    void charactersThatTheEncodingLacksAreCounted(
            String typed, String encoding, int position, int count, String first) {
        Problem problem = problem(typed, Samples.encoding(encoding));
        assertThat(problem.key()).isEqualTo("problem.text.unencodable");
        assertThat(problem.position()).isEqualTo(position);
        assertThat(problem.arguments()).containsExactly(count, encoding, first, "" + (position + 1));
    }

    @Test
    void aLoneSurrogateIsRefused() {
        assertThat(problem("a\uD83D", Encoding.UTF_8).position()).isEqualTo(1);
        assertThat(problem("\uDE00\uD83D", Encoding.UTF_8).arguments().get(0)).isEqualTo(2);
    }

    @Test
    void noCharacterIsEverSentAsAQuestionMark() {
        for (Encoding encoding : Encoding.all()) {
            for (int c = 0x80; c < 0x10000; c += 7) {
                String character = Character.toString(c);
                try {
                    byte[] b = text(character, encoding);
                    assertThat(TextDecoder.decode(encoding, b, 0, b.length)).isEqualTo(character);
                } catch (Problem problem) {
                    assertThat(problem.arguments()).startsWith(1, encoding.label());
                }
            }
        }
    }

    @Test
    void randomInputCausesNothingButProblems() {
        Random random = new Random(Samples.SEED);
        String alphabet = "\\\\\\xu0aF9 你\n\r\uD83D\uDE00\u202E４";
        for (int round = 0; round < 50_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                typed.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                Payload.text(typed.toString(), Encoding.GBK, true, LineEnding.CRLF);
                PastedHex.parse(typed.toString());
            } catch (Problem problem) {
                assertThat(problem.position()).as(typed.toString()).isBetween(0, typed.length() - 1);
            }
        }
    }

    @Test
    void hexDigitsAreParsed() throws Problem {
        assertThat(PastedHex.parse("48 0x65")).containsExactly(0x48, 0x65);
    }

    private static byte[] text(String typed, Encoding encoding) throws Problem {
        return Payload.text(typed, encoding, false, LineEnding.NONE);
    }

    private static String ended(String typed, LineEnding ending) throws Problem {
        byte[] b = Payload.text(typed, Encoding.UTF_8, true, ending);
        return new String(b, Encoding.UTF_8.readCharset());
    }

    private static Problem problem(String typed, Encoding encoding) {
        return catchThrowableOfType(Problem.class, () -> Payload.text(typed, encoding, true, LineEnding.NONE));
    }
}
