package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowSource;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Lens;

/** Gives the log access to a session: to its rows by number and to its filter. Confined to the EDT. */
interface LogSource {
    /** Returns the rows. The number of the oldest one only rises while the generation is the same. */
    RowSource rows();

    /** Returns a number that changes whenever row numbers change their meaning. */
    int generation();

    FilterResult filtered();

    Lens lens();

    /** Returns the name, or else the address, of the client of a row, which must have one. */
    String label(Row row);

    /** Returns the address of the client of a row with everything that is known of it. */
    String address(Row row);

    /**
     * Returns a number that changes whenever a client is renamed, a note on a row has changed or another view was
     * chosen.
     */
    int labels();
}
