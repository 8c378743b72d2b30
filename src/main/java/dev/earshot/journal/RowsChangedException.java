package dev.earshot.journal;

import java.io.IOException;

/** Thrown when another framing or filter was chosen while rows were being read. */
public final class RowsChangedException extends IOException {
    private final boolean filter;

    private RowsChangedException(String message, boolean filter) {
        super(message);
        this.filter = filter;
    }

    /** Makes the exception for rows that have other numbers since, as another framing was chosen. */
    public static RowsChangedException byFraming() {
        return new RowsChangedException("another framing was chosen", false);
    }

    /** Makes the exception for rows that passed a filter which is no longer there. */
    public static RowsChangedException byFilter() {
        return new RowsChangedException("another filter was chosen", true);
    }

    /** Whether another filter is the reason; otherwise it is another framing. */
    public boolean isByFilter() {
        return filter;
    }
}
