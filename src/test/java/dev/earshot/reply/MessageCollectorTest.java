package dev.earshot.reply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Cutter;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.codec.LengthFieldFraming;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageCollectorTest {
    private final List<String> collected = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    private void take(byte[] message, int end) {
        collected.add(new String(message, ISO_8859_1));
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
        MessageCollector messages = new MessageCollector(Framing.LINES, Cutter.MAX_ROW);
        read(messages, "a", 0);
        read(messages, "b\ncd\ne", 0);
        read(messages, "f", 500);
        assertThat(collected).containsExactly("ab\n", "cd\n", "e");
        assertThat(ends).containsExactly(2, 5, 0);
    }

    @Test
    void aSilenceEndsAMessageButNotInTheMiddleOfACharacter() {
        MessageCollector messages = new MessageCollector(Framing.LINES, Cutter.MAX_ROW);
        assertThat(messages.silenceMillis(Encoding.UTF_8)).isZero();
        read(messages, "a", 0);
        assertThat(messages.silenceMillis(Encoding.UTF_8)).isEqualTo(200);
        messages.addSilence(199, Encoding.UTF_8, this::take);
        assertThat(collected).isEmpty();
        messages.addSilence(200, Encoding.UTF_8, this::take);
        assertThat(collected).containsExactly("a");
        byte[] half = {(byte) 0xE5, (byte) 0x86};
        messages.add(half, 0, 2, 0, Encoding.UTF_8, this::take);
        assertThat(messages.silenceMillis(Encoding.UTF_8)).isEqualTo(1_000);
        messages.addSilence(900, Encoding.UTF_8, this::take);
        assertThat(collected).hasSize(1);
        messages.addSilence(1_000, Encoding.UTF_8, this::take);
        assertThat(collected).hasSize(2);
    }

    @Test
    void aSilenceBeforeAReadEndsTheEarlierBytes() {
        MessageCollector messages = new MessageCollector(new LengthFieldFraming(0, 1, false, 0), Cutter.MAX_ROW);
        read(messages, "\3ab", 0);
        read(messages, "\1x", 1_000);
        assertThat(collected).containsExactly("\3ab", "\1x");
    }

    @Test
    void aMessageWithoutAnEndIsCutAtOneMebibyte() {
        MessageCollector messages = new MessageCollector(Framing.LINES, Cutter.MAX_ROW);
        for (int i = 0; i < 2 * Cutter.MAX_ROW / 50_000 + 1; i++) {
            read(messages, "x".repeat(50_000), 0);
        }
        assertThat(collected).hasSize(2).allMatch(message -> message.length() == Cutter.MAX_ROW);
    }

    @Test
    void aMessageAboveTheLimitIsNeitherPassedOnNorKept() {
        MessageCollector messages = new MessageCollector(Framing.LINES, 5);
        read(messages, "123456\n123", 0);
        read(messages, "4567890", 0);
        read(messages, "\nbye\n", 0);
        assertThat(collected).containsExactly("bye\n");
        assertThat(ends).containsExactly(5);
    }
}
