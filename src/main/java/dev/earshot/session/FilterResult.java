package dev.earshot.session;

import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.FilteredRows;

/**
 * The rows that the present filter lets through, and those in which its search has hits. A new result replaces it when
 * the filter, the framing or the texts change; its rows cannot be read after that.
 *
 * @param narrow whether only rows with a hit are shown
 * @param shown the rows to show, or null for all
 * @param found the rows with a hit, or null without a search
 */
public record FilterResult(Filter filter, boolean narrow, FilteredRows shown, FilteredRows found) {
    /** The result of no filter and no search. */
    static final FilterResult NONE = new FilterResult(Filter.ALL, true, null, null);
}
