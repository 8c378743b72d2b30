package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf16EbcdicTest {
    private static final Encoding LE = Samples.encoding("UTF-16LE");
    private static final Encoding BE = Samples.encoding("UTF-16BE");
    private static final Encoding EBCDIC = Samples.encoding("Cp037");

    @Test
    void aTextInUtf16IsRead() {
        assertThat(decode(LE, "296E A65E 3D00 3200 3500")).isEqualTo("温度=25");
        assertThat(decode(BE, "6E29 5EA6 003D 0032 0035")).isEqualTo("温度=25");
        assertThat(decode(EBCDIC, "C8859393964B")).isEqualTo("Hello.");
    }

    @ParameterizedTest
    @CsvSource({
        "utf-16le, UTF-16LE",
        "UTF_16BE, UTF-16BE",
        "cp037, Cp037 (EBCDIC)",
        "IBM037, Cp037 (EBCDIC)",
        "ebcdic, Cp037 (EBCDIC)",
        "Cp1047 (EBCDIC), Cp1047 (EBCDIC)",
        "ibm-1047, Cp1047 (EBCDIC)"
    })
    void theyAreFoundByTheirUsualNames(String name, String label) throws Problem {
        assertThat(Encoding.named(name).label()).isEqualTo(label);
        assertThat(Encoding.named(name).isAsciiCompatible()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void brokenUtf16ShowsOneMarkForEachBrokenUnit(String name) {
        Encoding encoding = Samples.encoding(name);
        Charset charset = encoding.writeCharset();
        byte[] halves = new byte[8];
        byte[] high = {0x3D, (byte) 0xD8}; // of U+1F600, little endian
        if (encoding.equals(LE)) {
            System.arraycopy(high, 0, halves, 2, 2);
        } else {
            halves[2] = high[1];
            halves[3] = high[0];
        }
        System.arraycopy("a".getBytes(charset), 0, halves, 0, 2);
        System.arraycopy("\uFFFD".getBytes(charset), 0, halves, 4, 2);
        System.arraycopy("b".getBytes(charset), 0, halves, 6, 2);
        assertThat(TextDecoder.decode(encoding, halves, 0, 8)).isEqualTo("a\uFFFD\uFFFDb");
        assertThat(TextDecoder.decode(encoding, halves, 0, 7)).isEqualTo("a\uFFFD\uFFFD\uFFFD");
        assertThat(TextDecoder.lengthOf("a\uFFFD\uFFFDb", 0, 4, encoding, halves, 0))
                .isEqualTo(8);
        assertThat(TextDecoder.lengthOf("a\uFFFD\uFFFD\uFFFD", 0, 4, encoding, Arrays.copyOf(halves, 7), 0))
                .isEqualTo(7);
        assertThat(TextDecoder.endsInsideCharacter(encoding, halves, 0, 4)).isTrue();
        assertThat(TextDecoder.endsInsideCharacter(encoding, halves, 0, 5)).isTrue();
        assertThat(TextDecoder.endsInsideCharacter(encoding, halves, 0, 6)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "Cp037", "Cp1047"})
    void placesInBytesAndTextAgree(String name) {
        Encoding encoding = Samples.encoding(name);
        Random random = new Random(Samples.SEED);
        for (int round = 0; round < 500; round++) {
            String text = Samples.text(random, encoding, 12);
            byte[] bytes = Samples.bytes(text, encoding);
            assertThat(TextDecoder.decode(encoding, bytes, 0, bytes.length)).isEqualTo(text);
            int from = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
            int start = Samples.bytes(text.substring(0, from), encoding).length;
            assertThat(TextDecoder.lengthOf(text, 0, from, encoding, bytes, 0)).isEqualTo(start);
            assertThat(TextDecoder.placesInText(text, encoding, bytes, new int[] {start, bytes.length}))
                    .containsExactly(from, text.length());
        }
    }

    @Test
    void lineEndingsAreWrittenAndLeftOutInTheirEncoding() throws Problem {
        assertThat(Payload.text("a\\r\\n\\x41", LE, true, LineEnding.CRLF))
                .isEqualTo(Samples.bytes("6100 0D00 0A00 41 0D00 0A00"));
        assertThat(Payload.text("a\nb", EBCDIC, true, LineEnding.LF)).isEqualTo(Samples.bytes("81 15 82 15"));
        assertThat(lengthBefore(LE, "6100 0D00 0A00")).isEqualTo(2);
        assertThat(lengthBefore(LE, "6100 0A00")).isEqualTo(2);
        assertThat(lengthBefore(BE, "0061 000D 000A")).isEqualTo(2);
        assertThat(lengthBefore(LE, "000A")).as("U+0A00").isEqualTo(2);
        assertThat(lengthBefore(LE, "6100 0A")).as("half a unit").isEqualTo(3);
        assertThat(lengthBefore(EBCDIC, "81 0D 15")).isEqualTo(1);
        assertThat(lengthBefore(EBCDIC, "81 25")).isEqualTo(1);
        assertThat(lengthBefore(EBCDIC, "81 0A")).isEqualTo(2);
    }

    @Test
    void aByteOrderMarkIsKnownAtTheBeginningOfUnicodeTexts() {
        assertThat(Encoding.UTF_8.byteOrderMarkLength(Samples.bytes("EFBBBF41"), 0, 4))
                .isEqualTo(3);
        assertThat(Encoding.UTF_8.byteOrderMarkLength(Samples.bytes("EFBBBF41"), 0, 2))
                .isZero();
        assertThat(Encoding.UTF_8.byteOrderMarkLength(Samples.bytes("41EFBBBF"), 0, 4))
                .isZero();
        assertThat(LE.byteOrderMarkLength(Samples.bytes("FFFE4100"), 0, 4)).isEqualTo(2);
        assertThat(LE.byteOrderMarkLength(Samples.bytes("FEFF0041"), 0, 4)).isZero();
        assertThat(BE.byteOrderMarkLength(Samples.bytes("FEFF0041"), 0, 4)).isEqualTo(2);
        assertThat(Encoding.GBK.byteOrderMarkLength(Samples.bytes("EFBBBF41"), 0, 4))
                .isZero();
    }

    private static int lengthBefore(Encoding encoding, String hex) {
        byte[] bytes = Samples.bytes(hex);
        return LineEnding.lengthBefore(encoding, bytes, 0, bytes.length);
    }

    private static String decode(Encoding encoding, String hex) {
        byte[] bytes = Samples.bytes(hex);
        return TextDecoder.decode(encoding, bytes, 0, bytes.length);
    }
}
