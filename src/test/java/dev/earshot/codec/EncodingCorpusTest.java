package dev.earshot.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Decodes everything that Markus Kuhn's UTF-8 stress test asks about, and every character of GB18030, whole and in
 * pieces of each size that cuts them.
 */
class EncodingCorpusTest {
    /** One character of UTF-8, as the grammar of RFC 3629, section 4 has it; a byte is a character here. */
    private static final Pattern CHARACTER = Pattern.compile("[\\x00-\\x7F]|[\\xC2-\\xDF][\\x80-\\xBF]"
            + "|\\xE0[\\xA0-\\xBF][\\x80-\\xBF]|[\\xE1-\\xEC\\xEE\\xEF][\\x80-\\xBF]{2}|\\xED[\\x80-\\x9F][\\x80-\\xBF]"
            + "|\\xF0[\\x90-\\xBF][\\x80-\\xBF]{2}|[\\xF1-\\xF3][\\x80-\\xBF]{3}|\\xF4[\\x80-\\x8F][\\x80-\\xBF]{2}");

    private static final Charset JDK = Charset.forName("GB18030");

    /** Decodes by that grammar: a byte outside of it is one U+FFFD. */
    private static String byGrammar(byte[] bytes) {
        String all = new String(bytes, ISO_8859_1);
        StringBuilder text = new StringBuilder();
        Matcher character = CHARACTER.matcher(all);
        for (int at = 0; at < bytes.length; ) {
            boolean good = character.region(at, bytes.length).lookingAt();
            text.append(good ? new String(character.group().getBytes(ISO_8859_1), UTF_8) : "\uFFFD");
            at += good ? character.group().length() : 1;
        }
        return text.toString();
    }

    /** Encodes a number as UTF-8 was before RFC 3629: in any length that holds it, up to 31 bits in six bytes. */
    private static byte[] sequence(int number, int length) {
        byte[] bytes = new byte[length];
        for (int i = length - 1; i > 0; i--) {
            bytes[i] = (byte) (0x80 | number & 0x3F);
            number >>>= 6;
        }
        bytes[0] = (byte) (0xFF00 >> length | number);
        return bytes;
    }

    /** The greatest number that a sequence of this length can hold. */
    private static int most(int length) {
        return length == 1 ? 0x7F : (1 << 5 * length + 1) - 1;
    }

    /** The kinds of bytes of the stress test, sections 2 to 5, in that order. */
    private static List<byte[]> stress() {
        List<byte[]> all = new ArrayList<>();
        for (int length = 2; length <= 6; length++) { // 2.1, 2.2: the first and the last of each length
            all.add(sequence(most(length - 1) + 1, length));
            all.add(sequence(most(length), length));
        }
        for (int border : new int[] {0xD7FF, 0xE000, 0xFFFD, 0x10FFFF, 0x110000}) { // 2.3
            all.add(sequence(border, border > 0xFFFF ? 4 : 3));
        }
        for (int count = 1; count <= 64; count++) { // 3.1: continuation bytes
            all.add(consecutive(0x80, count, ""));
        }
        for (int length = 2; length <= 6; length++) { // 3.2: lonely starts
            all.add(consecutive(0xFF00 >> length & 0xFF, 1 << 6 - length, " "));
        }
        ByteArrayOutputStream incomplete = new ByteArrayOutputStream();
        for (int length = 2; length <= 6; length++) { // 3.3, 3.4: the last byte is missing
            for (int number : new int[] {0, most(length)}) {
                byte[] cut = Arrays.copyOf(sequence(number, length), length - 1);
                all.add(cut);
                incomplete.writeBytes(cut);
            }
        }
        all.add(incomplete.toByteArray());
        all.add(Samples.bytes("FE FF FE FE FF FF")); // 3.5: impossible bytes
        for (int length = 2; length <= 6; length++) { // 4: overlong forms of '/', of NUL, and the greatest ones
            all.add(sequence('/', length));
            all.add(sequence(0, length));
            all.add(sequence(most(length - 1), length));
        }
        for (int surrogate : new int[] {0xD800, 0xDB7F, 0xDB80, 0xDBFF, 0xDC00, 0xDF80, 0xDFFF}) { // 5.1, 5.2
            all.add(sequence(surrogate, 3));
            all.add(join(sequence(surrogate, 3), sequence(0xDC00, 3)));
        }
        for (int plane = 0; plane <= 16; plane++) { // 5.3: what is no character is still a code point
            all.add(sequence(plane << 16 | 0xFFFE, plane == 0 ? 3 : 4));
            all.add(sequence(plane << 16 | 0xFFFF, plane == 0 ? 3 : 4));
        }
        all.add(join(sequence(0xFDD0, 3), sequence(0xFDEF, 3)));
        return all;
    }

