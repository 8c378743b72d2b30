package dev.earshot.ui;

import dev.earshot.journal.FilteredRows;
import dev.earshot.journal.RowReader;
import dev.earshot.session.Session;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which rows of the log the table shows: those that pass the filter, from the last clearing on, and if there are too many,
 * the latest. Confined to the EDT; one read is small and positional.
 */
final class ShownRows {
    /** Rows x row height must stay an int of pixels. */
    static final int MOST_ROWS = 90_000_000;

    /** What a number is while the filter has just been replaced by another. */
    static final long NONE = -1;

    private static final Logger log = LoggerFactory.getLogger(ShownRows.class);

    private final Session session;
    private final RowReader reader;
    private final long[] block = new long[256];
    private int blockLength;
    private long blockStart;
    private FilteredRows passing; // null: all pass
    private int generation;
    private long first; // counted among those that pass
    private int count;
    private boolean windowed;
    private long clearedBefore; // rows of lower numbers are not shown
    private long clearedAt = Long.MIN_VALUE;
    private boolean seekingClear;

    ShownRows(Session session, RowReader reader) {
        this.session = session;
        this.reader = reader;
        begin();
    }

    /** Whether these are not the rows any more that the session wants to be seen. */
    boolean outdated() {
        return session.generation() != generation || session.filtered().shown() != passing;
    }

    /** Whether row numbers mean what they meant. */
    boolean sameNumbers() {
        return session.generation() == generation;
    }

    /** Takes over what the session wants to be seen; as yet, none of it is. */
    void begin() {
        if (!sameNumbers()) {
            generation = session.generation();
            seekingClear = clearedAt != Long.MIN_VALUE;
        }
        passing = session.filtered().shown();
        blockLength = 0;
        first = 0;
        count = 0;
        windowed = false;
    }

    int count() {
        return count;
    }

    /** How many rows there would be without the filter. */
    long countOfAll() {
        return Math.max(0, reader.count() - clearedBefore);
    }

    /** Whether older rows are left out because there are too many for one table. */
    boolean windowed() {
        return windowed;
    }

    /** The number from which on rows are shown. */
    long clearedBefore() {
        return clearedBefore;
    }

    /** Shows only what comes from now on. */
    void clear() {
        long rows = reader.count();
        clearedAt = rows == 0 ? clearedAt : recordedAt(rows - 1);
        clearedBefore = rows;
        windowed = false;
        count = 0;
    }

    /** Takes over the rows that have come; returns whether there are others at the same places now. */
    boolean grow() {
        long rows = reader.count();
        if (seekingClear) {
            clearedBefore = firstAfter(clearedAt, rows);
            seekingClear = clearedBefore == rows;
        }
        long there = passing == null ? rows : passing.generation() == generation ? passing.count() : 0;
        if (count == 0) {
            first = Math.min(there, before(clearedBefore));
        }
        boolean tooMany = there - first > MOST_ROWS;
        if (tooMany) {
            first = there - MOST_ROWS / 2;
            windowed = true;
        }
        count = (int) Math.max(count, there - first);
        return tooMany;
    }

    /** The number in the whole log of the row that is shown here, or {@link #NONE}. */
    long number(int viewRow) {
        long place = first + viewRow;
        if (passing == null) {
            return place;
        }
        if (place < blockStart || place >= blockStart + blockLength) {
            blockStart = place - place % block.length;
            blockLength = 0;
            try {
                blockLength = passing.read(blockStart, block);
            } catch (IOException e) {
                note(e);
            }
        }
        return place < blockStart + blockLength ? block[(int) (place - blockStart)] : NONE;
    }

    /** Where the row of this number is shown, or else the next one that is. */
    int viewRowFrom(long number) {
        return (int) Math.max(0, Math.min(count, before(number) - first));
    }

    /** Whether it is known where the row of this number is shown, if at all. */
    boolean decided(long number) {
        return passing == null
                || passing.passed() > number
                || !passing.failure().isEmpty();
    }

    private long before(long number) {
        if (passing == null) {
            return number;
        }
        try {
            return passing.before(number);
        } catch (IOException e) {
            note(e);
            return 0;
        }
    }

    private void note(IOException e) {
        if (!passing.closed()) {
            log.warn("What the filter has found cannot be read", e);
        }
    }

    /** The first row that was recorded later, by halving: a few small reads. */
    private long firstAfter(long epochNanos, long rows) {
        long low = 0;
        long high = rows;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (recordedAt(middle) <= epochNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private long recordedAt(long number) {
        try {
            return reader.read(number, 0).epochNanos();
        } catch (IOException | IndexOutOfBoundsException e) {
            log.warn("Row {} of the capture cannot be read", number, e);
            return Long.MIN_VALUE;
        }
    }
}
