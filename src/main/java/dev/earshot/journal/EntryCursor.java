package dev.earshot.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Goes through the entries of an index in big reads, up to the last complete one. Confined to one thread. */
public final class EntryCursor {
    private static final int MOST_ENTRIES = 1024;
    private static final int MOST_ENDS = 64 * 1024;

    private final RowIndex index;
    private final ByteBuffer entries = ByteBuffer.allocate(MOST_ENTRIES * RowIndex.ENTRY);
    private final ByteBuffer ends = ByteBuffer.allocate(MOST_ENDS * RowIndex.END);
    private long entryCount;
    private long rowCount;
    private long next;
    private long limit = Long.MAX_VALUE;
    private long firstEntry;
    private long firstEnd;
    private RowIndex.Entry entry;
    private long rows;
    private long nextRow;

    /** Begins at the entry in which a row ends, or with row 0 at the first entry. */
    public EntryCursor(RowIndex index, long row) throws IOException {
        this.index = index;
        if (row > 0) {
            RowIndex.Entry first = find(row);
            next = first.number();
            nextRow = first.firstRow();
        }
        entries.limit(0);
        ends.limit(0);
    }

    /** Goes to the first entry of a range, and ends behind its last one. */
    public void start(EntryRange range) {
        next = range.first();
        nextRow = range.firstRow();
        limit = range.end();
    }

    private RowIndex.Entry find(long row) throws IOException {
        while (true) {
            long oldest = index.firstEntry();
            try {
                return index.find(row, RowIndex.entryScratch());
            } catch (IOException e) {
                if (!isRemoved(oldest)) {
                    throw e;
                } // else the entry was removed while it was read
            }
        }
    }

    /** Goes to the next entry that was not removed; returns false while its rows are not all known. */
    public boolean next() throws IOException {
        while (true) {
            try {
                return advance();
            } catch (IOException e) {
                if (!isRemoved(next)) {
                    throw e;
                } // else it was removed while it was read
            }
        }
    }

    private boolean isRemoved(long number) {
        return number < index.firstEntry();
    }

    /** Whether the entry was removed meanwhile, so that what was read of it may be wrong. */
    public boolean isRemoved() {
        return isRemoved(next - 1);
    }

    /** Whether it is not known which rows end in the entry, or where. */
    public boolean isLost() throws IOException {
        return entry.isLost()
                || index.hasLostEnds()
                        && rows > 0
                        && (isLostEnd(0) || isLostEnd((int) rows / 2) || isLostEnd((int) rows - 1));
    }

    /** Whether the end of a row is lost; three looks suffice, as a lost run is longer than half of an entry's rows. */
    private boolean isLostEnd(int i) throws IOException {
        return end(i) == RowIndex.LOST_END;
    }

    private void refresh() {
        if (next + 1 >= entryCount) {
            // Rows first: those beyond the last entry's first row are then the last entry's.
            rowCount = index.rows();
            entryCount = index.entries();
        }
    }

    private boolean advance() throws IOException {
        refresh();
        if (isRemoved(next)) {
            next = index.firstEntry();
        }
        if (next >= entryCount || next >= limit) {
            return false;
        }
        boolean last = next + 1 == entryCount;
        load(last ? next : next + 1);
        RowIndex.Entry here = RowIndex.entry(next, entries, place(next));
        long end = last ? rowCount : RowIndex.firstRow(entries, place(next + 1));
        if (last && end <= here.firstRow()) {
            return false;
        }
        entry = here;
        rows = end - here.firstRow();
        nextRow = end;
        next++;
        return true;
    }

    private void load(long wanted) throws IOException {
        if (next < firstEntry || wanted >= firstEntry + entries.limit() / RowIndex.ENTRY) {
            firstEntry = Long.MAX_VALUE; // so that nothing is taken for read if this fails
            index.entries(next, (int) Math.min(MOST_ENTRIES, entryCount - next), entries);
            firstEntry = next;
        }
    }

    private int place(long number) {
        return (int) (number - firstEntry) * RowIndex.ENTRY;
    }

    /**
     * Counts the entries from the next one on that have no bytes in earlier records, as far as their payloads lie in
     * the window, which it loads, and their rows before {@code endRow}. The entry behind them is known.
     */
    public int runLength(CaptureWindow capture, long endRow) throws IOException {
        refresh();
        if (next + 1 >= Math.min(entryCount, limit) || isRemoved(next) || index.hasLostEnds()) {
            return 0;
        }
        load(next + 1);
        int length = payloadLength(next);
        if (length == 0 || !isInRun(next, endRow)) {
            return 0;
        }
        capture.at(payloadAt(next), length);
        long end = Math.min(limit, firstEntry + entries.limit() / RowIndex.ENTRY - 1);
        long behind = next + 1;
        while (behind < end && isInRun(behind, endRow) && payloadAt(behind) + payloadLength(behind) <= capture.end()) {
            behind++;
        }
        return (int) (behind - next);
    }

    private boolean isInRun(long number, long endRow) {
        return RowIndex.isWhole(entries, place(number)) && firstRowOf(number + 1) <= endRow;
    }

    /** Returns where in the capture the payload of an entry of the run begins. */
    public long payloadAt(long number) {
        return RowIndex.payloadAt(entries, place(number));
    }

    /** Returns the length in bytes of the payload of an entry of the run. */
    public int payloadLength(long number) {
        return RowIndex.payloadLength(entries, place(number));
    }

    /** Returns the first row of an entry of the run, or of the one behind it. */
    public long firstRowOf(long number) {
        return RowIndex.firstRow(entries, place(number));
    }

    /** Goes behind an entry of the run, and returns whether its payload is one row. */
    public boolean isOneRow(long number) throws IOException {
        long row = firstRowOf(number);
        int length = payloadLength(number);
        next = number + 1;
        nextRow = firstRowOf(next); // rows up to here are known, even if they came after the last count of all rows
        return nextRow == row + 1 && end(row, length) == length;
    }

    /** Goes to an entry of the run. */
    public void goTo(long number) {
        entry = RowIndex.entry(number, entries, place(number));
        nextRow = firstRowOf(number + 1);
        rows = nextRow - entry.firstRow();
        next = number + 1;
    }

    /** Returns the present entry. */
    public RowIndex.Entry entry() {
        return entry;
    }

    /** Returns the number of rows that end in the entry, if it is not lost. */
    public int rows() {
        return (int) rows;
    }

    /** Returns where the entry's {@code i}th row begins, relative to its payload; negative in an earlier record. */
    public int start(int i) throws IOException {
        return i == 0 ? -entry.carry() : end(i - 1);
    }

    /** Returns the number of the entry behind the present one. */
    public long nextEntry() {
        return next;
    }

    /** Returns the number of the first row that the cursor has not passed. */
    public long nextRow() {
        return nextRow;
    }

    /** Returns where the entry's {@code i}th row ends, relative to its payload; negative in an earlier record. */
    public int end(int i) throws IOException {
        return end(entry.firstRow() + i, entry.payloadLength());
    }

    private int end(long row, int payloadLength) throws IOException {
        if (row < firstEnd || row >= firstEnd + ends.limit() / RowIndex.END) {
            firstEnd = Long.MAX_VALUE;
            long known = Math.max(rowCount, nextRow());
            index.ends(row, (int) Math.min(MOST_ENDS, known - row), ends);
            firstEnd = row;
        }
        return RowIndex.end(ends, (int) (row - firstEnd), payloadLength);
    }
}
