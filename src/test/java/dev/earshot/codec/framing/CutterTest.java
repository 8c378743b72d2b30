package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutterTest {

    @Test
    void findsEveryLineFeedAmongAnyBytes() {
        long seed = 7;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(70)];
            for (int i = 0; i < bytes.length; i++) {
                // 0A's neighbours 0B and 09, and 8A, are where a word-wise search goes wrong
                bytes[i] = new byte[] {'\n', 0x0B, 0x09, (byte) 0x8A, 0, 'x'}[random.nextInt(6)];
            }
            int offset = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            List<Integer> expected = new ArrayList<>();
            for (int i = offset; i < bytes.length; i++) {
                if (bytes[i] == '\n') {
                    expected.add(i - offset + 1);
                }
            }
            assertThat(ends(bytes, offset, bytes.length - offset))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
        }
    }

    private static List<Integer> cutInReads(Framing framing, byte[] bytes, Random random, int most) {
        Cutter cutter = framing.newCutter();
        List<Integer> found = new ArrayList<>();
        RowEnds ends = new RowEnds();
        for (int at = 0; at < bytes.length; ) {
            int length = most == bytes.length ? most : Math.min(1 + random.nextInt(most), bytes.length - at);
            ends.clear();
            cutter.cut(bytes, at, length, ends);
            for (int i = 0; i < ends.count(); i++) {
                found.add(at + ends.get(i));
            }
            at += length;
        }
        return found;
    }

    @Test
    void aDelimiterEndsARowAndBelongsToIt() throws Problem {
        assertThat(cut("delimiter:0D0A", "a\r\nb\r\r\nc\n")).containsExactly(3, 7);
        assertThat(cut("delimiter:6161", "aaab")).containsExactly(2);
    }

    @Test
    void aLengthFieldEndsAMessage() throws Problem {
        assertThat(cut("length:0,1", "\2ab\0\1c")).containsExactly(3, 4, 6);
        assertThat(cut("length:2,2,be", "xx\0\3abcyy\0\0")).containsExactly(7, 11);
        assertThat(cut("length:0,2,le", "\1\0a")).containsExactly(3);
        assertThat(cut("length:0,1,be,whole", "\3ab\1\2c")).containsExactly(3, 4, 6);
    }

    @Test
    void anImpossibleLengthEndsTheRowAfterTheHeader() throws Problem {
        assertThat(cut("length:0,4", "\177\377\377\377\0\0\0\1a")).containsExactly(4, 9);
    }

    private static List<Integer> cut(String framing, String text) throws Problem {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return cutInReads(Framing.parse(framing), bytes, new Random(), bytes.length);
    }

    @Test
    void linesEndAsTheirClientEndsThem() throws Problem {
        assertThat(cut("lines", "a\nb\r\nc\r\0d")).containsExactly(2, 5, 8);
        assertThat(cut("lines", "10%\r20%\r30%")).containsExactly(4, 8);
        assertThat(cut("lines", "a\r\r\nb")).containsExactly(2, 4);
        assertThat(cut("lines", "a\r")).as("perhaps LF follows").isEmpty();
    }

    @Test
    void aCrEndsItsLineAtOnceAfterSomeLoneOnes() throws Problem {
        assertThat(cut("lines", "a\rb\rc\r")).containsExactly(2, 4, 6);
        assertThat(cut("lines", "a\rb\rc\r\nd\re\rf\r"))
                .as("trusted no more after CR LF")
                .containsExactly(2, 4, 6, 7, 9, 11);
    }

    @Test
    void endsCanBeAddedBeforeOthersAndRemoved() {
        RowEnds ends = new RowEnds();
        ends.add(-3);
        ends.add(7, Completeness.BROKEN);
        ends.addFirst(-40, Completeness.PART);
        ends.addFirst(-40, Completeness.WHOLE);
        assertThat(list(ends)).containsExactly(-40, -3, 7);
        assertThat(ends.completeness(0)).isEqualTo(Completeness.PART);
        assertThat(ends.completeness(2)).isEqualTo(Completeness.BROKEN);
        assertThat(ends.messages()).isEqualTo(2);
        ends.removeUpTo(-3);
        assertThat(list(ends)).containsExactly(7);
        assertThat(ends.completeness(0)).isEqualTo(Completeness.BROKEN);
        ends.add(9);
        assertThat(ends.completeness(1)).isEqualTo(Completeness.WHOLE);
    }

    @Test
    void everyPlaceInAReadOrShortlyBeforeItIsDecodedAgain() {
        RowEnds ends = new RowEnds();
        for (int place = -RowEnds.MOST_BACK; place <= 65_452; place++) { // no read is longer
            ends.clear();
            ends.add(place);
            assertThat(decode(ends, 65_452)).isEqualTo(place);
        }
        ends.clear();
        ends.add(65_527); // the longest datagram
        assertThat(decode(ends, 65_527)).isEqualTo(65_527);
    }

    private static int decode(RowEnds ends, int length) {
        byte[] encoded = ends.encoded();
        return RowEnds.decode((encoded[0] & 0xFF) << 8 | encoded[1] & 0xFF, length);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lines",
                "received",
                "delimiter:0D0A",
                "fixed:16",
                "length:4,2,be",
                "length:0,4,le,whole",
                "length:2,2,le,+20",
                "length:0,4,decimal",
                "length:5,4,hex,whole",
                "length:1,3,be,-1,mask=0007FF,end=7E",
                "delimiter:0D0A|0D",
                "delimiter:0131303D??????01",
                "decimal:20",
                "decimal:3A,+1,end=2C",
                "decimal:2C,-1,at=3,end=0D0A",
                "length:2,1,be,+2,blocks=5/16+2",
                "length:1,2,bcd,+2,end=03??",
                "length:1,2,le,mask=FFFC,blocks=0/8+1,end=16",
                "varint:1",
                "marks:02..03,+2",
                "marks:AA55..",
                "marks:7E..7E,shared,stuffing=hdlc",
                "marks:1002..1003,stuffing=dle",
                "marks:02..03,stuffing=02=1B02|03=1B03|1B=1B1B",
                "blocks:0A",
                "heads:7EA?=length:1,2,be,-1,end=7E;+A?|B?=fixed:7;*=fixed:1",
                "heads:??10=length:6,1,be,+2;*=fixed:8;silence=500",
                "heads:7878=length:2,1,be,+2,end=0D0A;7979|7A7A=length:2,2,be,+2;*=delimiter:0A",
                "silence:50",
                "lines wait:never",
                "length:0,2,be wait:1500"
            })
    void printedFramingsAreParsedAgain(String text) throws Problem {
        assertThat(Framing.parse(text)).hasToString(text);
        assertThat(Framing.parse(" " + text.toUpperCase(Locale.ROOT))).isEqualTo(Framing.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "line",
                "lines:1",
                "delimiter:",
                "delimiter:0",
                "delimiter:zz",
                "delimiter:0A|",
                "delimiter:??",
                "delimiter:0?F",
                "delimiter:\\q",
                "delimiter:0102030405060708090A0B0C0D0E0F1011",
                "decimal:",
                "decimal:20,,",
                "decimal:20,whole",
                "varint:-1",
                "varint:256",
                "marks:7E",
                "marks:..7E",
                "marks:02..03,shared",
                "marks:02..03,-1",
                "marks:02..03,+256",
                "marks:02..,+1",
                "marks:7E..7E,stuffing=jt808,x",
                "marks:7E..7E,stuffing=7E=7D02",
                "blocks:",
                "heads:",
                "heads:68",
                "heads:68=lines",
                "heads:68=silence:50",
                "heads:68=heads:68=fixed:1",
                "heads:=fixed:1",
                "heads:+=fixed:1",
                "heads:silence=500",
                "heads:68=fixed:1;silence=0",
                "heads:68=fixed:1;silence=soon",
                "heads:+*=fixed:1",
                "fixed:0",
                "fixed:-1",
                "fixed:67108865",
                "fixed:99999999999",
                "length:1",
                "length:1,9",
                "length:0,2,be,+65536",
                "length:0,2,be,20",
                "length:0,2,be,mask=1FFFF",
                "length:0,2,be,mask=0000",
                "length:0,2,be,mask=0FF1",
                "length:0,2,be,end=",
                "length:0,2,be,end=0",
                "length:0,2,be,blocks=16+2",
                "length:0,2,be,blocks=5/0+2",
                "length:0,2,be,blocks=5/16+0",
                "length:0,2,be,blocks=5/16+256",
                "decimal:2C,at=256",
                "decimal:2C,at=",
                "length:256,1",
                "length:0,1,xe",
                "length:0,1,be,all",
                "silence:0",
                "silence:60001",
                "lines wait:",
                "lines wait:0",
                "lines wait:soon",
                "wait:50",
                "silence:50 wait:100",
                "received wait:100"
            })
    void aWrongFramingIsAProblem(String text) {
        assertThatThrownBy(() -> Framing.parse(text)).isInstanceOf(Problem.class);
    }

    @Test
    void marksAreReadAsHexOrAsTextWithEscapes() throws Problem {
        assertThat(Framing.parse("delimiter:\\r\\n")).hasToString("delimiter:0D0A");
        assertThat(Framing.parse("delimiter:\"END\"|\\0")).hasToString("delimiter:454E44|00");
        assertThat(Framing.parse("delimiter:0d 0a")).hasToString("delimiter:0D0A");
        assertThat(Framing.parse("marks:\\x02..\\x03")).hasToString("marks:02..03");
        assertThat(Framing.parse("marks:7E..7E,stuffing=7e=7d02, 7d=7d01,shared"))
                .hasToString("marks:7E..7E,shared,stuffing=7E=7D02|7D=7D01");
        assertThat(Framing.parse("length:0,2,be,-2")).hasToString("length:0,2,be,whole");
    }

    @Test
    void recognizesDelimitersThatMayBePartOfACharacter() throws Problem {
        assertThat(DelimiterFraming.parse("0D 0A").mayCutCharacters()).isFalse();
        assertThat(DelimiterFraming.parse("7C").mayCutCharacters()).isTrue();
        assertThat(DelimiterFraming.parse("FF").mayCutCharacters()).isTrue();
    }

    private static List<Integer> ends(byte[] bytes, int offset, int length) {
        RowEnds ends = new RowEnds();
        Framing.LINES.newCutter().cut(bytes, offset, length, ends);
        return list(ends);
    }

    private static List<Integer> list(RowEnds ends) {
        return IntStream.range(0, ends.count()).mapToObj(ends::get).toList();
    }
}
