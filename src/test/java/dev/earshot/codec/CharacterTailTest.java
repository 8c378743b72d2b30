package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CharacterTailTest {
    /** ASCII below and above the lowest second byte, digits of four-byte characters, leads and bytes that are none. */
    private static final byte[] BYTES = {
        ' ', '/', '0', '9', '@', 'x', 0x7F, (byte) 0x80, (byte) 0x81, (byte) 0xB0, (byte) 0xFE, (byte) 0xFF
    };

    @Test
    void holdsWhatAScanFromTheBeginningLeavesUnfinished() {
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] stream = new byte[1 + random.nextInt(24)];
            for (int i = 0; i < stream.length; i++) {
                stream[i] = BYTES[random.nextInt(BYTES.length)];
            }
            CharacterTail tail = new CharacterTail();
            for (int at = 0; at < stream.length; ) {
                int count = 1 + random.nextInt(stream.length - at);
                tail.read(stream, at, count, false);
                at += count;
            }
            byte[] kept = new byte[CharacterTail.MOST];
            int length = tail.copyTo(kept, kept.length);
            assertThat(Arrays.copyOfRange(kept, kept.length - length, kept.length))
                    .as("seed %d, round %d: %s", seed, round, Arrays.toString(stream))
                    .isEqualTo(unfinished(stream));
        }
    }

    private static byte[] unfinished(byte[] stream) {
        int at = 0;
        while (at < stream.length) {
            int length = Gb18030.length(stream, at, stream.length);
            if (length < 0) {
                break;
            }
            at += Math.max(1, length);
        }
        return Arrays.copyOfRange(stream, at, stream.length);
    }
}
