package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the law of all framings: however a stream comes in reads, and however long the pauses between them are, its
 * messages are those of the stream in one read. Every kind is tested by itself; a framing with other parameters is to
 * be added to {@link #MORE}.
 */
class SplitInvarianceTest {
    private static final List<String> MORE = List.of(
            "lines wait:never",
            "delimiter:00",
            "delimiter:0101020101",
            "delimiter:0D0A0D",
            "fixed:7",
            "fixed:1",
            "length:1,1",
            "length:0,1,be,whole",
            "length:0,2,le,whole",
            "length:0,4,be",
            "length:0,1,decimal",
            "length:1,2,hex");

    /** Bytes of which lengths, marks and line ends of many framings are made. */
    private static final byte[][] ALPHABETS = {
        {0, 1, 2, 3},
        {'\r', '\n', 0, 'a', 'b'},
        {'x', 'x', 'x', 'y', '\r'},
        {0, 1, 2, 5, '\r', '\n', 'x', 0x7E, 0x7D, 0x78, 0x79, (byte) 0xC0, (byte) 0xFF, '#', '1', '3', ' '},
        {0x0B, 0x1C, '\r', 'a'},
        {'{', '}', '[', ']', '"', '\\', '\n', 'x'},
        {'<', '>', '1', '0', ' ', '\n', 'x'}
    };

    /** A row: where it ends in the stream, and how complete it is. */
    private record End(int at, Completeness completeness) {}

    /** Returns the framings that are not made to end messages at reads or silences. */
    static Stream<Framing> framings() throws Problem {
        List<Framing> all = new ArrayList<>();
        FramingKinds.ALL.forEach(kind -> all.add(kind.defaultFraming()));
        all.add(new BeginMarkFraming('x'));
        for (String text : MORE) {
            all.add(Framing.parse(text));
        }
        return all.stream()
                .filter(framing -> !framing.endsWithEveryRead())
                .filter(framing -> framing.kind() != SilenceFraming.KIND);
    }

    @ParameterizedTest
    @MethodSource("framings")
    void readsAndPausesDoNotChangeTheMessages(Framing framing) {
        // Of lines, a pause within the line end is one, and the first lines of a client may end by silence.
        int longest = framing.kind() == LineFraming.KIND ? Framing.SILENCE_MILLIS - 1 : 100_000;
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] stream = stream(random, ALPHABETS[round % ALPHABETS.length]);
            List<End> whole = split(framing, stream, stream.length, 0, random);
            List<End> pieces = split(framing, stream, 1 + random.nextInt(40), longest, random);
            assertThat(pieces).as("%s, seed %d, round %d", framing, seed, round).isEqualTo(whole);
        }
    }

    private static byte[] stream(Random random, byte[] alphabet) {
        byte[] bytes = new byte[400];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = alphabet[random.nextInt(alphabet.length)];
        }
        return bytes;
    }

    private static List<End> split(Framing framing, byte[] stream, int most, int longestPause, Random random) {
        MessageSplitter splitter = new MessageSplitter(framing, open -> false, () -> Encoding.UTF_8);
        List<End> all = new ArrayList<>();
        RowEnds ends = new RowEnds();
        int begun = 0;
        for (int at = 0; at < stream.length; ) {
            int length = most == stream.length ? most : Math.min(1 + random.nextInt(most), stream.length - at);
            splitter.read(stream, at, length, random.nextInt(longestPause + 1), ends);
            for (int i = 0; i < ends.count(); i++) {
                assertThat(ends.get(i))
                        .isGreaterThanOrEqualTo(-RowEnds.MOST_BACK)
                        .isLessThanOrEqualTo(length);
                assertThat(at + ends.get(i)).as("rows rise, and none is empty").isGreaterThan(begun);
                begun = at + ends.get(i);
                all.add(new End(begun, ends.completeness(i)));
            }
            at += length;
            assertThat(splitter.openLength()).isEqualTo(at - begun);
        }
        return all;
    }
}
