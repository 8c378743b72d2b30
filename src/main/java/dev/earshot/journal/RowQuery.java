package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import java.util.List;

/**
 * A filter, and the rows to which it is applied. Immutable.
 *
 * @param searched the encodings in which messages are read
 * @param encodings in which each message is read
 */
record RowQuery(Segments capture, RowIndex index, Filter filter, List<Encoding> searched, RowEncoding encodings) {}
