package dev.earshot.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes whatever can be read by any preset. */
class LayoutFuzzTest {
    private static final int ROUNDS = 1500;

    /** The most that one message may take: bytes that say of themselves that they repeat for ever. */
    private static final int LONG = 1 << 20;

    static List<MessageLayout> all() {
        return LayoutPresets.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void anyBytesCanBeRead(MessageLayout layout) throws Problem {
        long seed = 16 + layout.name().hashCode();
        Random random = new Random(seed);
        List<byte[]> seeds = new ArrayList<>();
        for (String hex : PresetMessages.of(layout.name())) {
            seeds.add(Hex.parse(hex));
        }
        FieldReading reading = new FieldReading();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] message = message(random, seeds);
            int start = random.nextInt(3);
            byte[] around = new byte[start + message.length + random.nextInt(3)];
            System.arraycopy(message, 0, around, start, message.length);
            FieldInput input =
                    new FieldInput(around, start, start + message.length, Encoding.UTF_8, random.nextBoolean());
            assertThatCode(() -> check(layout, input, reading))
                    .as("seed %d, %s", seed, Hex.print(message, 0, message.length))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] message(Random random, List<byte[]> seeds) {
        if (seeds.isEmpty() || random.nextInt(4) == 0) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            return bytes;
        }
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt() : -random.nextInt(2));
        }
        return random.nextInt(3) > 0 ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length + 20));
    }

    private static void check(MessageLayout layout, FieldInput input, FieldReading reading) {
        layout.read(input, reading);
        assertThat(reading.size()).isLessThanOrEqualTo(FieldReading.MOST_FIELDS + 20);
        assertThat(reading.summary()).hasSizeLessThan(2000);
        for (int i = 0; i < reading.size(); i++) {
            FieldValue value = reading.get(i);
            value.text();
            if (value.from() >= 0) {
                assertThat(value.from()).isLessThanOrEqualTo(value.to());
                assertThat(value.to()).isLessThanOrEqualTo(input.length());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void longMessagesEnd(MessageLayout layout) throws Problem {
        FieldReading reading = new FieldReading();
        List<String> heads = new ArrayList<>(PresetMessages.of(layout.name()));
        heads.add("");
        for (String head : heads) {
            for (int filler : new int[] {0, 1, ',', '|', 0xFF}) {
                byte[] begin = Hex.parse(head);
                byte[] message = Arrays.copyOf(begin, LONG);
                Arrays.fill(message, begin.length, LONG, (byte) filler);
                layout.read(FieldInput.of(message, Encoding.UTF_8, true), reading);
                assertThat(reading.size()).isLessThanOrEqualTo(FieldReading.MOST_FIELDS + 20);
            }
        }
    }
}
