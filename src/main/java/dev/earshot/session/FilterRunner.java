package dev.earshot.session;

import dev.earshot.journal.Filter;
import dev.earshot.journal.FilteredRows;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Keeps the present filter's rows going, and begins them anew. Any thread; nothing here blocks but {@link #end}. */
final class FilterRunner {
    private final Function<Filter, FilteredRows> begin;
    private volatile FilterResult present = FilterResult.NONE;
    private boolean ended; // guarded by this

    FilterRunner(Function<Filter, FilteredRows> begin) {
        this.begin = begin;
    }

    FilterResult present() {
        return present;
    }

    synchronized void set(Filter filter, boolean narrow) {
        boolean shows = showsAllOf(present) && present.filter().withoutNeedle().equals(filter.withoutNeedle());
        set(filter, narrow, shows ? present.shown() : null);
    }

    /** Whether what is looked for makes no difference to what is to be seen. */
    private static boolean showsAllOf(FilterResult filtered) {
        return filtered.shown() != null && filtered.shown() != filtered.found();
    }

    /** @param wider the rows that pass whatever messages hold, if they are looked for already */
    private void set(Filter filter, boolean narrow, FilteredRows wider) {
        if (ended) {
            return;
        }
        List<FilteredRows> before = rows(present);
        FilteredRows found = filter.needle() == null ? null : begin.apply(filter);
        FilteredRows shown = found != null && narrow
                ? found
                : wider != null
                        ? wider
                        : filter.withoutNeedle().passesAll() ? null : begin.apply(filter.withoutNeedle());
        present = new FilterResult(filter, narrow, shown, found);
        before.removeAll(rows(present));
        before.forEach(FilteredRows::close);
    }

    /** Looks at everything again, for row numbers or texts have changed their meaning. */
    synchronized void restart() {
        if (present != FilterResult.NONE) {
            set(present.filter(), present.narrow(), null);
        }
    }

    /** Says that there are more rows; called for every event. */
    void wake() {
        FilterResult now = present;
        if (now.shown() != null) {
            now.shown().wake();
        }
        if (now.found() != null && now.found() != now.shown()) {
            now.found().wake();
        }
    }

    /** Ends for good, and waits a little until no file is open any more. */
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
