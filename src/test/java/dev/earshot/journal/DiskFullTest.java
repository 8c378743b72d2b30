package dev.earshot.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.AppendFile;
import dev.earshot.journal.storage.CaptureState;
import dev.earshot.journal.storage.CaptureState.Kind;
import dev.earshot.journal.storage.SegmentedFile;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While the disk is full, reception goes on in bounded memory, and lost bytes are counted. */
class DiskFullTest {
    private static final int MESSAGES = 12;
    private static final long WINDOW = (long) SegmentedFile.MEMORY * SegmentedFile.MOST_IN_MEMORY;

    @TempDir
    Path folder;

    private boolean full;
    private final FaultyDisk disk = new FaultyDisk(write -> full);

    @Test
    void noFailedWriteLosesAnythingIfItSucceedsLater() throws IOException {
        for (int n = 1; n < MESSAGES; n++) {
            int failing = n;
            Path file = folder.resolve("full-" + n + ".pcapng");
            // write 0 is the head of the file, 1 the joining
            FaultyDisk once = new FaultyDisk(write -> write == failing + 1);
            try (Journal journal = once.journal(file, Framing.LINES)) {
                Peer peer = Scene.peer(1);
                journal.on(new Event.Joined(peer));
                for (int i = 0; i < MESSAGES; i++) {
                    receive(journal, peer, "message " + i + "\n");
                    assertThat(journal.storage().state().kind())
                            .as("write %d, message %d", n, i)
                            .isEqualTo(i < n - 1 ? Kind.KEPT : Kind.FAILING);
                }
                List<String> seen = Scene.seen(journal);
                journal.keeper().check();
                assertThat(journal.storage().state()).isEqualTo(CaptureState.WELL);
                assertThat(Scene.seen(journal)).startsWith(seen.toArray(String[]::new));
                assertThat(notes(journal))
                        .containsExactly(
                                CaptureNote.CAPTURE_FAILING.note("No space left on device"),
                                CaptureNote.CAPTURE_RECOVERED.note());
                assertThat(Scene.texts(journal)).isEqualTo(messages(0, MESSAGES));
                assertSameFromDisk(journal);
            }
        }
    }

    @Test
    void memoryIsWrittenAtTheLatestWhenTheJournalCloses() throws IOException {
        Path file = folder.resolve("end.pcapng");
        try (Journal journal = disk.journal(file, Framing.LINES)) {
            journal.on(new Event.Joined(Scene.peer(1)));
            full = true;
            receive(journal, Scene.peer(1), "late\n");
            full = false;
        }
        try (Journal read = JournalFactory.open(file, folder, Framing.LINES, (event, time) -> {})) {
            assertThat(Scene.texts(read)).containsExactly("late\n");
        }
    }

