package dev.earshot.journal.search;

import dev.earshot.journal.RowIndex;
import dev.earshot.journal.storage.Segments;

/**
 * A filter, and the rows to which it is applied. Immutable.
 *
 * @param lens by which messages are read
 */
record RowQuery(Segments capture, RowIndex index, Filter filter, RowLens lens) {}
