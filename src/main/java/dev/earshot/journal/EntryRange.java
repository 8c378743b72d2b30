package dev.earshot.journal;

/**
 * Adjacent entries of an index, all of whose rows are known unless the end is open.
 *
 * @param first the number of the first entry
 * @param firstRow the number of the first row that ends in it or behind it
 * @param end the number of the entry behind the last one, or {@link Long#MAX_VALUE}
 */
public record EntryRange(long first, long firstRow, long end) {}
