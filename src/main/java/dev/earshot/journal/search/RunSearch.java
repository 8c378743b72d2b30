package dev.earshot.journal.search;

import dev.earshot.journal.CaptureWindow;
import dev.earshot.journal.EntryCursor;
import dev.earshot.journal.NotedRows;
import dev.earshot.journal.RowIndex;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Searches consecutive records of a capture in one pass, and decodes only those with a hit. The bytes are searched as
 * they lie from the first payload to the last, with the headers between them; so it is only for records in which every
 * row lies within one. Confined to one thread.
 */
final class RunSearch {
    /** The least number of records that are searched as a run. */
    private static final int FEW = 4;

    private final CaptureWindow capture;
    private final Filter filter;
    private final NotedRows notes;
    private final BytePatternMatcher matcher;
    private final BooleanSupplier cancelled;
    private final boolean passesAll; // whether every message with a hit passes

    /**
     * @param notes end a run: what they have is found in another way
     * @param matcher finds the rows of a record that has a hit
     * @param cancelled is asked before each test, which may take long
     */
    RunSearch(
            CaptureWindow capture,
            Filter filter,
            NotedRows notes,
            BytePatternMatcher matcher,
            BooleanSupplier cancelled) {
        this.capture = capture;
        this.filter = filter;
        this.notes = notes;
        this.matcher = matcher;
        this.cancelled = cancelled;
        passesAll = filter.peers().isEverybody() && filter.received() && filter.sent() && !matcher.hasTest();
    }

    /**
     * Searches the next run and goes to its last entry, or the last one before the search is cancelled; returns false
     * if there is none there. If it throws, the cursor is at the entry that could not be read.
     */
    boolean search(EntryCursor cursor, LongConsumer passes) throws IOException {
        Long noted = notes.texts().ceilingKey(cursor.nextRow());
        int count = cursor.runLength(capture, noted == null ? Long.MAX_VALUE : noted);
        if (count < FEW) {
            return false;
        }
        long first = cursor.nextEntry();
        long base = cursor.payloadAt(first);
        int start = capture.at(base, cursor.payloadLength(first));
        long behind = search(cursor, first, first + count, start - base, passes);
        if (behind > first) {
            cursor.goTo(behind - 1);
        }
        return behind > first;
    }

    /**
     * Searches the entries between two numbers, and returns the number behind the last one that was searched.
     *
     * @param shift from a place in the capture to the place in the window
     */
    private long search(EntryCursor cursor, long first, long behind, long shift, LongConsumer passes)
            throws IOException {
        PatternHits hits = matcher.hits();
        int end = (int) (cursor.payloadAt(behind - 1) + shift) + cursor.payloadLength(behind - 1);
        int place = -1;
        for (long entry = first; entry < behind; entry++) {
            int payload = (int) (cursor.payloadAt(entry) + shift);
            int payloadEnd = payload + cursor.payloadLength(entry);
            if (place < payload) { // in the headers, or where a row was found
                place = hits.next(payload, end);
            }
            while (place >= 0 && place < payloadEnd && place + hits.length() > payloadEnd) {
                place = hits.next(place + 1, end);
            }
            if (place < 0) {
                break;
            } else if (place < payloadEnd && matcher.hasTest() && cancelled.getAsBoolean()) {
                return entry;
            } else if (place < payloadEnd) {
                match(cursor, entry, passes);
            }
        }
        return behind;
    }

    private void match(EntryCursor cursor, long number, LongConsumer passes) throws IOException {
        if (passesAll && cursor.isOneRow(number)) {
            passes.accept(cursor.firstRowOf(number));
            return;
        }
        cursor.goTo(number);
        RowIndex.Entry entry = cursor.entry();
        if (filter.passes(entry.kind(), entry.peer())) {
            matcher.match(cursor, passes);
        }
    }
}
