package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSplitterTest {
    private final RowEnds ends = new RowEnds();

    private static MessageSplitter splitter(String framing) throws Problem {
        return new MessageSplitter(Framing.parse(framing), open -> false, () -> Encoding.UTF_8);
    }

    private List<Integer> read(MessageSplitter splitter, String text, long silentMillis) {
        byte[] bytes = ("##" + text).getBytes(StandardCharsets.ISO_8859_1);
        splitter.read(bytes, 2, bytes.length - 2, silentMillis, ends);
        return list();
    }

    private List<Integer> send(MessageSplitter splitter, String text, boolean last) {
        return send(splitter, text, last, false);
    }

    private List<Integer> send(MessageSplitter splitter, String text, boolean last, boolean isStream) {
        byte[] bytes = ("##" + text).getBytes(StandardCharsets.ISO_8859_1);
        splitter.send(bytes, 2, bytes.length - 2, last, isStream, ends);
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
                new MessageSplitter(Framing.parse("fixed:9000"), open -> false, () -> Encoding.UTF_8);
        for (int i = 1; i < 9_000; i++) {
            assertThat(read(splitter, "x", 0)).isEmpty();
        }
        assertThat(read(splitter, "x", 0)).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({
        "lines, 200",
        "silence:50, 50",
        "silence:3000, 3000",
        "delimiter:0D0A wait:700, 700",
        "lines wait:300, 300"
    })
    void aSilenceEndsTheOpenMessageWhereTheFramingWaitsForOne(String framing, int millis) throws Problem {
        MessageSplitter splitter = splitter(framing);
        assertThat(splitter.isEndedBySilence(60_000)).isFalse();
        assertThat(splitter.silenceMillis()).isZero();
        assertThat(read(splitter, "abc", 60_000)).isEmpty();
        assertThat(splitter.silenceMillis()).isEqualTo(millis);
        assertThat(splitter.isEndedBySilence(millis - 1)).isFalse();
        assertThat(splitter.isEndedBySilence(millis)).isTrue();
        assertThat(read(splitter, "de", millis - 1)).isEmpty();
        assertThat(read(splitter, "fg", millis)).containsExactly(0);
        assertThat(splitter.openLength()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delimiter:0D0A", "fixed:9", "length:0,1", "lines wait:never", "fixed:9 wait:never"})
    void noSilenceEndsTheOpenMessageElsewhere(String framing) throws Problem {
        MessageSplitter splitter = splitter(framing);
        assertThat(read(splitter, "abc", 0)).isEmpty();
        assertThat(splitter.silenceMillis()).isZero();
        assertThat(splitter.isEndedBySilence(Long.MAX_VALUE)).isFalse();
        assertThat(read(splitter, "d", Long.MAX_VALUE)).isEmpty();
        assertThat(splitter.openLength()).isEqualTo(4);
    }

    @Test
    void afterAWaitTheFramingGoesOnCounting() throws Problem {
        MessageSplitter length = splitter("length:0,1 wait:1000");
        assertThat(read(length, "\3ab", 0)).isEmpty();
        assertThat(read(length, "c\1x", 1_000)).containsExactly(0, 1, 3);
        assertThat(ends.completeness(0)).isEqualTo(Completeness.INCOMPLETE);
        assertThat(ends.completeness(1)).isEqualTo(Completeness.WHOLE);
        MessageSplitter delimiter = splitter("delimiter:0D0A wait:200");
        assertThat(read(delimiter, "a\r", 0)).isEmpty();
        assertThat(delimiter.endBySilence(ends)).isEqualTo(Completeness.INCOMPLETE);
        assertThat(read(delimiter, "\nb", 200)).containsExactly(1);
    }

    @Test
    void afterASilenceAFramingMayBeginAnew() throws Problem {
        String frame = "\1\3\2\0\5xx";
        String answers = "heads:*=length:2,1,be,+2;silence=500";
        MessageSplitter slave = splitter(answers);
        assertThat(slave.silenceMillis()).isZero();
        assertThat(read(slave, "\0\0" + frame, 0)).as("out of step by noise").containsExactly(6);
        assertThat(slave.silenceMillis()).isEqualTo(500);
        assertThat(read(slave, frame, 500)).containsExactly(0, 7);
        assertThat(ends.completeness(0)).isEqualTo(Completeness.INCOMPLETE);
        assertThat(ends.completeness(1)).isEqualTo(Completeness.WHOLE);
        assertThat(read(slave, frame.substring(0, 3), 60_000)).isEmpty();
        assertThat(read(slave, frame.substring(3), 499)).as("a shorter pause").containsExactly(4);
        assertThat(read(slave, "\1\3", 0)).isEmpty();
        assertThat(slave.endBySilence(ends)).isEqualTo(Completeness.INCOMPLETE);
        assertThat(read(slave, frame, 500)).containsExactly(7);
        MessageSplitter longer = splitter(answers + " wait:900");
        assertThat(read(longer, "\0\0" + frame, 0)).containsExactly(6);
        assertThat(read(longer, "", 899)).isEmpty();
        assertThat(read(longer, frame, 900)).containsExactly(0, 7);
    }

    @Test
    void aLineIsWaitedForOnceTheClientWasSeenToEndItsLines() throws Problem {
        MessageSplitter lines = splitter("lines");
        read(lines, "hello", 0);
        assertThat(lines.silenceMillis()).isEqualTo(200);
        assertThat(lines.endBySilence(ends)).isEqualTo(Completeness.WHOLE);
        assertThat(read(lines, "one\r\n", 0)).containsExactly(5);
        read(lines, "hello", 0);
        assertThat(lines.silenceMillis()).isZero();
        assertThat(lines.isEndedBySilence(60_000)).isFalse();
        assertThat(lines.end(ends)).isEqualTo(Completeness.INCOMPLETE);
    }

    @Test
    void aByteOfDataThatLooksLikeALineEndIsNoEvidence() throws Problem {
        MessageSplitter lines = splitter("lines");
        assertThat(read(lines, "\1\3\0\0\0\n", 0)).containsExactly(6);
        assertThat(read(lines, "ab\ncd", 0)).containsExactly(3);
        assertThat(lines.silenceMillis()).isEqualTo(200);
    }

    @Test
    void keysThatAreTypedOneByOneAreWaitedFor() throws Problem {
        MessageSplitter lines = splitter("lines");
        for (String key : List.of("t", "e", "s", "t", "y")) {
            assertThat(read(lines, key, 60_000)).isEmpty();
            assertThat(lines.silenceMillis()).isZero();
        }
        assertThat(lines.isCompleteIfAnswered()).isFalse();
        assertThat(read(lines, "\r\n", 1_011)).containsExactly(2);
        MessageSplitter pasted = splitter("lines");
        read(pasted, "h", 0);
        read(pasted, "ello", 0);
        assertThat(pasted.silenceMillis()).isEqualTo(200);
        assertThat(pasted.endBySilence(ends)).isEqualTo(Completeness.WHOLE);
        read(pasted, "b", 0);
        assertThat(pasted.silenceMillis()).isZero();
        MessageSplitter control = splitter("lines");
        read(control, "\5", 0);
        assertThat(control.silenceMillis()).isEqualTo(200);
    }

    @Test
    void aTypedLineMayBeEditedAndNeedNotBeAscii() throws Problem {
        String inputMethod = new String("\u6e29\u5ea6".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String arrow = "\33[D";
        MessageSplitter lines = splitter("lines");
        for (String key : List.of("t", "\b", "\177", "\t", "g", "\u00fc", "n", inputMethod, arrow, "\33OP", "x")) {
            assertThat(read(lines, key, 60_000)).isEmpty();
            assertThat(lines.silenceMillis()).as(key).isZero();
        }
        assertThat(read(lines, "\r\n", 60_000)).containsExactly(2);
        for (String alone : List.of("\b", "\u00fc", inputMethod, arrow)) {
            MessageSplitter device = splitter("lines");
            read(device, alone, 0);
            assertThat(device.silenceMillis()).as(alone).isEqualTo(200);
        }
    }

    @Test
    void aLineThatEndsInCrEndsWithTheNextByteOrAShortSilence() throws Problem {
        MessageSplitter lines = splitter("lines");
        assertThat(read(lines, "x\r", 0)).isEmpty();
        assertThat(lines.silenceMillis()).isEqualTo(200);
        assertThat(read(lines, "x\r", 100)).containsExactly(0);
        assertThat(lines.silenceMillis()).isEqualTo(200);
        assertThat(lines.endBySilence(ends)).isEqualTo(Completeness.WHOLE);
        assertThat(lines.openLength()).isZero();
        assertThat(read(lines, "x\r", 100)).as("the third one is trusted").containsExactly(2);
    }

    /** An empty line would be answered, although nobody sent one. */
    @Test
    void theLfOfALineThatASilenceHasEndedIsNoEmptyLine() throws Problem {
        MessageSplitter lines = splitter("lines");
        for (String rest : List.of("\n", "\0")) {
            read(lines, "x\r", 0);
            assertThat(lines.endBySilence(ends)).isEqualTo(Completeness.WHOLE);
            assertThat(read(lines, rest + "\n", 300)).containsExactly(1, 2);
            assertThat(ends.completeness(0)).isEqualTo(Completeness.BROKEN);
            assertThat(ends.completeness(1)).as("an empty line").isEqualTo(Completeness.WHOLE);
        }
        MessageSplitter utf16 = splitter("lines:utf-16le");
        read(utf16, "x\0\r\0", 0);
        assertThat(utf16.endBySilence(ends)).isEqualTo(Completeness.WHOLE);
        assertThat(read(utf16, "\n\0\n\0", 300)).containsExactly(2, 4);
        assertThat(ends.completeness(0)).isEqualTo(Completeness.BROKEN);
        assertThat(ends.completeness(1)).isEqualTo(Completeness.WHOLE);
    }

    @Test
    void theLfBehindACrThatWasTrustedIsNoEmptyLine() throws Problem {
        MessageSplitter lines = splitter("lines");
        assertThat(read(lines, "a\rb\rc\r\nd\r\n", 0)).containsExactly(2, 4, 6, 7, 10);
        assertThat(ends.completeness(3)).isEqualTo(Completeness.BROKEN);
        assertThat(ends.completeness(4)).isEqualTo(Completeness.WHOLE);
    }

    @Test
    void aWaitThatWasAskedForIsTakenAtItsWord() throws Problem {
        MessageSplitter lines =
                new MessageSplitter(Framing.parse("lines wait:300"), open -> true, () -> Encoding.UTF_8);
        read(lines, "one\n", 0);
        read(lines, "two", 0);
        assertThat(lines.silenceMillis()).isEqualTo(300);
        assertThat(lines.endBySilence(ends)).isEqualTo(Completeness.INCOMPLETE);
    }

    @Test
    void aLongMessageIsCutBetweenCharacters() throws Problem {
        MessageSplitter splitter = splitter("delimiter:0A");
        byte[] text = ("x" + "\u6E29".repeat(Cutter.MAX_ROW / 2) + "\n").getBytes(StandardCharsets.UTF_8);
        List<Integer> all = endsInReads(splitter, text, 60_000, new Random(3));
        assertThat(all).containsExactly(Cutter.MAX_ROW, text.length);
        all = endsInReads(
                splitter,
                ("y" + new String(text, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8),
                60_000,
                new Random(3));
        assertThat(all).containsExactly(Cutter.MAX_ROW - 2, text.length + 1);
    }

    /** Without one byte of ASCII nothing near the end of the row tells where a character begins. */
    @ParameterizedTest
    @CsvSource({"GBK, 温度", "Big5, 溫度", "GBK, 𠜎温", "GBK, 温度xyz"})
    void aLongMessageInTwoByteCharactersIsCutBetweenThem(String name, String text) throws Exception {
        Encoding encoding = Encoding.named(name);
        byte[] some = text.getBytes(encoding.readCharset());
        for (int before = 0; before < 4; before++) {
            byte[] bytes = new byte[Cutter.MAX_ROW + 3_000];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = i < before ? (byte) 'x' : some[(i - before) % some.length];
            }
            MessageSplitter splitter =
                    new MessageSplitter(Framing.parse("delimiter:0A"), open -> false, () -> encoding);
            assertThat(endsInReads(splitter, bytes, before % 2 == 0 ? 60_000 : 700, new Random(before)))
                    .as("%s behind %d", text, before)
                    .hasSize(1)
                    .allMatch(end -> end <= Cutter.MAX_ROW && end > Cutter.MAX_ROW - 4)
                    .allMatch(end -> !TextDecoder.endsInsideCharacter(encoding, bytes, 0, end));
        }
    }

    @Test
    void aLongMessageIsCutWhereItWasToBeCutThoughTheEncodingChanges() throws Problem {
        AtomicReference<Encoding> encoding = new AtomicReference<>(Encoding.ISO_8859_1);
        MessageSplitter splitter = new MessageSplitter(Framing.parse("delimiter:0A"), open -> false, encoding::get);
        byte[] bytes = new byte[Cutter.MAX_ROW + RowEnds.MOST_BACK];
        Arrays.fill(bytes, (byte) 0xC4);
        bytes[Cutter.MAX_ROW - 2] = 'x'; // so that in GBK the row would end inside a character
        for (int at = 0; at < bytes.length; at += 1024) {
            splitter.read(bytes, at, Math.min(1024, bytes.length - at), 0, ends);
            assertThat(list()).isEmpty();
        }
        encoding.set(Encoding.GBK);
        splitter.read(bytes, 0, 10, 0, ends);
        assertThat(list()).containsExactly(-RowEnds.MOST_BACK);
    }

    @Test
    void halfACharacterKeepsAMessageOpenForLonger() {
        boolean[] half = {true};
        MessageSplitter lines = new MessageSplitter(Framing.LINES, open -> half[0], () -> Encoding.UTF_8);
        read(lines, "ab", 0);
        assertThat(lines.isCompleteIfAnswered()).isFalse();
        assertThat(lines.silenceMillis()).isEqualTo(1_000);
        assertThat(lines.isEndedBySilence(999)).isFalse();
        assertThat(lines.isEndedBySilence(1_000)).isTrue();
        assertThat(read(lines, "c", 999)).isEmpty();
        half[0] = false;
        assertThat(lines.silenceMillis()).isEqualTo(200);
    }

    /** The check of a Modbus RTU frame may end in C4, with which a character of UTF-8 may begin. */
    @Test
    void aSilenceThatWasAskedForIsTakenAtItsWordInsideACharacterToo() {
        MessageSplitter silence = new MessageSplitter(new SilenceFraming(30), open -> true, () -> Encoding.UTF_8);
        read(silence, "\1\3\0\0\0\2\13\u00c4", 0);
        assertThat(silence.silenceMillis()).isEqualTo(30);
        assertThat(read(silence, "\1", 31)).containsExactly(0);
    }

    /** The other half stays one, although the message was ended: all that follows is read in step. */
    @Test
    void halfAUnitOfUtf16IsWaitedForAndKeepsTheLinesInStep() throws Problem {
        MessageSplitter lines = splitter("lines:utf-16le");
        read(lines, "\nN)", 0);
        assertThat(lines.silenceMillis()).isEqualTo(1_000);
        assertThat(read(lines, "n\n", 999)).isEmpty();
        assertThat(lines.endBySilence(ends)).isEqualTo(Completeness.INCOMPLETE);
        assertThat(read(lines, "\0x\0\n\0", 2_000)).containsExactly(1, 5);
    }

    @Test
    void onlyAShortOpenMessageIsCheckedForHalfACharacter() {
        List<Integer> asked = new ArrayList<>();
        MessageSplitter splitter = new MessageSplitter(Framing.LINES, asked::add, () -> Encoding.UTF_8);
        assertThat(splitter.silenceMillis()).isZero();
        read(splitter, "x".repeat(MessageSplitter.MOST_CHECKED), 0);
        assertThat(splitter.silenceMillis()).isEqualTo(1_000);
        read(splitter, "x", 0);
        assertThat(splitter.silenceMillis()).isEqualTo(200);
        assertThat(asked).containsExactly(MessageSplitter.MOST_CHECKED);
    }

    @Test
    void theEndOfTheStreamEndsTheOpenMessage() throws Problem {
        MessageSplitter splitter = splitter("fixed:4");
        assertThat(splitter.end(ends)).isNull();
        assertThat(ends.count()).isZero();
        read(splitter, "abcdef", 0);
        assertThat(splitter.end(ends)).isEqualTo(Completeness.INCOMPLETE);
        assertThat(list()).containsExactly(0);
        assertThat(splitter.openLength()).isZero();
        assertThat(splitter.end(ends)).isNull();
        assertThat(read(splitter, "abcdef", 0)).containsExactly(4);
    }

    @Test
    void anAnswerCompletesOneReadWithoutALineEnd() throws Problem {
        MessageSplitter splitter = splitter("lines");
        assertThat(splitter.isCompleteIfAnswered()).isFalse();
        read(splitter, "login: ", 0);
        assertThat(splitter.isCompleteIfAnswered()).isTrue();
        read(splitter, "x", 0);
        assertThat(splitter.isCompleteIfAnswered()).isFalse();
        read(splitter, "a\nb", 0);
        assertThat(splitter.isCompleteIfAnswered()).isFalse();
        read(splitter, "\n", 0);
        read(splitter, "login: ", 0);
        assertThat(splitter.isCompleteIfAnswered()).as("it ends its lines").isFalse();
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

    /** A request of Modbus RTU for ten registers has an 0A in it. */
    @Test
    void binaryDataThatAreSentAtOnceAreOneMessageAlsoAmongLines() throws Problem {
        String request = "\1\3\0\0\0\n\u00C5\u00CD";
        MessageSplitter lines = splitter("lines");
        assertThat(send(lines, request, true)).containsExactly(8);
        assertThat(send(lines, "one\r\n\ttwo\n", true)).containsExactly(5, 10);
        assertThat(send(lines, "\2A\nB\3", true)).as("ASTM is made of lines").containsExactly(3, 5);
        assertThat(send(lines, request, true, true)).as("passed on").containsExactly(6, 8);
        assertThat(send(lines, request, false)).as("not all of it").containsExactly(6);
        assertThat(send(splitter("delimiter:0A"), request, true)).containsExactly(6, 8);
        assertThat(send(splitter("lines wait:500"), request, true)).containsExactly(8);
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
            splitter.send(piece, 0, piece.length, i == 17, false, ends);
            all.addAll(list());
        }
        assertThat(all).containsExactly(Cutter.MAX_ROW - 17 * piece.length, piece.length);
        assertThat(splitter.openLength()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"json", "marks:5B..5D", "decimal:20", "heads:5B=json", "heads:78=decimal:20,at=1"})
    void bytesThatAreKnownToBeNoMessageAreBrokenWhereTheStreamEnds(String framing) throws Problem {
        MessageSplitter splitter = splitter(framing);
        read(splitter, "x", 0);
        read(splitter, "yz", 0);
        assertThat(splitter.end(ends)).isEqualTo(Completeness.BROKEN);
    }
}
