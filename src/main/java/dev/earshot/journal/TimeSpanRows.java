package dev.earshot.journal;

import java.io.IOException;

/** Which rows belong to a span of time, found by halving. Confined to one thread. */
final class TimeSpanRows {

    /** Where the rows that ended at a time or later begin; perhaps nobody knows yet. */
    private final class Bound {
        private final long epochNanos;
        private long row; // all before it ended earlier
        private boolean known;

        Bound(long epochNanos) {
            this.epochNanos = epochNanos;
        }

        boolean reached(long number) throws IOException {
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

    /** The row from which on it is worth looking, one that is there; 0 if none is. */
    long first() throws IOException {
        from.reached(0);
        return Math.max(0, Math.min(from.row, reader.count() - 1));
    }

    boolean holds(long row) throws IOException {
        return from.reached(row) && !over(row);
    }

    /** Whether neither this row nor any later one belongs to it. */
    boolean over(long row) throws IOException {
        return until.reached(row);
    }
}