    private static byte[] consecutive(int first, int count, String between) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            bytes.write(first + i);
            bytes.writeBytes(between.getBytes(ISO_8859_1));
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Decodes what arrives in two pieces or more, as it is shown: an unfinished end waits for what follows. */
    private static String inPieces(Encoding encoding, byte[] bytes, int first, int size) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int cut = first; done < bytes.length; cut = Math.min(bytes.length, cut + size)) {
            if (cut == bytes.length || !TextDecoder.endsInsideCharacter(encoding, bytes, done, cut - done)) {
                text.append(TextDecoder.decode(encoding, bytes, done, cut - done));
                done = cut;
            }
        }
        return text.toString();
    }

    @Test
    void eachKindOfBadUtf8IsReadAsTheGrammarSaysWhereverItIsCut() {
        byte[] frame = "|a\n".getBytes(UTF_8);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] kind : stress()) {
            byte[] bytes = join(frame, kind, frame);
            whole.writeBytes(bytes);
            String expected = byGrammar(bytes);
            assertThat(expected).startsWith("|a\n").endsWith("|a\n");
            assertAlwaysReadAs(expected, Encoding.UTF_8, bytes);
        }
        byte[] all = whole.toByteArray();
        assertThat(inPieces(Encoding.UTF_8, all, 1, 1)).isEqualTo(byGrammar(all));
    }

    private static void assertAlwaysReadAs(String expected, Encoding encoding, byte[] bytes) {
        for (int cut = 1; cut <= bytes.length; cut++) {
            assertThat(inPieces(encoding, bytes, cut, bytes.length))
                    .as("%s cut at %d", Hex.print(bytes, 0, bytes.length), cut)
                    .isEqualTo(expected);
        }
        assertThat(inPieces(encoding, bytes, 1, 1)).isEqualTo(expected);
    }

    @Test
    void everyPairOfGb18030IsReadAsTheJdkReadsItWhereverItIsCut() {
        int pairs = 0;
        for (int lead = 0x81; lead <= 0xFE; lead++) {
            ByteArrayOutputStream row = new ByteArrayOutputStream();
            StringBuilder expected = new StringBuilder();
            for (int trail = 0x40; trail <= 0xFE; trail++) {
                if (trail != 0x7F) {
                    byte[] pair = {(byte) lead, (byte) trail};
                    String one = new String(pair, JDK);
                    assertThat(one).hasSize(1).isNotEqualTo("\uFFFD");
                    row.writeBytes(pair);
                    expected.append(one);
                    pairs++;
                }
            }
            assertReadInPiecesAs(expected.toString(), row.toByteArray());
        }
        assertThat(pairs).isEqualTo(23_940);
    }

    @Test
    void everyFourByteFormOfGb18030IsReadAsTheJdkReadsItWhereverItIsCut() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int form = 0; form < 126 * 10 * 126 * 10; form++) {
            byte[] b = {
                (byte) (0x81 + form / 12600),
                (byte) ('0' + form / 1260 % 10),
                (byte) (0x81 + form / 10 % 126),
                (byte) ('0' + form % 10)
            };
            if (Gb18030.length(b, 0, 4) == 4) {
                all.writeBytes(b);
            }
            if (all.size() > 200_000) {
                assertReadInPiecesAs(all.toString(JDK), all.toByteArray());
                all.reset();
            }
        }
        assertReadInPiecesAs(all.toString(JDK), all.toByteArray());
    }

    private static void assertReadInPiecesAs(String expected, byte[] bytes) {
        for (int size : new int[] {1, 2, 3, 5}) {
            assertThat(inPieces(Encoding.GBK, bytes, size, size).equals(expected))
                    .as("in pieces of %d: %s...", size, Hex.print(bytes, 0, 8))
                    .isTrue();
        }
    }
}
