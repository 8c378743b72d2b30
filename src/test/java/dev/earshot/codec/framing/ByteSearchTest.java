package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSearchTest {

    /** Searches for one value, for two and more that differ in their lowest bits only, and for others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0A",
                "00",
                "FF",
                "80",
                "0A0D",
                "000D",
                "7D7E",
                "0203",
                "F0FF",
                "0A23",
                "C0DB",
                "7F80",
                "000D23FF",
                "0001020304050607",
                "808182838485",
                "00FF10207F80"
            })
    void findsTheFirstWantedByteAmongItsNeighbours(String values) throws Problem {
        byte[] wanted = values.isEmpty() ? new byte[0] : Hex.parse(values);
        boolean[] set = new boolean[256];
        for (byte value : wanted) {
            set[value & 0xFF] = true;
        }
        ByteSearch search = new ByteSearch(set);
        long seed = 5;
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = neighbour(wanted, random);
            }
            int from = random.nextInt(bytes.length + 1);
            int to = from + random.nextInt(bytes.length - from + 1);
            int first = from;
            while (first < to && !set[bytes[first] & 0xFF]) {
                first++;
            }
            assertThat(search.find(bytes, from, to))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(first);
        }
    }

    /** Returns a byte that is mostly not wanted, but looks like one: it differs in a bit, or by one. */
    private static byte neighbour(byte[] wanted, Random random) {
        int value = wanted.length == 0 ? random.nextInt(256) : wanted[random.nextInt(wanted.length)];
        return (byte)
                switch (random.nextInt(12)) {
                    case 0 -> value;
                    case 1, 2, 3 -> value + 1;
                    case 4, 5, 6 -> value - 1;
                    case 7, 8, 9 -> value ^ 1 << random.nextInt(8);
                    default -> random.nextInt(256);
                };
    }
}
