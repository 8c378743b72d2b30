package dev.earshot.session;

import dev.earshot.journal.Filter;
import dev.earshot.journal.FilteredRows;

/**
 * What of the log is to be seen, and what is looked for in it. Another one takes its place when the filter changes, or row
 * numbers or texts change their meaning; the rows of the one before can then not be read any more.
 *
 * @param narrow whether only rows that hold what is looked for are to be seen
 * @param shown the rows to be seen, or null for all
 * @param found the rows that hold what is looked for, or null if nothing is
 */
public record FilterResult(Filter filter, boolean narrow, FilteredRows shown, FilteredRows found) {
    static final FilterResult NONE = new FilterResult(Filter.ALL, true, null, null);
}
