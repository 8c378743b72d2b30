package dev.earshot.journal.search;

import dev.earshot.journal.EntryCursor;
import dev.earshot.journal.NotedRows;
import dev.earshot.journal.Row;
import java.io.IOException;
import java.util.NavigableMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/** Finds the rows whose notes by people pass a filter, besides the messages that another matcher finds. */
final class NotedRowMatcher implements RowMatcher {
    private final Filter filter;
    private final NotedRows notes;
    private final RowMatcher messages;

    /** @param messages finds the messages that have the search term, or all rows if there is none */
    NotedRowMatcher(Filter filter, NotedRows notes, RowMatcher messages) {
        this.filter = filter;
        this.notes = notes;
        this.messages = messages;
    }

    @Override
    public void match(EntryCursor cursor, LongConsumer passes) throws IOException {
        long first = cursor.entry().firstRow();
        boolean searched = filter.term() == null || cursor.entry().kind() != Row.Kind.EVENT;
        NavigableMap<Long, String> all = notes.texts();
        NavigableMap<Long, String> noted = all.isEmpty() ? all : all.subMap(first, true, first + cursor.rows(), false);
        if (noted.isEmpty() && !filter.noted()) {
            if (searched) {
                messages.match(cursor, passes);
            }
            return;
        }
        TreeSet<Long> found = new TreeSet<>();
        if (searched) { // even where no row has a note: a message may begin here that ends in one
            messages.match(cursor, found::add);
        }
        if (filter.noted()) {
            found.retainAll(noted.keySet());
        }
        noted.forEach((row, text) -> {
            if (filter.term() != null && filter.term().isIn(text)) {
                found.add(row);
            }
        });
        found.forEach(passes::accept);
    }

    @Override
    public void onGap() {
        messages.onGap();
    }
}
