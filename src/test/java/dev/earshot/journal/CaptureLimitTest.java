package dev.earshot.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.FilteredRows;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.journal.storage.CaptureDisk;
import dev.earshot.journal.storage.CaptureLimit;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture at its size limit loses its oldest part, and keeps the rest unchanged. */
class CaptureLimitTest {
    private static final long MIB = 1 << 20;

    /** The smallest limit, with segments of 4 MiB. */
    private static final long CAP = 64 * MIB;

    @TempDir
    Path folder;

    private final FaultyDisk disk = new FaultyDisk(write -> false);
    private final byte[] piece = new byte[8 * 1024];
    private int sent;

    private Journal capped() throws IOException {
        CaptureLimit cap = new CaptureLimit(disk.space(folder));
        cap.request(CAP);
        return disk.journal(folder.resolve("session.pcapng"), cap, Framing.LINES);
    }

    /** Receives lines that contain their number, each in one read. */
    private void receive(Journal journal, Peer peer, long bytes) {
        Arrays.fill(piece, (byte) 'x');
        piece[piece.length - 1] = '\n';
        for (long i = 0; i < bytes; i += piece.length) {
            byte[] number = String.format("%08d", sent++).getBytes(UTF_8);
            System.arraycopy(number, 0, piece, 0, number.length);
            journal.on(new Event.Received(peer, piece, 0, piece.length, 0));
        }
    }

    private static int number(Row row) {
        return Integer.parseInt(new String(row.bytes(), 0, 8, UTF_8));
    }

    private static List<Event> removals(Journal journal) {
        return Scene.rows(journal).stream()
                .map(Row::event)
                .filter(event -> event instanceof Event.Note note && note.kind() == CaptureNote.OLDEST_REMOVED)
                .toList();
    }