    @Test
    void memoryIsBoundedTheLatestRowsAreKeptAndLostBytesCounted() throws IOException {
        try (Journal journal = disk.journal(folder.resolve("long.pcapng"), Framing.LINES)) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            receive(journal, peer, "before\n");
            full = true;
            byte[] piece = new byte[32 * 1024];
            Arrays.fill(piece, (byte) 'x');
            piece[piece.length - 1] = '\n';
            long received = 0;
            for (int i = 0; i < 6000; i++) { // 190 MB, as hours of a slower flood
                System.arraycopy(number(i), 0, piece, 0, 8);
                journal.on(new Event.Received(peer, piece, 0, piece.length, 0));
                received += piece.length;
            }
            CaptureState state = journal.storage().state();
            assertThat(state.kind()).isEqualTo(Kind.FAILING);
            assertThat(state.inMemory()).isBetween(WINDOW / 2, WINDOW + (1 << 20));
            assertThat(journal.index().inMemory()).isLessThan(2L * (AppendFile.MOST_WAITING + 2) * 65_536);
            List<Row> rows = Scene.rows(journal);
            long seen = rows.stream()
                            .filter(row -> row.kind() == Row.Kind.RECEIVED)
                            .mapToLong(Row::length)
                            .sum()
                    - 7;
            assertThat(state.notKept()).isEqualTo(received - seen);
            assertThat(rows).hasSize(6003);
            assertThat(rows.get(1).length()).isEqualTo(7);
            assertThat(rows.get(3).event()).isEqualTo(CaptureNote.LOST.note());
            assertThat(rows.get(3).epochNanos())
                    .isBetween(rows.get(1).epochNanos(), rows.get(6002).epochNanos());
            assertThat(rows.get(6002).bytes()).startsWith(number(5999));
            assertThat(rows.stream().mapToLong(Row::epochNanos)).isSorted();

            full = false;
            journal.keeper().check();
            assertThat(journal.storage().state()).isEqualTo(CaptureState.WELL);
            assertThat(Scene.seen(journal).subList(0, 6003))
                    .isEqualTo(rows.stream().map(Scene::seen).toList());
            assertThat(notes(journal)).last().isEqualTo(CaptureNote.NOT_KEPT.note(received - seen));
            receive(journal, peer, "after\n");
            assertThat(journal.storage().files()).hasSize(2);
            try (Journal read =
                    JournalFactory.open(journal.storage().files(), folder, Framing.LINES, (event, time) -> {})) {
                assertThat(Scene.seenWithoutNumbers(read)).isEqualTo(Scene.seenWithoutNumbers(journal));
            }
            journal.reframe(Framing.RECEIVED);
            assertThat(Scene.texts(journal)).hasSize(2 + (int) (seen / piece.length));
        }
    }

    @Test
    void afterReframingNoRowSpansALostPart() throws IOException {
        try (Journal journal = disk.journal(folder.resolve("gap.pcapng"), Framing.LINES)) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            receive(journal, peer, "begins");
            full = true;
            String line = "x".repeat(32 * 1024 - 1) + "\n";
            for (int i = 0; i < 1000; i++) {
                receive(journal, peer, line);
            }
            assertThat(journal.storage().state().notKept()).isPositive();
            journal.reframe(Framing.LINES);
            assertThat(Scene.texts(journal)).startsWith("begins", line).doesNotContain("begins" + line);
            full = false;
            journal.keeper().check();
            journal.reframe(Framing.LINES);
            assertThat(Scene.texts(journal)).startsWith("begins", line).doesNotContain("begins" + line);
            try (Journal read =
                    JournalFactory.open(journal.storage().files(), folder, Framing.LINES, (event, time) -> {})) {
                assertThat(Scene.texts(read)).startsWith("begins", line).doesNotContain("begins" + line);
            }
            assertThat(Scene.rows(journal).stream().mapToLong(Row::epochNanos)).isSorted();
        }
    }

    @Test
    void aRepeatedlyFullDiskLosesNothingThatFitsIntoMemory() throws IOException {
        try (Journal journal = disk.journal(folder.resolve("again.pcapng"), Framing.LINES)) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            for (int i = 0; i < 100; i++) {
                full = i % 7 > 3;
                receive(journal, peer, "message " + i + "\n");
                if (i % 3 == 0) {
                    journal.keeper().check();
                }
            }
            full = false;
            journal.keeper().check();
            assertThat(Scene.texts(journal)).isEqualTo(messages(0, 100));
            assertThat(journal.storage().files()).hasSize(1);
            assertSameFromDisk(journal);
        }
    }

    @Test
    void writesAgainOnlyOnceThereIsRoom() throws IOException {
        try (Journal journal = disk.journal(folder.resolve("room.pcapng"), Framing.LINES)) {
            journal.on(new Event.Joined(Scene.peer(1)));
            full = true;
            receive(journal, Scene.peer(1), "waits\n");
            full = false;
            disk.space(100, FaultyDisk.MUCH);
            journal.keeper().check();
            assertThat(journal.storage().state().kind()).isEqualTo(Kind.FAILING);
            disk.space(FaultyDisk.MUCH, FaultyDisk.MUCH);
            journal.keeper().check();
            assertThat(journal.storage().state().kind()).isEqualTo(Kind.KEPT);
        }
    }

    private static byte[] number(int i) {
        return String.format("%08d", i).getBytes(UTF_8);
    }

    private void assertSameFromDisk(Journal journal) throws IOException {
        try (Journal read =
                JournalFactory.open(journal.storage().files(), folder, Framing.LINES, (event, time) -> {})) {
            assertThat(Scene.seen(read)).isEqualTo(Scene.seen(journal));
        }
        Path copy = folder.resolve("copy.pcapng");
        journal.storage().copyTo(copy, new TaskProgress());
        try (Journal read = JournalFactory.open(copy, folder, Framing.LINES, (event, time) -> {})) {
            assertThat(Scene.seen(read)).isEqualTo(Scene.seen(journal));
        }
    }

    private static List<String> messages(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "message " + i + "\n").toList();
    }

    private static List<Event> notes(Journal journal) {
        return new ArrayList<>(Scene.rows(journal).stream()
                .map(Row::event)
                .filter(event -> event instanceof Event.Note note && note.kind() != CaptureNote.LOST)
                .toList());
    }

    private static void receive(Journal journal, Peer peer, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        journal.on(new Event.Received(peer, bytes, 0, bytes.length, 0));
    }
}
