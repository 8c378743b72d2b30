package dev.earshot.journal.search;

import dev.earshot.journal.EntryCursor;
import java.io.IOException;
import java.util.function.LongConsumer;

/**
 * Finds the rows of an entry that pass a filter. It gets the entries in order, and all entries of a stream from its
 * first.
 */
interface RowMatcher {

    /**
     * Examines the rows that end in an entry.
     *
     * @param passes gets the number of each row that passes, in rising order
     */
    void match(EntryCursor cursor, LongConsumer passes) throws IOException;

    /** Forgets the open rows, because entries are missing before the next one. */
    default void onGap() {}

    /** Passes all rows of an entry, for filters without a search term. */
    static void allRows(EntryCursor cursor, LongConsumer passes) {
        long first = cursor.entry().firstRow();
        for (int i = 0; i < cursor.rows(); i++) {
            passes.accept(first + i);
        }
    }
}
