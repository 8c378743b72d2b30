package dev.earshot.ui.plot;

import dev.earshot.session.analysis.PlotSeries;

/**
 * A series of the window.
 *
 * @param number tells it from all others of the window, also former ones
 * @param typed the expression, or the name of the field
 * @param side the axis that was chosen for it
 */
record PlottedSeries(int number, PlotSeries series, String typed, AxisSide side) {

    /** The axis of a series. */
    enum AxisSide {
        /** At the left, with others. */
        LEFT,
        /** At the right, with others. */
        RIGHT,
        /** Its own. */
        OWN
    }

    private static final int FIRST_OWN = 2;

    /** Returns the number of its axis: 0 for the shared one at the left, 1 for the shared one at the right. */
    int axis() {
        return switch (side) {
            case LEFT -> 0;
            case RIGHT -> 1;
            case OWN -> FIRST_OWN + number;
        };
    }
}
