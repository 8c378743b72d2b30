package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
    @Test
    void everyCompatibleEncodingKeepsAsciiAsItIs() {
        for (Encoding encoding : Samples.compatibleWithAscii()) {
            for (int i = 0; i < 0x80; i++) {
                String character = Character.toString(i);
                assertThat(character.getBytes(encoding.writeCharset()))
                        .as("%s %02X", encoding, i)
                        .containsExactly(i);
                assertThat(TextDecoder.decode(encoding, new byte[] {(byte) i}, 0, 1))
                        .as("%s %02X", encoding, i)
                        .isEqualTo(character);
            }
        }
    }

    @Test
    void noCompatibleEncodingHasALineFeedInsideACharacter() {
        for (Encoding encoding : Samples.compatibleWithAscii()) {
            for (int lead = 0x80; lead < 0x100; lead++) {
                byte[] b = {(byte) lead, '\n'};
                assertThat(TextDecoder.decode(encoding, b, 0, 2))
                        .as("%s %02X 0A", encoding, lead)
                        .endsWith("\n");
            }
        }
    }

    @Test
    void theMostUsedEncodingsComeFirst() {
        assertThat(Encoding.all()).startsWith(Encoding.UTF_8, Encoding.GBK).doesNotHaveDuplicates();
        assertThat(Encoding.all())
                .extracting(Encoding::label)
                .contains("GB18030", "Big5", "Shift_JIS", "EUC-KR", "ISO-8859-1", "ISO-8859-15", "windows-1252");
    }

    @Test
    void everyEncodingIsFoundByItsLabelInAnyCase() throws Problem {
        for (Encoding encoding : Encoding.all()) {
            assertThat(Encoding.named(encoding.label())).isEqualTo(encoding);
            assertThat(Encoding.named(encoding.label().toLowerCase(Locale.ROOT)))
                    .isEqualTo(encoding);
            assertThat(encoding).hasToString(encoding.label());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "utf8, UTF-8",
        "Utf_8, UTF-8",
        "cp65001, UTF-8",
        "' gbk ', GBK",
        "gb2312, GBK",
        "GB_2312-80, GBK",
        "EUC-CN, GBK",
        "cp936, GBK",
        "windows-936, GBK",
        "MS936, GBK",
        "gb-18030, GB18030",
        "big-5, Big5",
        "cp950, Big5",
        "sjis, Shift_JIS",
        "shift-jis, Shift_JIS",
        "cp932, windows-31j",
        "euckr, EUC-KR",
        "ks_c_5601-1987, EUC-KR",
        "ms950, Big5",
        "csBig5, Big5",
        "x-sjis, Shift_JIS",
        "eucJP-ms, EUC-JP",
        "x-euc-jp, EUC-JP",
        "cp949, windows-949",
        "latin1, ISO-8859-1",
        "Latin-1, ISO-8859-1",
        "ISO_8859-1, ISO-8859-1",
        "latin2, ISO-8859-2",
        "latin9, ISO-8859-15",
        "cp1252, windows-1252",
        "windows1251, windows-1251",
        "koi8, KOI8-R",
        "cp437, IBM437",
        "ibm-850, IBM850",
        "cp858, IBM858",
        "866, IBM866",
        "tis-620, windows-874",
        "windows874, windows-874"
    })
    void commonNamesAreUnderstood(String name, String label) throws Problem {
        assertThat(Encoding.named(name).label()).isEqualTo(label);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheChoices() {
        for (String name : new String[] {"", "utf-16", "ebcdic 7", "-", "x".repeat(10_000), "\u202E"}) {
            Problem problem = catchThrowableOfType(Problem.class, () -> Encoding.named(name));
            assertThat(problem.key()).isEqualTo("problem.encoding.unknown");
            assertThat(problem.arguments()).hasSize(2);
            assertThat((String) problem.arguments().get(0)).hasSizeLessThanOrEqualTo(40);
            assertThat((String) problem.arguments().get(1)).contains("UTF-8, GBK", "Shift_JIS");
        }
    }

    @Test
    void gbkIsReadAsItsSupersetAndWrittenStrictly() {
        assertThat(TextDecoder.decode(Encoding.GBK, Samples.bytes("90308130"), 0, 4))
                .isEqualTo("\uD800\uDC00");
        assertThat("😀".getBytes(Encoding.GBK.writeCharset())).containsExactly('?');
    }
}
