package dev.earshot.journal.storage;

import java.io.IOException;

/** Thrown when a record cannot be read because it was removed or never kept. */
public final class RecordGoneException extends IOException {
    private final boolean removed;
    private final long since;

    private RecordGoneException(boolean removed, long since) {
        super(removed ? "removed from the capture" : "not kept in the capture");
        this.removed = removed;
        this.since = since;
    }

    /** Makes the exception for a record that was removed because the capture was at its limit. */
    public static RecordGoneException removed() {
        return new RecordGoneException(true, 0);
    }

    /**
     * Makes the exception for a record that could not be kept.
     *
     * @param since when that began, in nanoseconds since 1970-01-01 UTC
     */
    public static RecordGoneException lost(long since) {
        return new RecordGoneException(false, since);
    }

    /** Whether the record was removed; otherwise it was never kept. */
    public boolean isRemoved() {
        return removed;
    }

    /** Returns when records began to be lost, in nanoseconds since 1970-01-01 UTC; 0 for one that was removed. */
    public long since() {
        return since;
    }

    /** Leaves out the stack trace: this is an answer and not a failure, and each painted row may get one. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
