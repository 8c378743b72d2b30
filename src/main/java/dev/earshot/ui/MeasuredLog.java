package dev.earshot.ui;

import dev.earshot.ui.log.LogArea;
import dev.earshot.ui.log.RowActions;
import dev.earshot.ui.log.RowChoice;
import dev.earshot.ui.log.RowLoader;
import dev.earshot.ui.statistics.StatisticsHost;
import java.awt.Frame;
import java.util.List;

/** Gives the window of statistics access to the log. Confined to the EDT. */
record MeasuredLog(PlottedLog shown, LogArea log, RowLoader loader, RowActions actions) implements StatisticsHost {

    @Override
    public Frame frame() {
        return shown.frame();
    }

    @Override
    public String title() {
        return shown.title();
    }

    @Override
    public RowChoice choice() {
        return log.choice();
    }

    @Override
    public String showRow(long row) {
        return shown.showRow(row);
    }

    @Override
    public void filterBy(long row, int generation) {
        loader.load(List.of(row), generation, rows -> actions.filterBy(rows.get(0)));
    }
}
