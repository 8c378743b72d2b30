package dev.earshot.journal;

import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * Searches runs of records that have no rows of earlier records. The capture is searched as it lies from the first
 * payload to the last, with the headers between them, and an entry of the index is decoded only where there is a hit.
 * Confined to one thread.
 */
final class RunSearch {
    /** The least number of records that are searched as a run. */
    private static final int FEW = 4;

    private final CaptureWindow capture;
    private final Filter filter;
    private final NotedRows notes;
    private final BytePatternMatcher matcher;
    private final boolean passesAll; // whether every message with a hit passes

    /** @param matcher finds the rows of a record that has a hit */
    RunSearch(CaptureWindow capture, Filter filter, NotedRows notes, BytePatternMatcher matcher) {
        this.capture = capture;
        this.filter = filter;
        this.notes = notes;
        this.matcher = matcher;
        passesAll = filter.peers().isEverybody() && filter.received() && filter.sent() && !matcher.hasTest();
    }

    /**
     * Searches the next run and goes to its last entry; returns false if there is none there. If it throws, the cursor
     * is at the entry that could not be read.
     */
    boolean search(EntryCursor cursor, LongConsumer passes) throws IOException {
        int count = cursor.runLength(capture);
        long first = cursor.nextEntry();
        if (count < FEW || filter.noted() || hasNotes(cursor.firstRowOf(first), cursor.firstRowOf(first + count))) {
            return false;
        }
        long base = cursor.payloadAt(first);
        int start = capture.at(base, cursor.payloadLength(first));
        search(cursor, first, first + count, start - base, passes);
        cursor.goTo(first + count - 1);
        return true;
    }

    /** @param shift from a place in the capture to the place in the window */
    private void search(EntryCursor cursor, long first, long behind, long shift, LongConsumer passes)
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
                return;
            } else if (place < payloadEnd) {
                match(cursor, entry, passes);
            }
        }
    }

    private boolean hasNotes(long from, long end) {
        return !notes.texts().isEmpty() && !notes.texts().subMap(from, end).isEmpty();
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
