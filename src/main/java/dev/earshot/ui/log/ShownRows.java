package dev.earshot.ui.log;

import dev.earshot.journal.FilteredRows;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which rows of the log are to be seen: those that pass the filter, are still there and have come since the last clearing.
 * Each has a place, which it keeps as long as the filter is the same: without one its number in the whole log, with one
 * its number among those that pass. Confined to the EDT; one read is small and positional.
 */
public final class ShownRows {
    /** What a number or a place is that does not exist, as while the filter has just been replaced by another. */
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

    /** Whether these are not the rows any more that the session wants to be seen. */
    boolean outdated() {
        return source.generation() != generation || source.filtered().shown() != passing;
    }

    /** Whether row numbers mean what they meant. */
    boolean sameNumbers() {
        return source.generation() == generation;
    }

    /** The generation of the rows whose numbers these are. */
    int generation() {
        return generation;
    }

    /** Takes over what the session wants to be seen; as yet, none of it is. */
    void begin() {
        if (!sameNumbers()) {
            generation = source.generation();
            seekingClear = clearedAt != Long.MIN_VALUE;
        }
        passing = source.filtered().shown();
        blockLength = 0;
        least = 0;
        end = 0;
    }

    /** The place of the first row to be seen. */
    long least() {
        return least;
    }

    /** The place behind the last row to be seen. */
    long end() {
        return end;
    }

    /** How many rows are to be seen. */
    public long count() {
        return end - least;
    }

    /** How many rows there would be without the filter. */
    public long countOfAll() {
        return Math.max(0, source.end() - hidden());
    }

    /** How many of the oldest rows are not there any more. */
    public long removed() {
        return source.first();
    }

    /** The number from which on rows are shown. */
    long hidden() {
        return Math.max(clearedBefore, source.first());
    }

    /** The rows that pass, or null if all do. */
    FilteredRows passing() {
        return passing;
    }

    /** Shows only what comes from now on. */
    void clear() {
        long rows = source.end();
        clearedAt = rows == 0 ? clearedAt : recordedAt(rows - 1);
        clearedBefore = rows;
        least = end;
    }

    /** Takes over the rows that have come and those that were removed. */
    void grow() {
        long rows = source.end();
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

    /** The number in the whole log of the row at this place, or {@link #NONE}. */
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

    /** The place of the row of this number, or else of the next one that is to be seen; perhaps behind the last. */
    long placeFrom(long number) {
        return Math.max(least, Math.min(end, before(number)));
    }

    /** The place of the row of this number, or {@link #NONE} if it is not to be seen. */
    long place(long number) {
        long place = placeFrom(number);
        return place < end && number(place) == number ? place : NONE;
    }

    /** Whether it is known at which place the row of this number is, if at any. */
    boolean decided(long number) {
        return passing == null
                || passing.passed() > number
                || passing.stopped()
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
        long low = source.first();
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
            return source.read(number, 0).epochNanos();
        } catch (IOException | IndexOutOfBoundsException e) {
            log.warn("Row {} of the capture cannot be read", number, e);
            return Long.MIN_VALUE;
        }
    }
}
