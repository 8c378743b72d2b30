package dev.earshot.ui.parts;

import java.awt.Frame;

/** Gives a window of its own, such as a plot, access to the log that it is about. Called on the EDT. */
public interface LogHost {
    /** Returns the frame of the log. */
    Frame frame();

    /** Returns the title of the tab. */
    String title();

    /** Returns the number of the row that is selected in the log; negative if there is none. */
    long selectedRow();

    /** Returns the time of that row in nanoseconds since 1970-01-01 UTC. */
    long selectedTime();

    /** Selects a row in the log, and brings it into view; returns why that is not possible, in words, or nothing. */
    String showRow(long row);
}
