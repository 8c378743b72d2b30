package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.journal.Row;

/** How bytes become text: an encoding for all, or each client's own. Immutable. */
public final class Lens {
    /** The encoding in which this row is read. */
    public Encoding encoding(Row row) {
        throw new UnsupportedOperationException();
    }

    /** The row's bytes as one line of text without its line ending, control and bidi characters made visible. */
    public String text(Row row) {
        throw new UnsupportedOperationException();
    }
}
