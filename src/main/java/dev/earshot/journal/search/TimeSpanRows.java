package dev.earshot.journal.search;

import dev.earshot.journal.RowReader;
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

        /** Makes a bound that stays as another one is. */
        Bound(Bound other) {
            epochNanos = other.epochNanos;
            row = other.known ? other.row : Long.MAX_VALUE;
            known = true;
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

    private TimeSpanRows(TimeSpanRows other) {
        reader = null; // as all is known
        from = new Bound(other.from);
        until = new Bound(other.until);
    }

    /** Returns the same bounds for rows up to this one, which another thread may ask for. */
    TimeSpanRows upTo(long row) throws IOException {
        from.isReached(row);
        until.isReached(row);
        return new TimeSpanRows(this);
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
