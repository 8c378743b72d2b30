package dev.earshot.journal;

import java.io.IOException;
import java.util.function.LongConsumer;

/** Decides which of the rows that end in an entry pass. Sees entries in order, and from the first one on all of its streams. */
interface RowMatcher {

    /** @param passes is told the number of each row that passes, in rising order */
    void on(EntryCursor at, LongConsumer passes) throws IOException;

    /** Forgets the open rows, because entries are missing before the next one. */
    default void gap() {}

    /** For filters that look for nothing: the index says it all. */
    static void allRows(EntryCursor at, LongConsumer passes) {
        long first = at.entry().firstRow();
        for (int i = 0; i < at.rows(); i++) {
            passes.accept(first + i);
        }
    }
}
