package dev.earshot.ui.plot;

/**
 * A row in the list of the series of a plot.
 *
 * @param state its figures, or what is wrong
 * @param color number of the colour of its line; -1 if it has several lines, which follow
 * @param part whether it is one line of the series above it
 */
record SeriesEntry(PlottedSeries series, String title, String state, int color, boolean part) {}
