package dev.earshot.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Cutter;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.Journal;
import dev.earshot.journal.JournalFactory;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.reply.MessageCollector;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plays what real devices were seen to send, pauses included, to the log and to the automatic answers. */
class MessageEndsTest {
    @TempDir
    Path folder;

    private final Peer peer =
            new Peer(1, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50_001));
    private final List<String> answered = new ArrayList<>();

    /** One client, of which the log and the answers learn. */
    private final class Talk implements AutoCloseable {
        final Journal journal;
        final MessageCollector replies;

        Talk(String framing) throws IOException, Problem {
            journal = JournalFactory.create(
                    folder.resolve("a.pcapng"), folder, Framing.parse(framing), (event, time) -> {});
            replies = new MessageCollector(Framing.parse(framing), Cutter.MAX_ROW);
            journal.on(new Event.Joined(peer));
        }

        /** Receives bytes after a pause, of which log and answers also learn by itself where they ask for it. */
        Talk after(long millis, String bytes) {
            int wanted = journal.silenceMillis(peer);
            if (wanted > 0 && wanted <= millis) {
                journal.on(new Event.Silent(peer, wanted * 1_000_000L));
                replies.addSilence(wanted, journal.encoding(1), this::take);
            }
            byte[] read = bytes.getBytes(ISO_8859_1);
            journal.on(new Event.Received(peer, read, 0, read.length, millis * 1_000_000));
            replies.add(read, 0, read.length, millis, journal.encoding(1), this::take);
            return this;
        }

        private void take(byte[] message, long length, int end) {
            answered.add(new String(message, ISO_8859_1));
        }

        List<String> rows() throws IOException {
            List<String> rows = new ArrayList<>();
            try (RowReader reader = journal.reader()) {
                for (long i = 0; i < reader.count(); i++) {
                    Row row = reader.read(i, Cutter.MAX_ROW);
                    if (row.kind() == Row.Kind.RECEIVED) {
                        rows.add(new String(row.bytes(), ISO_8859_1));
                    }
                }
            }
            return rows;
        }

        @Override
        public void close() throws IOException {
            journal.close();
        }
    }

    @Test
    void anHl7MessageEndsAtItsEndBlockWhateverThePause() throws Exception {
        try (Talk talk = new Talk("delimiter:1C0D")) {
            talk.after(0, "\13A").after(300, "B\34\r");
            assertThat(talk.rows()).containsExactly("\13AB\34\r").isEqualTo(answered);
            answered.clear();
            String piece = "x".repeat(30_000);
            for (int i = 0; i < 10; i++) {
                talk.after(i == 5 ? 1_000 : 0, piece);
            }
            talk.after(0, "\34\r");
            assertThat(talk.rows()).hasSize(2).last().isEqualTo(piece.repeat(10) + "\34\r");
            assertThat(answered).hasSize(1);
        }
    }

    @Test
    void anHl7MessageOfOneAndAHalfMegabytesIsTwoRowsAndOneAnswer() throws Exception {
        try (Talk talk = new Talk("delimiter:1C0D")) {
            for (int i = 0; i < 50; i++) {
                talk.after(0, "x".repeat(30_000));
            }
            assertThat(answered).isEmpty();
            talk.after(0, "\34\r");
            assertThat(talk.rows()).hasSize(2);
            assertThat(answered).hasSize(1);
        }
    }

    @Test
    void framesWithALengthStayInStepWhateverThePauses() throws Exception {
        String frame = "\0\63" + "x".repeat(51);
        try (Talk talk = new Talk("length:0,2,be")) {
            talk.after(0, frame).after(0, frame.substring(0, 20)).after(1_500, frame.substring(20));
            for (int i = 0; i < 4; i++) {
                talk.after(400, frame);
            }
            assertThat(talk.rows()).hasSize(6).containsOnly(frame).isEqualTo(answered);
        }
    }

    @Test
    void fixedFramesStayInStepWhateverThePauses() throws Exception {
        try (Talk talk = new Talk("fixed:8")) {
            talk.after(0, "123").after(1_500, "45678");
            for (int i = 0; i < 5; i++) {
                talk.after(400, "abcdefgh");
            }
            assertThat(talk.rows())
                    .hasSize(6)
                    .allMatch(row -> row.length() == 8)
                    .isEqualTo(answered);
        }
    }

    @Test
    void keysThatAreTypedInTelnetAreALine() throws Exception {
        try (Talk talk = new Talk("lines")) {
            talk.after(0, "t")
                    .after(80, "e")
                    .after(185, "s")
                    .after(82, "t")
                    .after(518, "y")
                    .after(1_011, "\r\n");
            for (String key : List.of("b", "y", "e", "\r\n")) {
                talk.after(250, key);
            }
            assertThat(talk.rows()).containsExactly("testy\r\n", "bye\r\n").isEqualTo(answered);
        }
    }

    @Test
    void keysOfATelnetThatEndsLinesInCrNulAreALine() throws Exception {
        try (Talk talk = new Talk("lines")) {
            talk.after(0, "b")
                    .after(700, "y")
                    .after(700, "e")
                    .after(700, "\r\0")
                    .after(700, "x");
            assertThat(talk.rows()).containsExactly("bye\r\0").isEqualTo(answered);
        }
    }

    @Test
    void aScaleThatEndsItsReadingsInCrGivesARowForEach() throws Exception {
        try (Talk talk = new Talk("lines")) {
            for (int i = 0; i < 80; i++) {
                talk.after(100, "ST,NT,+  1.234kg\r");
                assertThat(answered).hasSize(i < 2 ? i : i + 1); // from the third on when it comes
            }
            assertThat(talk.rows())
                    .hasSize(80)
                    .containsOnly("ST,NT,+  1.234kg\r")
                    .isEqualTo(answered);
        }
    }

    @Test
    void whoSendsAWordWithoutALineEndAndWaitsIsAnswered() throws Exception {
        try (Talk talk = new Talk("lines")) {
            talk.after(0, "hello");
            assertThat(talk.journal.silenceMillis(peer)).isEqualTo(200);
            talk.after(200, "again").after(1_000, "x\n");
            assertThat(talk.rows()).containsExactly("hello", "again", "x\n").isEqualTo(answered);
        }
    }
}
