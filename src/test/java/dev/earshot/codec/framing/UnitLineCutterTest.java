package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineUnit;
import dev.earshot.codec.Problem;
import dev.earshot.codec.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitLineCutterTest {
    @ParameterizedTest
    @CsvSource({
        "UTF_16LE, 296E A65E 0D00 0A00 3200 0A00, 8 12",
        "UTF_16LE, 000A 0A00 0A00, 4 6", // U+0A00 is no line feed
        "UTF_16LE, 410A 000D 4200, ''", // the bytes 0A 00 between two units are none either
        "UTF_16LE, 7800 0D00 7900 0D00 0A00, 4 10", // a lone CR
        "UTF_16LE, 7800 0D00 0D00 0A00, 4 8",
        "UTF_16BE, 6E29 5EA6 000D 000A 0032 000A, 8 12",
        "UTF_16BE, 0A00 000A, 4",
        "EBCDIC, C8 15 C9 25 0A D1 0D 15 D2 0D D3, 2 4 8 10"
    })
    void aLineEndsAtItsUnitsWhateverTheCut(LineUnit unit, String hex, String expected) {
        byte[] stream = Samples.bytes(hex);
        List<Integer> wanted = expected.isEmpty()
                ? List.of()
                : Arrays.stream(expected.split(" ")).map(Integer::valueOf).toList();
        for (int first = 0; first <= stream.length; first++) {
            for (int second = first; second <= stream.length; second++) {
                assertThat(ends(unit, stream, first, second))
                        .as("%d %d", first, second)
                        .isEqualTo(wanted);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(LineUnit.class)
    void anyCutGivesTheSameLines(LineUnit unit) {
        Random random = new Random(Samples.SEED);
        byte[] few = {0x0A, 0x0D, 0x00, 0x15, 0x25, 0x41};
        for (int round = 0; round < 3_000; round++) {
            byte[] stream = new byte[random.nextInt(24)];
            for (int i = 0; i < stream.length; i++) {
                stream[i] = few[random.nextInt(few.length)];
            }
            int[] cuts = random.ints(random.nextInt(6), 0, stream.length + 1)
                    .sorted()
                    .toArray();
            assertThat(ends(unit, stream, cuts)).isEqualTo(ends(unit, stream));
        }
    }

    @Test
    void aLineEndIsPendingAfterCrAndNotAfterAnythingElse() {
        UnitLineCutter cutter = new UnitLineCutter(LineUnit.UTF_16BE);
        cut(cutter, "0041 00");
        assertThat(cutter.isEndPending()).isFalse();
        cut(cutter, "0D");
        assertThat(cutter.isEndPending()).isTrue();
        assertThat(cutter.lacksEnd()).isFalse();
        cut(cutter, "00");
        assertThat(cutter.isEndPending()).isFalse();
        cutter.reset();
        assertThat(cut(cutter, "000A")).containsExactly(2);
    }

    @Test
    void theNextByteBeginsAUnitAfterAReset() {
        UnitLineCutter cutter = new UnitLineCutter(LineUnit.UTF_16LE);
        cut(cutter, "4100 42");
        cutter.reset();
        assertThat(cut(cutter, "0A00")).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({"lines:utf-16le, UTF-16LE", "lines:UTF-16BE wait:50, UTF-16BE", "lines:ebcdic, Cp1047", "lines, UTF-8"})
    void aFramingOfLinesNamesItsUnits(String typed, String encoding) throws Problem {
        Framing framing = Framing.parse(typed);
        assertThat(framing).hasToString(typed.replace("UTF-16BE", "utf-16be"));
        assertThat(framing.kind()).isEqualTo(LineFraming.KIND);
        String wait = typed.contains(" ") ? " wait:50" : "";
        assertThat(LineFraming.inEncoding(Framing.parse("lines" + wait), Samples.encoding(encoding)))
                .isEqualTo(framing);
        assertThat(LineFraming.inEncoding(framing, Encoding.GBK)).isEqualTo(Framing.parse("lines" + wait));
        assertThat(LineFraming.inEncoding(Framing.RECEIVED, Samples.encoding(encoding)))
                .isEqualTo(Framing.RECEIVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines:ascii", "lines:utf-8", "lines:utf-16"})
    void otherNamesAreNoLines(String typed) {
        assertThatThrownBy(() -> Framing.parse(typed)).isInstanceOf(Problem.class);
    }

    private static List<Integer> cut(Cutter cutter, String hex) {
        byte[] bytes = Samples.bytes(hex);
        RowEnds ends = new RowEnds();
        cutter.cut(bytes, 0, bytes.length, ends);
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < ends.count(); i++) {
            places.add(ends.get(i));
        }
        return places;
    }

    /** Returns the ends of lines in the whole stream, which is cut at these places. */
    private static List<Integer> ends(LineUnit unit, byte[] stream, int... cuts) {
        UnitLineCutter cutter = new UnitLineCutter(unit);
        List<Integer> all = new ArrayList<>();
        RowEnds ends = new RowEnds();
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : stream.length;
            ends.clear();
            cutter.cut(stream, from, to - from, ends);
            for (int k = 0; k < ends.count(); k++) {
                all.add(from + ends.get(k));
            }
            from = to;
        }
        return all;
    }
}
