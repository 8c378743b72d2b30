package dev.earshot.ui.log;

import dev.earshot.journal.search.FilteredRows;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of the log that are shown: those that pass the filter, are still kept and came after the last clearing. Each
 * has a place that it keeps as long as the filter is the same: its number among the rows that pass, or, without a
 * filter, its number in the whole log. Confined to the EDT; one read is small and positional.
 */
public final class ShownRows {
    /** A number or place that does not exist, for example just after the filter was replaced. */
    static final long NONE = -1;

    private static final Logger log = LoggerFactory.getLogger(ShownRows.class);

    private final LogSource source;
    private final long[] block = new long[256];
    private int blockLength;
    private long blockStart;
    private FilteredRows passing; // null: all pass
    private int generation;
    private long least;
    private long end;
    private long hiddenBefore;
    private long clearedBefore; // rows of lower numbers are not shown
    private long clearedAt = Long.MIN_VALUE;
    private boolean seekingClear;

    ShownRows(LogSource source) {
        this.source = source;
        begin();
    }

    /** Whether the session has replaced the filter or the framing since these rows were taken over. */
    boolean isOutdated() {
        return source.generation() != generation || source.filtered().shown() != passing;
    }

    /** Whether row numbers still mean the same. */
    boolean hasSameNumbers() {
        return source.generation() == generation;
    }

    /** Returns the generation of the row numbers. */
    int generation() {
        return generation;
    }

    /** Takes over the present filter of the session; no row is shown until {@link #grow}. */
    void begin() {
        if (!hasSameNumbers()) {
            generation = source.generation();
            seekingClear = clearedAt != Long.MIN_VALUE;
        }
        passing = source.filtered().shown();
        blockLength = 0;
        least = 0;
        end = 0;
    }

    /** Returns the place of the first shown row. */
    long least() {
        return least;
    }

    /** Returns the place behind the last shown row. */
    long end() {
        return end;
    }

    /** Returns the number of shown rows. */
    public long count() {
        return end - least;
    }

    /** Returns the number of rows that would be shown without the filter. */
    public long countOfAll() {
        return Math.max(0, source.rows().count() - hidden());
    }

    /** Returns the number of rows that were removed from the beginning of the log. */
    public long removed() {
        return source.rows().oldestRow();
    }

    /** Returns the number of the first row that is not hidden by clearing. */
    long hidden() {
        return Math.max(clearedBefore, source.rows().oldestRow());
    }

    /** Returns the rows that pass the filter; null if there is no filter. */
    FilteredRows passing() {
        return passing;
    }

    /** Shows only rows that come from now on. */
    void clear() {
        long rows = source.rows().count();
        clearedAt = rows == 0 ? clearedAt : recordedAt(rows - 1);
        clearedBefore = rows;
        least = end;
    }

    /** Shows the rows again that clearing has hidden; the next {@link #grow} takes them over. */
    void undoClear() {
        clearedAt = Long.MIN_VALUE;
        clearedBefore = 0;
        seekingClear = false;
        begin();
    }

    /** Returns the number of rows that clearing hides and that are still kept. */
    public long cleared() {
        return Math.max(0, clearedBefore - source.rows().oldestRow());
    }

    /** Hides what these rows have hidden by clearing. */
    void clearLike(ShownRows other) {
        clearedAt = other.clearedAt;
        clearedBefore = other.clearedBefore;
        seekingClear = other.seekingClear || clearedAt != Long.MIN_VALUE && other.generation != generation;
        begin();
    }

    /** Whether the places of these rows are those of the others. */
    boolean isLike(ShownRows other) {
        return generation == other.generation && passing == other.passing;
    }

    /** Returns the number of the next row to come, in the whole log. */
    long endOfAll() {
        return source.rows().count();
    }

    /** Takes over rows that have come and rows that were removed. */
    void grow() {
        long rows = source.rows().count();
        if (seekingClear) {
            clearedBefore = firstAfter(clearedAt, rows);
            seekingClear = clearedBefore == rows;
        }
        long there = passing == null ? rows : passing.generation() == generation ? passing.count() : 0;
        long hidden = hidden();
        if (least == end || hidden != hiddenBefore) {
            least = Math.max(least, Math.min(there, before(hidden)));
            hiddenBefore = hidden;
        }
        end = Math.max(Math.max(least, end), there);
    }

    /** Returns the number in the whole log of the row at a place, or {@link #NONE}. */
    long number(long place) {
        if (passing == null || place < 0) {
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

    /** Returns the place of a row, or of the next shown row if it is not shown; that may be behind the last. */
    long placeFrom(long number) {
        return Math.max(least, Math.min(end, before(number)));
    }

    /** Returns the place of a row, or {@link #NONE} if it is not shown. */
    long place(long number) {
        long place = placeFrom(number);
        return place < end && number(place) == number ? place : NONE;
    }

    /** Whether the filter has read far enough to know the place of a row. */
    boolean isDecided(long number) {
        return passing == null
                || passing.nextRow() > number
                || passing.isStopped()
                || !passing.failure().isEmpty();
    }

    private long before(long number) {
        if (passing == null) {
            return number;
        }
        try {
            return passing.countBefore(number);
        } catch (IOException e) {
            note(e);
            return 0;
        }
    }

    private void note(IOException e) {
        if (!passing.isClosed()) {
            log.warn("What the filter has found cannot be read", e);
        }
    }

    /** Finds the first row that was recorded after this time, by a binary search. */
    private long firstAfter(long epochNanos, long rows) {
        long low = source.rows().oldestRow();
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
            return source.rows().read(number, 0).epochNanos();
        } catch (IOException | IndexOutOfBoundsException e) {
            log.warn("Row {} of the capture cannot be read", number, e);
            return Long.MIN_VALUE;
        }
    }
}
