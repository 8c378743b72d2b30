package dev.earshot.journal.search;

import dev.earshot.journal.EntryRange;
import dev.earshot.journal.RowIndex;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Divides the entries of an index into ranges of about one size in the capture, which are searched side by side.
 * Confined to one thread.
 */
final class RangePlan {
    private final RowIndex index;
    private final long rangeBytes;
    private final long mostRows;
    private final ByteBuffer scratch = RowIndex.entryScratch();
    private long next;
    private long nextRow;

    /** @param first the entry with which the first range begins, and {@code firstRow} its first row */
    RangePlan(RowIndex index, long first, long firstRow, long rangeBytes, long mostRows) {
        this.index = index;
        this.next = first;
        this.nextRow = firstRow;
        this.rangeBytes = rangeBytes;
        this.mostRows = mostRows;
    }

    /** Whether there are two whole ranges or more. */
    boolean isLong() throws IOException {
        return cut(2 * rangeBytes) != null;
    }

    /** Returns the next whole range; null if there is none yet. */
    EntryRange next() throws IOException {
        EntryRange range = cut(rangeBytes);
        if (range != null) {
            next = range.end();
            nextRow = index.entry(next, scratch).firstRow();
        }
        return range;
    }

    /** Returns the entries behind all ranges so far. */
    EntryRange rest() {
        return new EntryRange(next, nextRow, Long.MAX_VALUE);
    }

    private EntryRange cut(long bytes) throws IOException {
        while (true) {
            long oldest = index.firstEntry();
            try {
                return cut(Math.max(next, oldest), bytes);
            } catch (IOException e) {
                if (index.firstEntry() == oldest) {
                    throw e;
                } // else an entry was removed while it was read
            }
        }
    }

    private EntryRange cut(long first, long bytes) throws IOException {
        long last = index.entries() - 1; // which more rows may end in
        if (first >= last) {
            return null;
        }
        RowIndex.Entry begin = index.entry(first, scratch);
        long end = index.findFrom(begin.offset() + bytes, scratch);
        if (end > last) {
            return null;
        }
        long full = index.find(begin.firstRow() + mostRows, scratch).number();
        return new EntryRange(first, nextRow, Math.max(first + 1, Math.min(end, full)));
    }
}
