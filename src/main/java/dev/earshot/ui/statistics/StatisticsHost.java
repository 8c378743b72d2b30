package dev.earshot.ui.statistics;

import dev.earshot.ui.log.RowChoice;
import java.awt.Frame;

/** Gives the statistics access to the log that they measure. Called on the EDT. */
public interface StatisticsHost {
    /** Returns the frame of the log. */
    Frame frame();

    /** Returns the title of the tab. */
    String title();

    /** Returns the rows that can be measured. */
    RowChoice choice();

    /** Selects a row in the log, and brings it into view; returns why that is not possible, in words, or nothing. */
    String showRow(long row);

    /**
     * Shows only the rows that contain the message of a row.
     *
     * @param generation of the journal whose row number this is
     */
    void filterBy(long row, int generation);
}
