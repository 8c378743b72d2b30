package dev.earshot.ui.statistics;

import dev.earshot.ui.log.RowChoice;
import dev.earshot.ui.parts.LogHost;

/** Gives the statistics access to the log that they measure. Called on the EDT. */
public interface StatisticsHost extends LogHost {
    /** Returns the rows that can be measured. */
    RowChoice choice();

    /**
     * Shows only the rows that contain the message of a row.
     *
     * @param generation of the journal whose row number this is
     */
    void filterBy(long row, int generation);
}
