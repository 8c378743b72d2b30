package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Lens;
import java.io.IOException;

/** The part of a session that the log reads: its rows by number, and the filter. Confined to the EDT. */
interface LogSource {
    /** The number of the oldest row that is still there. It only rises while the generation is the same. */
    long first();

    /** The number of the next row to come. */
    long end();

    /** Reads one row with at most {@code most} of its bytes; small and positional. */
    Row read(long number, int most) throws IOException;

    /** A number that changes whenever row numbers change their meaning. */
    int generation();

    FilterResult filtered();

    Lens lens();

    /** The name, or else the address, of the client of this row; the row must have one. */
    String label(Row row);

    /** The address of the client of this row, with all that is known of it. */
    String address(Row row);

    /** A number that changes whenever a client is renamed. */
    int names();

    void close() throws IOException;
}
