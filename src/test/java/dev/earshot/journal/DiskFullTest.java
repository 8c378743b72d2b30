package dev.earshot.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever write fails: the capture stays whole, reception goes on, and what is missing is counted. */
class DiskFullTest {
    private static final int MESSAGES = 12;

    @TempDir
    Path folder;

    @Test
    void anyWriteThatFailsCostsItsOwnMessageAndIsCounted() throws IOException {
        for (int n = 1; n < MESSAGES; n++) {
            int failing = n;
            Path file = folder.resolve("full-" + n + ".pcapng");
            // write 0 is the head of the file, 1 the joining
            FaultyChannel disk = new FaultyChannel(file, write -> write == failing + 1);
            try (Journal journal = Journal.writing(disk, file, folder, Framing.LINES, (event, time) -> {})) {
                Peer peer = Scene.peer(1);
                journal.on(new Event.Joined(peer));
                for (int i = 0; i < MESSAGES; i++) {
                    byte[] line = ("message " + i + "\n").getBytes(UTF_8);
                    journal.on(new Event.Received(peer, line, 0, line.length, 0));
                    assertThat(journal.failure().isEmpty())
                            .as("write %d, message %d", n, i)
                            .isEqualTo(i != n - 1);
                }
                assertLost(journal, n - 1);
                try (Journal reopened = Journal.open(file, folder, Framing.LINES, (event, time) -> {})) {
                    assertLost(reopened, n - 1);
                }
            }
        }
    }

    private static void assertLost(Journal journal, int lost) {
        List<Row> rows = Scene.rows(journal);
        assertThat(rows.stream()
                        .filter(row -> row.kind() == Row.Kind.RECEIVED)
                        .map(row -> new String(row.bytes(), UTF_8)))
                .hasSize(MESSAGES - 1)
                .doesNotContain("message " + lost + "\n");
        int bytes = ("message " + lost + "\n").length();
        assertThat(rows)
                .extracting(Row::event)
                .filteredOn(Event.Note.class::isInstance)
                .containsExactly(new Event.Note(null, Event.Kind.NOT_KEPT, Integer.toString(bytes)));
    }

    @Test
    void anIndexThatCannotBeWrittenStaysInMemoryUntilItCan() throws IOException {
        AppendFile index = new AppendFile(new FaultyChannel(folder.resolve("index"), write -> write < 3));
        byte[] item = new byte[32];
        int items = 20_000;
        for (int i = 0; i < items; i++) {
            ByteBuffer.wrap(item).putInt(i);
            index.append(item, item.length);
        }
        ByteBuffer read = ByteBuffer.allocate(32);
        for (int i = 0; i < items; i++) {
            index.read(i * 32L, read);
            assertThat(read.getInt(0)).isEqualTo(i);
        }
        index.close();
    }
}
