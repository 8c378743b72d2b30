package dev.earshot.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSplitterTest {
    private static final int MOST_READS = 4_096;

    private final RowEnds ends = new RowEnds();

    private static MessageSplitter splitter(String framing) throws Problem {
        return new MessageSplitter(Framing.parse(framing), MOST_READS, open -> false);
    }

    private List<Integer> read(MessageSplitter splitter, String text, long silentMillis) {
        byte[] bytes = ("##" + text).getBytes(StandardCharsets.ISO_8859_1);
        splitter.read(bytes, 2, bytes.length - 2, silentMillis, ends);
        return list();
    }

    private List<Integer> send(MessageSplitter splitter, String text, boolean last) {
        byte[] bytes = ("##" + text).getBytes(StandardCharsets.ISO_8859_1);
        splitter.send(bytes, 2, bytes.length - 2, last, ends);
        return list();
    }

    private List<Integer> list() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < ends.count(); i++) {
            all.add(ends.get(i));
        }
        return all;
    }

    /** Makes bytes of small numbers, so that lengths fit and delimiters begin inside others. */
    private static byte[] stream(Random random) {
        byte[] bytes = new byte[200];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(4);
        }
        return bytes;
    }

    /** Returns the ends of messages in a stream that comes in reads of random size, up to a limit. */
    private List<Integer> endsInReads(MessageSplitter splitter, byte[] bytes, int most, Random random) {
        List<Integer> all = new ArrayList<>();
        int messageStart = 0;
        for (int at = 0; at < bytes.length; ) {
            int length = Math.min(1 + random.nextInt(most), bytes.length - at);
            splitter.read(bytes, at, length, 0, ends);
            for (int end : list()) {
                all.add(at + end);
                messageStart = at + end;
            }
            at += length;
            assertThat(splitter.openLength()).isEqualTo(at - messageStart);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lines",
                "delimiter:00",
                "delimiter:0101020101",
                "fixed:7",
                "length:1,1",
                "length:0,2,le,whole",
                "silence:50"
            })
    void messagesEndAtTheSamePlacesHoweverTheStreamWasRead(String framing) throws Problem {
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = stream(random);
            splitter(framing).read(bytes, 0, bytes.length, 0, ends);
            List<Integer> inOneRead = list();
            assertThat(endsInReads(splitter(framing), bytes, 1 + random.nextInt(20), random))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(inOneRead);
        }
    }

    @Test
    void theLongestMessageEndsAtTheSamePlaceHoweverTheStreamWasRead() throws Problem {
        byte[] bytes = new byte[5 * Cutter.MAX_ROW / 2];
        bytes[Cutter.MAX_ROW + 9] = '\n';
        Random random = new Random(5);
        for (int most : new int[] {4_000, 65_000}) {
            assertThat(endsInReads(splitter("lines"), bytes, most, random))
                    .containsExactly(Cutter.MAX_ROW, Cutter.MAX_ROW + 10, 2 * Cutter.MAX_ROW + 10);
        }
    }

    @Test
    void asReceivedEveryReadIsAMessage() throws Problem {
        MessageSplitter splitter = splitter("received");
        assertThat(read(splitter, "a\nb", 0)).containsExactly(3);
        assertThat(splitter.openLength()).isZero();
        assertThat(splitter.silenceMillis()).isZero();
        assertThat(read(splitter, "c", 5_000)).containsExactly(1);
    }

    @Test
    void aMessageMayComeInAnyNumberOfReads() throws Problem {
        MessageSplitter splitter =
                new MessageSplitter(Framing.parse("fixed:9000"), MessageSplitter.ANY_READS, open -> false);
        for (int i = 1; i < 9_000; i++) {
            assertThat(read(splitter, "x", 0)).isEmpty();
        }
        assertThat(read(splitter, "x", 0)).containsExactly(1);
    }

    @Test
    void aMessageHasABoundedNumberOfReads() throws Problem {
        MessageSplitter splitter = splitter("lines");
        for (int i = 1; i < MOST_READS; i++) {
            assertThat(read(splitter, "x", 0)).isEmpty();
        }
        assertThat(read(splitter, "x", 0)).containsExactly(1);
        assertThat(splitter.openLength()).isZero();
        assertThat(read(splitter, "x", 0)).isEmpty();
        assertThat(splitter.isOneRead()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "lines, 200",
        "delimiter:0D0A, 200",
        "fixed:9, 1000",
        "'length:0,1', 1000",
        "silence:50, 50",
        "silence:3000, 3000"
    })
    void aSilenceEndsTheOpenMessage(String framing, int millis) throws Problem {
        MessageSplitter splitter = splitter(framing);
        assertThat(splitter.isEndedBySilence(60_000)).isFalse();
        assertThat(splitter.silenceMillis()).isZero();
        assertThat(read(splitter, "abc", 60_000)).isEmpty();
        assertThat(splitter.silenceMillis()).isEqualTo(millis);
        assertThat(splitter.isEndedBySilence(millis - 1)).isFalse();
        assertThat(splitter.isEndedBySilence(millis)).isTrue();
        assertThat(read(splitter, "d", millis - 1)).isEmpty();
        assertThat(read(splitter, "e", millis)).containsExactly(0);
        assertThat(splitter.openLength()).isEqualTo(1);
    }

    @Test
    void aMessageBeginsAfterASilence() throws Problem {
        MessageSplitter length = splitter("length:0,1");
        assertThat(read(length, "\3ab", 0)).isEmpty();
        assertThat(read(length, "\1x", 1_000)).containsExactly(0, 2);
        MessageSplitter delimiter = splitter("delimiter:0D0A");
        assertThat(read(delimiter, "a\r", 0)).isEmpty();
        assertThat(read(delimiter, "\nb", 200)).containsExactly(0);
    }

    @Test
    void halfACharacterKeepsAMessageOpenForLonger() {
        boolean[] half = {true};
        MessageSplitter lines = new MessageSplitter(Framing.LINES, MOST_READS, open -> half[0]);
        read(lines, "ab", 0);
        assertThat(lines.endsInsideCharacter()).isTrue();
        assertThat(lines.silenceMillis()).isEqualTo(1_000);
        assertThat(lines.isEndedBySilence(999)).isFalse();
        assertThat(lines.isEndedBySilence(1_000)).isTrue();
        assertThat(read(lines, "c", 999)).isEmpty();
        half[0] = false;
        assertThat(lines.silenceMillis()).isEqualTo(200);
        MessageSplitter patient = new MessageSplitter(new SilenceFraming(3_000), MOST_READS, open -> true);
        read(patient, "ab", 0);
        assertThat(patient.silenceMillis()).isEqualTo(3_000);
    }

    @Test
    void onlyAShortOpenMessageIsCheckedForHalfACharacter() {
        List<Integer> asked = new ArrayList<>();
        MessageSplitter splitter = new MessageSplitter(Framing.LINES, MOST_READS, asked::add);
        assertThat(splitter.endsInsideCharacter()).isFalse();
        read(splitter, "x".repeat(MessageSplitter.MOST_CHECKED), 0);
        assertThat(splitter.endsInsideCharacter()).isTrue();
        read(splitter, "x", 0);
        assertThat(splitter.endsInsideCharacter()).isFalse();
        assertThat(splitter.silenceMillis()).isEqualTo(200);
        assertThat(asked).containsExactly(MessageSplitter.MOST_CHECKED);
    }

    @Test
    void theEndOfTheStreamEndsTheOpenMessage() throws Problem {
        MessageSplitter splitter = splitter("fixed:4");
        assertThat(splitter.end()).isFalse();
        read(splitter, "abcdef", 0);
        assertThat(splitter.end()).isTrue();
        assertThat(splitter.openLength()).isZero();
        assertThat(splitter.end()).isFalse();
        assertThat(read(splitter, "abcdef", 0)).containsExactly(4);
    }

    @Test
    void isOneReadOnlyIfTheReadHadNoOtherMessageAndNoneFollowed() throws Problem {
        MessageSplitter splitter = splitter("lines");
        assertThat(splitter.isOneRead()).isFalse();
        read(splitter, "login: ", 0);
        assertThat(splitter.isOneRead()).isTrue();
        read(splitter, "x", 0);
        assertThat(splitter.isOneRead()).isFalse();
        read(splitter, "a\nb", 0);
        assertThat(splitter.isOneRead()).isFalse();
    }

    @Test
    void aSendEndsItsLastMessage() throws Problem {
        MessageSplitter lines = splitter("lines");
        assertThat(send(lines, "on", false)).isEmpty();
        assertThat(send(lines, "e\ntwo", true)).containsExactly(2, 5);
        assertThat(send(lines, "three\n", true)).containsExactly(6);
        MessageSplitter fixed = splitter("fixed:4");
        assertThat(send(fixed, "abcdef", true)).containsExactly(4, 6);
        assertThat(send(fixed, "abcd", false)).containsExactly(4);
    }

    @Test
    void asReceivedASendIsOneMessageHoweverManyPiecesItTakes() throws Problem {
        MessageSplitter splitter = splitter("received");
        assertThat(send(splitter, "a\n", false)).isEmpty();
        assertThat(send(splitter, "b", false)).isEmpty();
        assertThat(send(splitter, "c", true)).containsExactly(1);
        byte[] piece = new byte[60_000];
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            splitter.send(piece, 0, piece.length, i == 17, ends);
            all.addAll(list());
        }
        assertThat(all).containsExactly(Cutter.MAX_ROW - 17 * piece.length, piece.length);
        assertThat(splitter.openLength()).isZero();
    }
}
