package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes are those that Python writes in cp932, cp949, cp950 and euc_jp, and iconv in EUC-JP-MS. */
class UnitedCharsetTest {

    @ParameterizedTest
    @CsvSource({
        "Shift_JIS, 8740 EEEF FBFC, ①ⅰ髙",
        "Shift_JIS, 93FA B1 5C 7E 8160 817C, 日ｱ\\~〜−",
        "EUC-JP, ADA1 8FB0A1 8EB1 C6FC, ①丂ｱ日",
        "EUC-KR, 94EE B0A1 B8F0, 뷁가모",
        "Big5, F9D6 F9DA A3E1 A7DA, 碁恒€我",
        "Big5, A1E3 A1F3 A145 A1FE A240, ～⊙‧／＼",
        "Big5, C6A5 C7E9, ぁ①"
    })
    void readsWhatProgramsSend(String name, String hex, String text) {
        byte[] bytes = Samples.bytes(hex);
        assertThat(TextDecoder.decode(Samples.encoding(name), bytes, 0, bytes.length))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "EUC-JP", "EUC-KR", "Big5"})
    void writesEveryCharacterThatItReads(String name) {
        Encoding encoding = Samples.encoding(name);
        int count = 0;
        for (int pair = 0x8080; pair <= 0xFFFF; pair++) {
            byte[] bytes = {(byte) (pair >> 8), (byte) pair};
            String text = TextDecoder.decode(encoding, bytes, 0, 2);
            if (text.length() == 1) {
                String again = new String(text.getBytes(encoding.writeCharset()), encoding.readCharset());
                assertThat(again).as("%04X", pair).isEqualTo(text);
                assertThat(Character.getType(text.charAt(0))).isNotEqualTo(Character.PRIVATE_USE);
                count++;
            }
        }
        assertThat(count).isGreaterThan(4000);
    }

    @ParameterizedTest
    @CsvSource({"Shift_JIS, 8740", "EUC-JP, ADA1", "EUC-KR, A8E7", "Big5, C7E9"})
    void writesWhatItHas(String name, String hex) {
        assertThat(Samples.bytes("①a😀\uD83D", Samples.encoding(name))).isEqualTo(Samples.bytes(hex + " 61 3F 3F"));
    }

    @Test
    void whatIsForPrivateUseIsNoText() {
        assertThat(decode("Big5", "8140")).isEqualTo("\uFFFD@");
        assertThat(decode("EUC-KR", "C9A1")).isEqualTo("\uFFFD\uFFFD");
        assertThat(decode("Shift_JIS", "F040")).isEqualTo("\uFFFD@");
    }

    private static String decode(String name, String hex) {
        byte[] bytes = Samples.bytes(hex);
        return TextDecoder.decode(Samples.encoding(name), bytes, 0, bytes.length);
    }

    @Test
    void keepsTheContractOfCharsets() throws CharacterCodingException {
        Charset charset = Samples.encoding("Shift_JIS").readCharset();
        assertThat(charset.contains(StandardCharsets.US_ASCII)).isTrue();
        CharsetDecoder decoder = charset.newDecoder();
        assertThat(decoder.decode(ByteBuffer.wrap(Samples.bytes("61 8740"))).toString())
                .isEqualTo("a①");
        assertThatThrownBy(() -> decoder.decode(ByteBuffer.wrap(Samples.bytes("61 87"))))
                .isInstanceOf(CharacterCodingException.class);
        assertThat(decoder.reset()
                        .decode(ByteBuffer.wrap(Samples.bytes("6162")), CharBuffer.allocate(1), true)
                        .isOverflow())
                .isTrue();
        assertThat(charset.newEncoder()
                        .encode(CharBuffer.wrap("日"), ByteBuffer.allocate(1), true)
                        .isOverflow())
                .isTrue();
        assertThat(charset.newEncoder().canEncode('\0')).isTrue();
        assertThat(charset.newEncoder().canEncode("😀")).isFalse();
        assertThatThrownBy(() -> charset.newEncoder().encode(CharBuffer.wrap("\uDE00")))
                .isInstanceOf(CharacterCodingException.class);
        assertThat(UnitedCharset.named("UTF-8")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(UnitedCharset.names("Big5+x-windows-950")).isEqualTo(List.of("Big5", "x-windows-950"));
    }
}