    @Test
    void removesTheOldestWithANoteAndKeepsRowNumbers() throws IOException {
        try (Journal journal = capped()) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            receive(journal, peer, 40 * MIB);
            assertThat(journal.oldestRow()).isZero();
            List<String> before = Scene.seen(journal);
            receive(journal, peer, 50 * MIB);
            journal.keeper().check();
            assertThat(journal.storage().bytes()).isBetween(CAP - 9 * MIB, CAP);
            assertThat(onDisk()).isEqualTo(journal.storage().bytes());
            long first = journal.oldestRow();
            assertThat(first).isGreaterThan(1000);
            List<Row> rows = Scene.rows(journal);
            assertThat(rows).hasSize((int) journal.rows());
            for (Row row : rows) {
                assertThat(row.isMissing())
                        .as("row %d of %d", row.number(), first)
                        .isEqualTo(row.number() < first);
            }
            assertThat(rows.get(0).event()).isEqualTo(CaptureNote.REMOVED.note());
            assertThat(Scene.seen(journal).subList((int) first, before.size()))
                    .isEqualTo(before.subList((int) first, before.size()));
            assertEveryRemovalIsTold(journal, first);
        }
    }

    @Test
    void whatIsLeftOfLongAndBrokenMessagesReadsAsBefore() throws Exception {
        CaptureLimit cap = new CaptureLimit(disk.space(folder));
        cap.request(CAP);
        Framing framing = Framing.parse("marks:AABBCCDD..EEFF");
        try (Journal journal = disk.journal(folder.resolve("session.pcapng"), cap, framing)) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            Random random = new Random(1);
            receiveMarked(journal, peer, 40 * MIB, random);
            assertThat(journal.oldestRow()).isZero();
            List<String> before = Scene.seen(journal);
            assertThat(before).anyMatch(row -> row.contains("PART")).anyMatch(row -> row.contains("BROKEN"));
            receiveMarked(journal, peer, 50 * MIB, random);
            journal.keeper().check();
            long first = journal.oldestRow();
            List<Row> rows = Scene.rows(journal);
            for (Row row : rows.subList((int) first, before.size())) {
                boolean same = Scene.seen(row).equals(before.get((int) row.number()));
                // The first one may have begun in what was removed.
                assertThat(row.isMissing() ? row.number() == first : same)
                        .as("row %d, the first is %d", row.number(), first)
                        .isTrue();
            }
        }
    }

    /** Receives short messages, and at times more than 1 MiB of bytes that are none, cut anywhere. */
    private static void receiveMarked(Journal journal, Peer peer, long bytes, Random random) {
        byte[] buffer = new byte[60_000];
        byte[] mark = {(byte) 0xAA, (byte) 0xBB, (byte) 0xCC, (byte) 0xDD, 1, (byte) 0xEE, (byte) 0xFF, 2};
        int at = 0; // in the stream
        for (long done = 0; done < bytes; ) {
            int length = 1 + random.nextInt(random.nextInt(9) == 0 ? 3 : buffer.length);
            for (int i = 0; i < length; i++, at++) {
                buffer[i] = isMark(at) ? mark[at & 7] : 0;
            }
            journal.on(new Event.Received(peer, buffer, 0, length, 0));
            done += length;
        }
    }

    /** Whether the bytes of a short message are at this place; none are in every second 1.6 MB. */
    private static boolean isMark(int at) {
        return at / 1_600_000 % 2 == 0 && at % 1016 < 8;
    }

    private void assertEveryRemovalIsTold(Journal journal, long first) throws IOException {
        long rows = 0;
        long bytes = 0;
        for (Event event : removals(journal)) {
            Event.Note note = (Event.Note) event;
            rows += note.number(0, 0);
            bytes += note.number(1, 0);
            assertThat(note.number(3, 0)).isEqualTo(CAP);
        }
        assertThat(rows).isEqualTo(first);
        assertThat(bytes).isEqualTo(journal.segments().start());
    }

    private long onDisk() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pcapng"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    void theRestOfTheCaptureIsReadByItself() throws IOException {
        try (Journal journal = capped()) {
            Peer talks = Scene.peer(1);
            Peer listens = Scene.peer(7);
            journal.on(new Event.Joined(talks));
            journal.on(new Event.Joined(listens));
            receive(journal, talks, 90 * MIB);
            journal.on(new Event.Sending(listens, "to the other\n".getBytes(UTF_8), 0, 13, true));
            journal.on(new Event.Left(talks, Event.Reason.CLOSED_BY_PEER, 0, ""));
            journal.keeper().check();
            List<Peer> there = new CopyOnWriteArrayList<>();
            JournalListener joined = (event, time) -> {
                if (event instanceof Event.Joined j) {
                    there.add(j.peer());
                }
            };
            try (Journal read = JournalFactory.open(journal.storage().files(), folder, Framing.LINES, joined)) {
                assertThat(Scene.seenWithoutNumbers(read)).isEqualTo(Scene.seenWithoutNumbers(journal));
                assertThat(there).containsExactlyInAnyOrder(talks, listens);
            }
            Path copy = folder.resolve("copy/saved.pcapng");
            Files.createDirectory(copy.getParent());
            journal.storage().copyTo(copy, new TaskProgress());
            try (Journal read = JournalFactory.open(copy, folder, Framing.LINES, (event, time) -> {})) {
                assertThat(Scene.seenWithoutNumbers(read)).isEqualTo(Scene.seenWithoutNumbers(journal));
            }
            for (Path file : journal.storage().files()) {
                try (Journal read = JournalFactory.open(file, folder, Framing.LINES, (event, time) -> {})) {
                    assertThat(Scene.rows(read))
                            .extracting(Row::peerId)
                            .containsAnyOf(1, 7)
                            .doesNotContain(-1);
                }
            }
        }
    }

    @Test
    void afterAKillAllFilesAreReadThoughTheLastOneIsTorn() throws IOException {
        try (Journal journal = capped()) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            receive(journal, peer, 10 * MIB);
            List<String> seen = Scene.seen(journal);
            List<Path> files = journal.storage().files();
            assertThat(files).hasSize(3);
            Path torn = files.get(2);
            try (FileChannel channel = FileChannel.open(torn, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - 3);
            }
            try (Journal read = JournalFactory.open(files, folder, Framing.LINES, (event, time) -> {})) {
                assertThat(Scene.seen(read)).isEqualTo(seen.subList(0, seen.size() - 1));
                read.reframe(Framing.RECEIVED);
                assertThat(Scene.texts(read)).hasSize(seen.size() - 2);
            }
            Path middle = files.get(1);
            try (FileChannel channel = FileChannel.open(middle, StandardOpenOption.WRITE)) {
                channel.truncate(channel.size() - 3);
            }
            try (Journal read = JournalFactory.open(files, folder, Framing.LINES, (event, time) -> {})) {
                assertThat(Scene.texts(read)).hasSize(seen.size() - 3);
                Path copy = folder.resolve("copy.pcapng");
                read.storage().copyTo(copy, new TaskProgress());
                try (Journal again = JournalFactory.open(copy, folder, Framing.LINES, (event, time) -> {})) {
                    assertThat(Scene.seen(again)).isEqualTo(Scene.seen(read));
                }
            }
        }
    }

    @Test
    void readersFiltersAndReframingGoOnWhileTheOldestIsRemoved() throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        try (Journal journal = capped()) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            receive(journal, peer, 30 * MIB);
            CompletableFuture<Void> reading = inAThread(() -> readUntil(journal, end));
            CompletableFuture<Void> cutting = inAThread(() -> cutUntil(journal, end));
            CompletableFuture<Void> filtering = inAThread(() -> filterUntil(journal, end));
            for (int i = 0; i < 20; i++) {
                receive(journal, peer, 20 * MIB);
                journal.keeper().check();
            }
            end.set(true);
            for (CompletableFuture<Void> work : List.of(reading, cutting, filtering)) {
                work.get(60, TimeUnit.SECONDS);
            }
            journal.reframe(Framing.RECEIVED);
            List<Row> rows = Scene.rows(journal);
            assertThat(rows.stream()
                            .filter(row -> row.kind() == Row.Kind.RECEIVED)
                            .mapToInt(CaptureLimitTest::number))
                    .endsWith(sent - 1)
                    .isSorted();
            assertThat(rows.stream().skip(journal.oldestRow()).filter(Row::isMissing))
                    .isEmpty();
        }
    }

    private static CompletableFuture<Void> inAThread(Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        work.run();
                        done.complete(null);
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                })
                .start();
        return done;
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Reads rows as a window does that shows the oldest rows, and jumps about. */
    private static void readUntil(Journal journal, AtomicBoolean end) throws IOException {
        try (RowReader reader = journal.reader()) {
            while (!end.get()) {
                int generation = journal.generation();
                long first = journal.oldestRow();
                for (long number = Math.max(0, first - 3); number < Math.min(first + 40, reader.count()); number++) {
                    Row row = readOrNull(reader, number);
                    if (row != null && generation == journal.generation()) {
                        assertThat(row.number()).isEqualTo(number);
                        assertThat(row.isMissing()).isIn(number < journal.oldestRow(), number < first);
                    }
                }
            }
        }
    }

    /** Reads a row; null if the history was reframed since the rows were counted, and has fewer. */
    private static Row readOrNull(RowReader reader, long number) throws IOException {
        try {
            return reader.read(number, 16);
        } catch (IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static void cutUntil(Journal journal, AtomicBoolean end) throws IOException {
        for (int i = 0; !end.get(); i++) {
            journal.reframe(i % 2 == 0 ? Framing.RECEIVED : Framing.LINES);
        }
    }

    private static void filterUntil(Journal journal, AtomicBoolean end) throws Exception {
        while (!end.get()) {
            Filter nines = new Filter(PeerSet.EVERYBODY, true, true, true, SearchTerm.parse("99"));
            try (FilteredRows rows = FilteredRows.of(journal.contents(), nines, TestLens.UTF_8, () -> {})) {
                while (!rows.isComplete() && rows.failure().isEmpty() && !end.get()) {
                    Thread.onSpinWait();
                }
                assertThat(rows.failure()).isEmpty();
            }
        }
    }

    @Test
    void theLimitFollowsTheDisk() {
        assertThat(new CaptureLimit(space(1000 * MIB, 2000 * MIB)).bytes()).isEqualTo(500 * MIB);
        assertThat(new CaptureLimit(space(10 * MIB, 20 * MIB)).bytes()).isEqualTo(256 * MIB);
        assertThat(new CaptureLimit(space(1L << 50, 1L << 50)).bytes()).isEqualTo(8192 * MIB);
        CaptureLimit asked = new CaptureLimit(space(100_000 * MIB, 200_000 * MIB));
        asked.request(50_000 * MIB);
        assertThat(asked.bytes()).isEqualTo(50_000 * MIB);
        assertThat(asked.segmentBytes()).isEqualTo(256 * MIB);
        disk.space(1000 * MIB, 200_000 * MIB);
        asked.measure(disk, folder, 20_000 * MIB);
        assertThat(asked.bytes()).as("512 MiB are left to others").isEqualTo(20_488 * MIB);
        asked.measure(disk, folder, 0);
        assertThat(asked.bytes()).isEqualTo(488 * MIB);
        disk.space(0, 200_000 * MIB);
        asked.measure(disk, folder, 700 * MIB);
        assertThat(asked.bytes()).as("so much is kept all the same").isEqualTo(256 * MIB);
    }

    @Test
    void removedFilesAreDeletedAtTheLatestWhenTheJournalCloses() throws IOException {
        long kept;
        try (Journal journal = capped()) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            receive(journal, peer, 90 * MIB);
            kept = journal.storage().bytes();
            assertThat(onDisk()).as("nobody has looked yet").isGreaterThan(kept);
        }
        assertThat(onDisk()).isEqualTo(kept);
    }

    @Test
    void onANearlyFullDiskOnlyTheOldestIsLost() throws IOException {
        CaptureLimit cap = new CaptureLimit(disk.space(folder));
        cap.request(1024 * MIB);
        try (Journal journal = disk.journal(folder.resolve("session.pcapng"), cap, Framing.LINES)) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            receive(journal, peer, 500 * MIB);
            disk.space(512 * MIB, FaultyDisk.MUCH); // and 512 MiB are left to others
            journal.keeper().check();
            receive(journal, peer, 64 * MIB);
            assertThat(removals(journal)).isNotEmpty();
            assertThat(journal.storage().bytes()).isBetween(400 * MIB, 520 * MIB);
        }
    }

    private static CaptureDisk.Space space(long usable, long total) {
        return new CaptureDisk.Space(usable, total);
    }

    @Test
    void aSmallerLimitHoldsAtOnce() throws IOException {
        try (Journal journal = disk.journal(folder.resolve("session.pcapng"), Framing.LINES)) {
            Peer peer = Scene.peer(1);
            journal.on(new Event.Joined(peer));
            journal.storage().setLimit(4 * CAP);
            journal.keeper().check();
            receive(journal, peer, 100 * MIB);
            assertThat(journal.oldestRow()).isZero();
            journal.storage().setLimit(CAP);
            journal.keeper().check();
            assertThat(journal.storage().bytes()).isLessThanOrEqualTo(CAP);
            assertThat(journal.oldestRow()).isPositive();
        }
    }
}
