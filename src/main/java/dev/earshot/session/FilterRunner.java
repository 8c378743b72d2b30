package dev.earshot.session;

import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.FilteredRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Runs the present filter over the log, and again after row numbers or texts have changed. Any thread; only {@link
 * #end} blocks.
 */
final class FilterRunner {
    private final Function<Filter, FilteredRows> filtering;
    private volatile FilterResult present = FilterResult.NONE;
    private boolean ended; // guarded by this

    /** @param filtering begins to look for the rows that pass a filter, in the background */
    FilterRunner(Function<Filter, FilteredRows> filtering) {
        this.filtering = filtering;
    }

    /** The result of the present filter. */
    FilterResult present() {
        return present;
    }

    /**
     * Replaces the filter. Rows that pass without its search are kept where only the search has changed.
     *
     * @param narrow whether only rows with a hit are shown
     */
    synchronized void set(Filter filter, boolean narrow) {
        boolean keeps =
                showsRowsWithoutHits(present) && present.filter().withoutTerm().equals(filter.withoutTerm());
        set(filter, narrow, keeps ? present.shown() : null);
    }

    private static boolean showsRowsWithoutHits(FilterResult filtered) {
        return filtered.shown() != null && filtered.shown() != filtered.found();
    }

    /** @param wider the rows that pass without the search, or null if they must be looked for */
    private void set(Filter filter, boolean narrow, FilteredRows wider) {
        if (ended) {
            return;
        }
        List<FilteredRows> unused = rows(present);
        FilteredRows found = filter.term() == null ? null : filtering.apply(filter);
        FilteredRows shown = found != null && narrow
                ? found
                : wider != null
                        ? wider
                        : filter.withoutTerm().passesAll() ? null : filtering.apply(filter.withoutTerm());
        present = new FilterResult(filter, narrow, shown, found);
        unused.removeAll(rows(present));
        unused.forEach(FilteredRows::close);
    }

    /** Looks at all rows again, after row numbers or texts have changed. */
    synchronized void restart() {
        if (present != FilterResult.NONE) {
            set(present.filter(), present.narrow(), null);
        }
    }

    /** Lets the filter look at rows that have been added; called for every event. */
    void wake() {
        FilterResult result = present;
        if (result.shown() != null) {
            result.shown().wake();
        }
        if (result.found() != null && result.found() != result.shown()) {
            result.found().wake();
        }
    }

    /** Ends for good, and waits up to a second for each filter to close its files. */
    void end() throws InterruptedException {
        List<FilteredRows> open;
        synchronized (this) {
            ended = true;
            open = rows(present);
            open.forEach(FilteredRows::close);
        }
        for (FilteredRows rows : open) {
            rows.awaitEnd(1000);
        }
    }

    private static List<FilteredRows> rows(FilterResult filtered) {
        List<FilteredRows> rows = new ArrayList<>();
        if (filtered.shown() != null) {
            rows.add(filtered.shown());
        }
        if (filtered.found() != null && filtered.found() != filtered.shown()) {
            rows.add(filtered.found());
        }
        return rows;
    }
}
