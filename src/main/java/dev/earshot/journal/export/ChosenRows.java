package dev.earshot.journal.export;

import dev.earshot.journal.search.FilteredRows;
import java.util.List;

/**
 * A choice of rows, kept as ranges so that it needs little memory however many they are.
 *
 * @param ranges of places, rising; without a filter the place of a row is its number, with one the place among its rows
 * @param filtered the rows that pass the filter, or null if there is none
 * @param generation the generation of the journal whose row numbers these are
 */
public record ChosenRows(List<RowRange> ranges, FilteredRows filtered, int generation) {
    public ChosenRows {
        ranges = List.copyOf(ranges);
    }

    /** Returns the number of chosen rows. */
    public long count() {
        return ranges.stream().mapToLong(RowRange::count).sum();
    }
}
