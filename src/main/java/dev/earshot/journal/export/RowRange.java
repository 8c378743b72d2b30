package dev.earshot.journal.export;

/** A range of adjacent rows, from the first to the last, both included. */
public record RowRange(long first, long last) {

    /** Returns the number of rows in the range. */
    public long count() {
        return last - first + 1;
    }
}
