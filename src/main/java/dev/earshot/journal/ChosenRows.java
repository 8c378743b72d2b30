package dev.earshot.journal;

import java.util.List;

/**
 * The rows that somebody has chosen, as many as there may be in as little memory as there are ranges of them.
 *
 * @param ranges of places, rising; without a filter the place of a row is its number, with one the place among its rows
 * @param filtered the rows that pass the filter, or null if there is none
 * @param generation the journal's, under which the numbers are meant
 */
public record ChosenRows(List<RowRange> ranges, FilteredRows filtered, int generation) {
    public ChosenRows {
        ranges = List.copyOf(ranges);
    }

    /** Returns how many rows these are. */
    public long count() {
        return ranges.stream().mapToLong(RowRange::count).sum();
    }
}
