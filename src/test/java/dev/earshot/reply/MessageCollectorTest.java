package dev.earshot.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.BeginMarkFraming;
import dev.earshot.codec.framing.Cutter;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.LengthFieldFraming;
import dev.earshot.codec.framing.SilenceFraming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageCollectorTest {
    private final List<String> collected = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Long> lengths = new ArrayList<>();

    private void take(byte[] message, long length, int end) {
        collected.add(new String(message, ISO_8859_1));
        lengths.add(length);
        ends.add(end);
    }

    private void read(MessageCollector messages, String text, long silentMillis) {
        byte[] bytes = ("##" + text).getBytes(UTF_8);
        messages.add(bytes, 2, bytes.length - 2, silentMillis, Encoding.UTF_8, this::take);
    }

    @Test
    void messagesDoNotDependOnTheSizesOfReads() {
        String text = "one\r\ntwo\n\nfour 5 six\nrest";
        for (int size = 1; size <= text.length(); size++) {
            collected.clear();
            MessageCollector messages = new MessageCollector(Framing.LINES, Cutter.MAX_ROW);
            for (int at = 0; at < text.length(); at += size) {
                read(messages, text.substring(at, Math.min(text.length(), at + size)), 0);
            }
            messages.finish(this::take);
            assertThat(collected).containsExactly("one\r\n", "two\n", "\n", "four 5 six\n", "rest");
        }
    }

    @Test
    void aMessageIsOneHoweverManyReadsItTakes() {
        MessageCollector messages = new MessageCollector(Framing.LINES, Cutter.MAX_ROW);
        for (int i = 0; i < 5_000; i++) {
            read(messages, "x", 0);
        }
        read(messages, "\n", 0);
        assertThat(collected).containsExactly("x".repeat(5_000) + "\n");
    }

    @Test
    void theEndOfAMessageIsItsPositionInTheRead() {
        MessageCollector messages = new MessageCollector(new SilenceFraming(50), Cutter.MAX_ROW);
        read(messages, "ab", 0);
        read(messages, "cd", 50);
        assertThat(collected).containsExactly("ab");
        assertThat(ends).containsExactly(0);
        messages = new MessageCollector(Framing.LINES, Cutter.MAX_ROW);
        read(messages, "ab\ncd\ne", 0);
        assertThat(ends).containsExactly(0, 3, 6);
    }

    @Test
    void aSilenceEndsAMessageButNotInTheMiddleOfACharacter() {
        MessageCollector messages = new MessageCollector(Framing.LINES, Cutter.MAX_ROW);
        assertThat(messages.silenceMillis(Encoding.UTF_8)).isZero();
        read(messages, "ab", 0);
        assertThat(messages.silenceMillis(Encoding.UTF_8)).isEqualTo(200);
        messages.addSilence(199, Encoding.UTF_8, this::take);
        assertThat(collected).isEmpty();
        messages.addSilence(200, Encoding.UTF_8, this::take);
        assertThat(collected).containsExactly("ab");
        byte[] half = {(byte) 0xE5, (byte) 0x86};
        messages.add(half, 0, 2, 0, Encoding.UTF_8, this::take);
        assertThat(messages.silenceMillis(Encoding.UTF_8)).isEqualTo(1_000);
        messages.addSilence(900, Encoding.UTF_8, this::take);
        assertThat(collected).hasSize(1);
        messages.addSilence(1_000, Encoding.UTF_8, this::take);
        assertThat(collected).hasSize(2);
    }

    @Test
    void aPauseInAMessageDoesNotEndIt() {
        MessageCollector messages = new MessageCollector(new LengthFieldFraming(0, 1, false, 0), Cutter.MAX_ROW);
        read(messages, "\3ab", 0);
        read(messages, "c\1x", 60_000);
        assertThat(collected).containsExactly("\3abc", "\1x");
    }

    @Test
    void aWaitThatWasAskedForEndsAMessageAndPassesItOn() throws Problem {
        MessageCollector messages = new MessageCollector(Framing.parse("length:0,1 wait:1000"), Cutter.MAX_ROW);
        read(messages, "\3ab", 0);
        messages.addSilence(1_000, Encoding.UTF_8, this::take);
        assertThat(collected).containsExactly("\3ab");
        read(messages, "c\1x", 1_500);
        assertThat(collected).containsExactly("\3ab", "c", "\1x");
    }

    @Test
    void theEndOfTheStreamPassesOnALineButNoPartOfAFrame() throws Problem {
        for (String framing : List.of("lines", "delimiter:0D0A", "silence:50", "fixed:9", "length:0,1")) {
            MessageCollector messages = new MessageCollector(Framing.parse(framing), Cutter.MAX_ROW);
            read(messages, "\11rest", 0);
            messages.finish(this::take);
        }
        assertThat(collected).containsExactly("\11rest", "\11rest", "\11rest");
    }

    @Test
    void aMessageOfSeveralRowsIsPassedOnOnceWithItsFirstMebibyteAndItsLength() {
        MessageCollector messages = new MessageCollector(Framing.LINES, Cutter.MAX_ROW);
        for (int i = 0; i < 30; i++) {
            read(messages, "x".repeat(50_000), 0);
        }
        assertThat(collected).isEmpty();
        read(messages, "\nnext\n", 0);
        assertThat(collected).containsExactly("x".repeat(Cutter.MAX_ROW), "next\n");
        assertThat(lengths).containsExactly(1_500_001L, 5L);
    }

    @Test
    void eachRowOfALongMessageIsPassedOnWhereAllBytesAreWanted() {
        MessageCollector messages = new MessageCollector(Framing.LINES, Cutter.MAX_ROW, true);
        for (int i = 0; i < 30; i++) {
            read(messages, "x".repeat(50_000), 0);
        }
        read(messages, "\nnext\n", 0);
        assertThat(lengths).containsExactly((long) Cutter.MAX_ROW, 1_500_001L - Cutter.MAX_ROW, 5L);
    }

    @Test
    void onlyTheBeginningOfALongMessageIsKept() {
        MessageCollector messages = new MessageCollector(Framing.LINES, 5);
        read(messages, "123456\n123", 0);
        read(messages, "4567890", 0);
        read(messages, "\nbye\n", 0);
        assertThat(collected).containsExactly("12345", "12345", "bye\n");
        assertThat(lengths).containsExactly(7L, 11L, 4L);
    }

    @Test
    void aMessageMayHaveEndedInAnEarlierRead() throws Problem {
        // 7E 7E begins a message, and so ends the one before it.
        for (int most : new int[] {3, Cutter.MAX_ROW}) {
            collected.clear();
            ends.clear();
            MessageCollector messages = new MessageCollector(new BeginMarkFraming('~'), most);
            read(messages, "~~abc~", 0);
            read(messages, "~defgh", 0);
            read(messages, "ij~~k", 0);
            messages.finish(this::take);
            assertThat(collected)
                    .containsExactly(Stream.of("~~abc", "~~defghij", "~~k")
                            .map(text -> text.substring(0, Math.min(most, text.length())))
                            .toArray(String[]::new));
            assertThat(ends).containsExactly(-1, 2, 0);
        }
    }
}
