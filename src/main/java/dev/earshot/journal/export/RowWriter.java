package dev.earshot.journal.export;

import dev.earshot.journal.Row;
import java.io.IOException;

/** Writes rows in one format. Confined to one thread. */
public interface RowWriter {

    /** Writes the text before the first row, such as a heading. */
    default void begin() throws IOException {}

    /** Writes one row, which has all of its bytes. */
    void write(Row row) throws IOException;

    /** Writes the text after the last row. */
    default void end() throws IOException {}

    /** Passes on what it has buffered. Called after {@link #end}, and whenever a file that grows has caught up. */
    default void flush() throws IOException {}
}
