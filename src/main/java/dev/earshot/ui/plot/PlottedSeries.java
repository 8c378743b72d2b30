package dev.earshot.ui.plot;

import dev.earshot.journal.search.PeerSet;
import dev.earshot.session.analysis.PlotSeries;
import dev.earshot.session.settings.PlotSetup;
import dev.earshot.session.settings.PlotSetup.AxisSide;

/**
 * A series of the plot with its number, the text that was typed for it, and its axis.
 *
 * @param number tells it from all others of the window, also former ones
 * @param typed the expression, or the name of the field
 * @param side the axis that was chosen for it
 */
record PlottedSeries(int number, PlotSeries series, String typed, AxisSide side) {

    private static final int FIRST_OWN = 2;

    /** Returns the number of its axis: 0 for the shared one at the left, 1 for the shared one at the right. */
    int axis() {
        return switch (side) {
            case LEFT -> 0;
            case RIGHT -> 1;
            case OWN -> FIRST_OWN + number;
        };
    }

    /** Returns it as settings keep it. A single client is kept as a line for each: the next run has others. */
    PlotSetup.Series kept() {
        PlotSeries.Query query = series.query();
        boolean perClient = query.perClient() || !query.peers().equals(PeerSet.EVERYBODY);
        return new PlotSetup.Series(
                perClient, query.direction(), side, query.source().kind(), typed);
    }
}
