package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {
    private static final List<Encoding> UNICODE = List.of(Encoding.UTF_8, Encoding.GBK, Samples.encoding("GB18030"));

    @Test
    void packetsThatCutCharactersAreDecodedAsOneText() {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        row.writeBytes(Samples.bytes("2E0D0ACAC7B7F1D2"));
        row.writeBytes(Samples.bytes("AABCCCD0F8B9A4B3"));
        row.writeBytes(Samples.bytes("A7"));
        assertThat(decode(Encoding.GBK, row.toByteArray())).isEqualTo(".\r\n是否要继续工厂");
    }

    @Test
    void everyCutInsideACharacterIsDetected() {
        for (Encoding encoding : UNICODE) {
            byte[] b = Samples.MIXED.getBytes(encoding.readCharset());
            for (int cut = 0; cut <= b.length; cut++) {
                String begin = decode(encoding, Arrays.copyOf(b, cut));
                boolean inside = TextDecoder.endsInsideCharacter(encoding, b, 0, cut);
                assertThat(begin.contains("\uFFFD"))
                        .as("%s at %d", encoding, cut)
                        .isEqualTo(inside);
                if (!inside) {
                    assertThat(begin + TextDecoder.decode(encoding, b, cut, b.length - cut))
                            .as("%s at %d", encoding, cut)
                            .isEqualTo(Samples.MIXED);
                }
            }
        }
    }

    @Test
    void holdingBackUnfinishedCharactersGivesTheWholeTextWhereverItIsCut() {
        Random random = new Random(Samples.SEED);
        for (Encoding encoding : Encoding.all()) {
            for (int round = 0; round < 200; round++) {
                String text = Samples.text(random, encoding, 40);
                assertThat(decodeInPieces(random, encoding, Samples.bytes(text, encoding)))
                        .as("%s seed %d round %d", encoding, Samples.SEED, round)
                        .isEqualTo(text);
            }
        }
    }

    private static String decodeInPieces(Random random, Encoding encoding, byte[] b) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int cut = 0; cut < b.length; ) {
            cut = Math.min(b.length, cut + 1 + random.nextInt(4));
            if (!TextDecoder.endsInsideCharacter(encoding, b, done, cut - done)) {
                text.append(TextDecoder.decode(encoding, b, done, cut - done));
                done = cut;
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "GBK, 81 0A, '?|'",
        "GBK, 81 3C, '?<'",
        "GBK, 81 7F 41, '?\u007FA'",
        "GBK, 82 30 0A, '?0|'",
        "GBK, 82 30 0A 41, '?0|A'",
        "GBK, 82 30 81 0A, '?0?|'",
        "GBK, 82 30 81 41, '?0丄'",
        "GBK, 84 31 A5 30, '?1?0'",
        "GBK, E3 32 9A 36, '?2?6'",
        "GBK, FF, '?'",
        "GBK, 80, '?'",
        "GBK, FF FF 41, '??A'",
        "GBK, C4 E3 BA, '你?'",
        "UTF-8, E4 BD 41, '??A'",
        "UTF-8, E4 BD A0 E5, '你?'",
        "UTF-8, F0 9F 98, '???'",
        "UTF-8, ED A0 80, '???'",
        "UTF-8, C0 AF, '??'",
        "UTF-8, F4 90 80 80, '????'",
        "UTF-8, EF BF BD, '?'",
        "UTF-8, FF 0A, '?|'",
        "Big5, A7 41 FF 41, '你?A'",
        "Shift_JIS, 93 FA 85 0A, '日?|'",
        "EUC-KR, B0 A1 B0 0A, '가?|'",
        "EUC-KR, 94 EE 94 0A, '뷁?|'",
        "EUC-JP, C6 FC C6 0A, '日?|'",
        "EUC-JP, 8E B1 8E 0A, 'ｱ?|'",
        "EUC-JP, 8F B0 A1 8F B0 0A, '丂??|'",
        "EUC-JP, 8F B0 41 8F 41, '??A?A'",
        "EUC-JP, 8F C6 FC 8F, '泒?'",
        "windows-1252, 81 41, '?A'"
    })
    void aBadByteIsOneReplacementCharacterAndKeepsItsNeighbours(String name, String hex, String expected) {
        String text = decode(Samples.encoding(name), Samples.bytes(hex));
        assertThat(text).isEqualTo(expected.replace('?', '\uFFFD').replace('|', '\n'));
    }

    @Test
    void anAsciiByteAfterAnyLeadByteIsPartOfACharacterOrStays() {
        for (Encoding encoding : Samples.compatibleWithAscii()) {
            for (int lead = 0x80; lead < 0x100; lead++) {
                for (int ascii = 0; ascii < 0x80; ascii++) {
                    String text = decode(encoding, new byte[] {(byte) lead, (byte) ascii});
                    boolean character = text.length() == 1 && text.charAt(0) != '\uFFFD';
                    assertThat(character || text.length() == 2 && text.charAt(1) == ascii)
                            .as("%s %02X %02X: %s", encoding, lead, ascii, text)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void noiseNeverSwallowsALineFeedNorMakesMoreCharactersThanBytes() {
        List<Encoding> compatible = Samples.compatibleWithAscii();
        Random random = new Random(Samples.SEED);
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = Samples.noise(random, 24);
            Encoding encoding = compatible.get(round % compatible.size());
            String text = decode(encoding, noise);
            assertThat(text.chars().filter(c -> c == '\n').count())
                    .as("%s %s", encoding, Hex.print(noise, 0, noise.length))
                    .isEqualTo(lineFeeds(noise));
            assertThat(text).hasSizeLessThanOrEqualTo(noise.length);
        }
    }

    private static long lineFeeds(byte[] b) {
        long count = 0;
        for (byte each : b) {
            count += each == '\n' ? 1 : 0;
        }
        return count;
    }

    @Test
    void decodingAWindowReadsNothingOutsideIt() {
        byte[] b = Samples.bytes("C4 C4 E3 BA C3");
        assertThat(TextDecoder.decode(Encoding.GBK, b, 1, 2)).isEqualTo("你");
        assertThat(TextDecoder.decode(Encoding.GBK, b, 1, 3)).isEqualTo("你\uFFFD");
        assertThat(TextDecoder.decode(Encoding.GBK, b, 5, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, E4, true",
        "UTF-8, E4 BD, true",
        "UTF-8, F0 9F 98, true",
        "UTF-8, ED A0, false",
        "UTF-8, E0 80, false",
        "UTF-8, F5, false",
        "UTF-8, 80, false",
        "UTF-8, 41, false",
        "GBK, C4, true",
        "GBK, 82 30, true",
        "GBK, 82 30 81, true",
        "GBK, 82 30 0A, false",
        "GBK, 84 31, true",
        "GBK, 84 31 A4, true",
        "GBK, 84 32, false",
        "GBK, E3 32, true",
        "GBK, E3 33, false",
        "GBK, E4 30, false",
        "GBK, 8F 39, false",
        "GBK, 80, false",
        "GBK, FF, false",
        "GBK, C4 0A, false",
        "Big5, A4, true",
        "Shift_JIS, 93, true",
        "Shift_JIS, B1, false",
        "EUC-KR, B0, true",
        "EUC-JP, B0, true",
        "EUC-JP, 8E, true",
        "EUC-JP, 8F, true",
        "EUC-JP, 8F B0, true",
        "EUC-JP, 8F B0 A1, false",
        "EUC-JP, 8F C6, true",
        "EUC-JP, 8F 41, false",
        "EUC-JP, 8F 0A, false",
        "EUC-JP, 80, false",
        "ISO-8859-1, E4, false",
        "windows-1252, 81, false"
    })
    void onlyBytesThatMayBecomeACharacterAreUnfinished(String name, String hex, boolean unfinished) {
        Encoding encoding = Samples.encoding(name);
        for (String before : new String[] {"", "0D0A", "41", "FF", "3030"}) {
            byte[] b = Samples.bytes(before + " " + hex);
            assertThat(TextDecoder.endsInsideCharacter(encoding, b, 0, b.length))
                    .as(before)
                    .isEqualTo(unfinished);
        }
        assertThat(TextDecoder.endsInsideCharacter(encoding, new byte[0], 0, 0)).isFalse();
    }

    @Test
    void anEndIsUnfinishedExactlyIfSomeByteFinishesIt() {
        for (Encoding encoding : Encoding.all()) {
            if (UNICODE.contains(encoding)) {
                continue;
            }
            for (int lead = 0x80; lead < 0x100; lead++) {
                boolean alone = decode(encoding, new byte[] {(byte) lead}).charAt(0) != '\uFFFD';
                assertThat(TextDecoder.endsInsideCharacter(encoding, new byte[] {(byte) lead}, 0, 1))
                        .as("%s %02X", encoding, lead)
                        .isEqualTo(!alone && leads(encoding, lead));
            }
        }
    }

    private static boolean leads(Encoding encoding, int lead) {
        for (int trail = 0; trail < 0x100; trail++) {
            String two = decode(encoding, new byte[] {(byte) lead, (byte) trail});
            String three = decode(encoding, new byte[] {(byte) lead, (byte) trail, (byte) 0xA1});
            if (two.length() == 1 || three.length() == 1) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theBordersOfFourByteFormsAreThoseOfTheDecoder() {
        for (int i = 0; i < 126 * 10 * 126 * 10; i++) {
            byte[] b = {
                (byte) (0x81 + i / 12600),
                (byte) ('0' + i / 1260 % 10),
                (byte) (0x81 + i / 10 % 126),
                (byte) ('0' + i % 10)
            };
            String text = new String(b, Encoding.GBK.readCharset());
            boolean assigned = text.charAt(0) != '\uFFFD' || Hex.print(b, 0, 4).equals("84 31 A4 37");
            if (Gb18030.length(b, 0, 4) != (assigned ? 4 : 0)) {
                fail(Hex.print(b, 0, 4));
            }
        }
    }

    @Test
    void placesInBytesAreFoundInTheTextInEveryEncoding() {
        String text = "a好b\u20AC\uD83D\uDE00c";
        for (Encoding encoding : List.of(Encoding.UTF_8, Encoding.GBK)) {
            byte[] b = text.getBytes(encoding.readCharset());
            for (int from = 0; from < text.length(); from = text.offsetByCodePoints(from, 1)) {
                int to = text.offsetByCodePoints(from, 1);
                int begin = text.substring(0, from).getBytes(encoding.readCharset()).length;
                int end = text.substring(0, to).getBytes(encoding.readCharset()).length;
                assertThat(TextDecoder.placesInText(text, encoding, b, new int[] {begin, end}))
                        .as("%s in %s", text.substring(from, to), encoding)
                        .containsExactly(from, to);
            }
        }
    }

    /** In EUC-JP several characters have a form of two bytes and one of three, of which an encoder writes one only. */
    @Test
    void everyCharacterHasTheLengthOfItsBytes() throws Problem {
        for (Encoding encoding : Encoding.all()) {
            if (encoding.isAsciiCompatible()) {
                for (int lead = 0x80; lead <= 0xFF; lead++) {
                    checkLength(encoding, (byte) lead, (byte) '!');
                    for (int second = 0x40; second <= 0xFF; second++) {
                        checkLength(encoding, (byte) lead, (byte) second, (byte) '!');
                        for (int third = 0xA1; lead == 0x8F && third < 0xFF; third++) {
                            checkLength(encoding, (byte) lead, (byte) second, (byte) third, (byte) '!');
                        }
                    }
                }
            }
        }
    }

    private static void checkLength(Encoding encoding, byte... character) {
        String text = decode(encoding, character);
        boolean isOne = text.indexOf('\uFFFD') < 0 && text.codePointCount(0, text.length()) == 2;
        int end = text.length() - 1;
        if (isOne
                && (TextDecoder.byteOffsets(text, encoding, character)[end] != character.length - 1
                        || TextDecoder.lengthOf(text, 0, end, encoding, character, 0) != character.length - 1)) {
            fail(encoding + " " + Hex.print(character, 0, character.length));
        }
    }

    @Test
    void aPlaceInsideACharacterOrBehindTheTextStaysWithinIt() {
        byte[] b = "好a\n".getBytes(StandardCharsets.UTF_8);
        assertThat(TextDecoder.placesInText("好a", Encoding.UTF_8, b, new int[] {1, 2, 2, 3, 3, 5}))
                .containsExactly(0, 1, 1, 1, 1, 2);
        byte[] damaged = {'a', (byte) 0xFF, 'b', (byte) 0xEF, (byte) 0xBF, (byte) 0xBD, 'c'};
        assertThat(TextDecoder.placesInText("a\uFFFDb\uFFFDc", Encoding.UTF_8, damaged, new int[] {2, 3, 6, 7}))
                .containsExactly(2, 3, 4, 5);
    }

    private static String decode(Encoding encoding, byte[] b) {
        return TextDecoder.decode(encoding, b, 0, b.length);
    }
}
