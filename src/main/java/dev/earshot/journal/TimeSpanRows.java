package dev.earshot.journal;

import java.io.IOException;

/** Finds the rows that belong to a time span, by binary search. Confined to one thread. */
final class TimeSpanRows {

    /** The first row that ended at a time or later, once that is known. */
    private final class Bound {
        private final long epochNanos;
        private long row; // all before it ended earlier
        private boolean known;

        Bound(long epochNanos) {
            this.epochNanos = epochNanos;
        }

        boolean isReached(long number) throws IOException {
            if (!known && number >= row) {
                long rows = reader.count();
                row = reader.firstSince(epochNanos, row, rows);
                known = row < rows;
            }
            return known && number >= row;
        }
    }

    private final RowReader reader;
    private final Bound from;
    private final Bound until;

    TimeSpanRows(RowReader reader, TimeSpan span) {
        this.reader = reader;
        from = new Bound(span.from());
        until = new Bound(span.until());
    }

    /** Returns the row at which a search can begin, one that is there; 0 if there are none. */
    long first() throws IOException {
        from.isReached(0);
        return Math.max(0, Math.min(from.row, reader.count() - 1));
    }

    boolean contains(long row) throws IOException {
        return from.isReached(row) && !isOver(row);
    }

    /** Whether neither this row nor any later one belongs to the span. */
    boolean isOver(long row) throws IOException {
        return until.isReached(row);
    }
}
