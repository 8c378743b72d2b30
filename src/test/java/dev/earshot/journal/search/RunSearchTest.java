package dev.earshot.journal.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.journal.CaptureWindow;
import dev.earshot.journal.EntryCursor;
import dev.earshot.journal.IndexedLetters;
import dev.earshot.journal.RowIndex;
import dev.earshot.journal.TestLens;
import dev.earshot.journal.storage.Segment;
import dev.earshot.journal.storage.Segments;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of records is searched as its records are, one after the other. */
class RunSearchTest {
    private static final int MANY = 2_000_000;

    @TempDir
    Path folder;

    private static Segments capture(int records) {
        Segment segment = Segment.inMemory(0, 0, records);
        segment.appendInMemory(ByteBuffer.wrap("a".repeat(records).getBytes(UTF_8)), records);
        return new Segments(ByteOrder.LITTLE_ENDIAN, segment);
    }

    private static RowQuery query(RowIndex index, int records, String typed) throws Exception {
        Filter filter = new Filter(PeerSet.EVERYBODY, true, true, true, SearchTerm.parse(typed));
        return new RowQuery(capture(records), index, filter, TestLens.UTF_8);
    }

    /** Records may come between the count of all rows and that of all entries: a run has rows beyond the former. */
    @Test
    void knowsTheRowsOfRecordsThatComeMeanwhile() throws Exception {
        try (RowIndex index = IndexedLetters.index(folder)) {
            CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> IndexedLetters.add(index, MANY));
            EntryCursor cursor = new EntryCursor(index, 0);
            CaptureWindow window = new CaptureWindow(capture(MANY));
            long wrong = 0;
            while (cursor.nextEntry() < MANY) {
                long first = cursor.nextEntry();
                int count = cursor.runLength(window, Long.MAX_VALUE);
                for (long entry = first; entry < first + count; entry++) {
                    wrong += cursor.isOneRow(entry) ? 0 : 1;
                }
                if (count > 0) {
                    cursor.goTo(first + count - 1);
                } else {
                    cursor.next();
                }
            }
            writing.get();
            assertThat(wrong).isZero();
        }
    }

    @Test
    void endsSoonAfterItIsCancelled() throws Exception {
        try (RowIndex index = IndexedLetters.index(folder)) {
            IndexedLetters.add(index, 1000);
            FoundRows found = new FoundRows();
            RowSearch search = new RowSearch(query(index, 1000, "/a$/"), () -> found.count() > 0);
            search.searchBatch(found);
            assertThat(found.count()).isEqualTo(1);
            assertThat(search.nextRow()).isEqualTo(1);
        }
    }

    @Test
    void goesUpToARowThatHasANote() throws Exception {
        try (RowIndex index = IndexedLetters.index(folder)) {
            IndexedLetters.add(index, 1000);
            IndexedLetters.note(index, 500, "b");
            FoundRows found = new FoundRows();
            new RowSearch(query(index, 1000, "\"b\""), () -> false).searchBatch(found);
            assertThat(found.count()).isEqualTo(1);
            EntryCursor cursor = new EntryCursor(index, 0);
            assertThat(cursor.runLength(new CaptureWindow(capture(1000)), 500)).isEqualTo(500);
        }
    }
}
