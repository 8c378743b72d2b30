package dev.earshot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CutterTest {

    @Test
    void findsEveryLineFeedWhateverSurroundsIt() {
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
            assertThat(ends(bytes, offset, bytes.length - offset, 0))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(expected);
        }
    }

    @Test
    void cutsALineThatIsTooLong() {
        byte[] bytes = new byte[100];
        bytes[99] = '\n';
        assertThat(ends(bytes, 0, 100, Cutter.MAX_ROW - 40)).containsExactly(40, 100);
        assertThat(ends(bytes, 0, 99, Cutter.MAX_ROW - 40)).containsExactly(40);
        assertThat(ends(bytes, 0, 100, Cutter.MAX_ROW - 100)).containsExactly(100);
    }

    private static List<Integer> ends(byte[] bytes, int offset, int length, int open) {
        Cutter cutter = new Cutter(Framing.LINES);
        int count = cutter.cut(bytes, offset, length, open);
        return Arrays.stream(cutter.ends(), 0, count).boxed().toList();
    }
}
