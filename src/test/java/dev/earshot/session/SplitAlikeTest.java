package dev.earshot.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Completeness;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the log's rows and the messages for the replies are the same. */
class SplitAlikeTest {
    private static final int[] SILENCES = {0, 0, 0, 0, 49, 50, 199, 200, 999, 1_000, 2_000};

    @TempDir
    Path folder;

    private final Peer peer =
            new Peer(1, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50_001));
    private final List<String> collected = new ArrayList<>();

    private void take(byte[] message, long length, int end) {
        collected.add(new String(message, ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lines",
                "received",
                "delimiter:0A",
                "delimiter:E6B8A9",
                "fixed:7",
                "length:1,1",
                "silence:50",
                "delimiter:0A wait:100"
            })
    void logAndRepliesSplitTheSameStreamAlike(String framing) throws IOException, Problem {
        byte[] stream =
                "\u6E29\u5EA6 23 \u00B0C\nok\r\n\n\1\2\u6E29\u5EA6\4".repeat(20).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(17);
        for (int round = 0; round < 20; round++) {
            Path file = folder.resolve(round + ".pcapng");
            try (Journal journal = JournalFactory.create(file, folder, Framing.parse(framing), (event, time) -> {})) {
                MessageCollector replies = new MessageCollector(Framing.parse(framing), Cutter.MAX_ROW);
                collected.clear();
                begin(journal, replies);
                for (int at = 0; at < stream.length; ) {
                    int count = Math.min(1 + random.nextInt(30), stream.length - at);
                    receive(journal, replies, stream, at, count, SILENCES[random.nextInt(SILENCES.length)]);
                    at += count;
                    silence(journal, replies, SILENCES[random.nextInt(SILENCES.length)]);
                }
                end(journal, replies);
                assertThat(messages(journal)).as("round %d", round).isEqualTo(collected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lines", "fixed:7000", "silence:50", "delimiter:E6B8A9"})
    void logAndRepliesHaveTheSameLimits(String framing) throws IOException, Problem {
        try (Journal journal = JournalFactory.create(
                folder.resolve("a.pcapng"), folder, Framing.parse(framing), (event, time) -> {})) {
            MessageCollector replies = new MessageCollector(Framing.parse(framing), Cutter.MAX_ROW);
            begin(journal, replies);
            byte[] bytes = new byte[60_000];
            for (int i = 0; i < 40; i++) {
                receive(journal, replies, bytes, 0, bytes.length, 0);
            }
            end(journal, replies);
            assertThat(collected).isNotEmpty();
            assertThat(messages(journal)).isEqualTo(collected);
        }
    }

    /** Feeds a line from which log and replies detect the encoding. */
    private void begin(Journal journal, MessageCollector replies) {
        journal.on(new Event.Joined(peer));
        byte[] line = "\u6E29\u5EA6\u6E29\u5EA6\u6E29\n".getBytes(StandardCharsets.UTF_8);
        receive(journal, replies, line, 0, line.length, 0);
        silence(journal, replies, 2_000);
    }

    private void receive(Journal journal, MessageCollector replies, byte[] bytes, int at, int count, long millis) {
        replies.add(bytes, at, count, millis, journal.encoding(peer.id()), this::take);
        journal.on(new Event.Received(peer, bytes, at, count, millis * 1_000_000));
    }

    private void silence(Journal journal, MessageCollector replies, long millis) {
        replies.addSilence(millis, journal.encoding(peer.id()), this::take);
        journal.on(new Event.Silent(peer, millis * 1_000_000));
    }

    private void end(Journal journal, MessageCollector replies) {
        replies.finish(this::take);
        journal.on(new Event.FinishedSending(peer));
    }

    /** Returns the messages of the log: the rows of one are joined, and one that lacks its end may be left out. */
    private static List<String> messages(Journal journal) throws IOException {
        List<String> texts = new ArrayList<>();
        StringBuilder message = new StringBuilder();
        try (RowReader reader = journal.reader()) {
            for (long i = 0; i < reader.count(); i++) {
                Row row = reader.read(i, Integer.MAX_VALUE);
                if (row.kind() != Row.Kind.RECEIVED) {
                    continue;
                }
                message.append(new String(row.bytes(), ISO_8859_1));
                boolean isMessage = row.completeness() == Completeness.WHOLE
                        || row.completeness() == Completeness.INCOMPLETE
                                && journal.framing().endsWithStream();
                if (isMessage) {
                    texts.add(message.substring(0, Math.min(message.length(), Cutter.MAX_ROW)));
                }
                if (row.completeness() != Completeness.PART) {
                    message.setLength(0);
                }
            }
        }
        return texts;
    }
}
