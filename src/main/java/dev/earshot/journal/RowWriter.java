package dev.earshot.journal;

import java.io.IOException;

/** Writes rows in one format, one after the other. Confined to one thread. */
public interface RowWriter {

    /** Writes what stands before the rows. */
    default void begin() throws IOException {}

    /** Writes one row, which has all of its bytes. */
    void write(Row row) throws IOException;

    /** Writes what stands behind the rows. */
    default void end() throws IOException {}
}
