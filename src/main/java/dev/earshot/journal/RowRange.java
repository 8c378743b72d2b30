package dev.earshot.journal;

/** Rows that stand side by side, from the first to the last, both included. */
public record RowRange(long first, long last) {

    /** Returns how many rows these are. */
    public long count() {
        return last - first + 1;
    }
}
