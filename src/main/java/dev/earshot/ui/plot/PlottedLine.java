package dev.earshot.ui.plot;

import dev.earshot.session.analysis.NumberPoints;

/**
 * A line of the plot with its axis, colour and title.
 *
 * @param series the number of its series in the window
 * @param axis the number of its axis
 * @param color the number of its colour
 * @param title what it is called
 */
record PlottedLine(PlottedSeries series, NumberPoints points, int axis, int color, String title) {}
