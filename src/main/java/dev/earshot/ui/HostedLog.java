package dev.earshot.ui;

import dev.earshot.session.words.Words;
import dev.earshot.ui.log.LogArea;
import dev.earshot.ui.log.RowActions;
import dev.earshot.ui.log.RowChoice;
import dev.earshot.ui.log.RowLoader;
import dev.earshot.ui.statistics.StatisticsHost;
import java.awt.Component;
import java.awt.Frame;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;

/** Gives plots and statistics access to the log of a tab. Confined to the EDT. */
final class HostedLog implements StatisticsHost {
    private final Component workspace;
    private final LogArea log;
    private final Words words;
    private final Supplier<String> title;
    private final RowLoader loader;
    private final Supplier<RowActions> actions;

    /**
     * @param title returns the title of the tab
     * @param actions returns the commands on rows
     */
    HostedLog(
            Component workspace,
            LogArea log,
            Words words,
            Supplier<String> title,
            RowLoader loader,
            Supplier<RowActions> actions) {
        this.workspace = workspace;
        this.log = log;
        this.words = words;
        this.title = title;
        this.loader = loader;
        this.actions = actions;
    }

    @Override
    public Frame frame() {
        return (Frame) SwingUtilities.getWindowAncestor(workspace);
    }

    @Override
    public String title() {
        return title.get();
    }

    @Override
    public long selectedRow() {
        return log.selectedRow();
    }

    @Override
    public long selectedTime() {
        return log.model().timeOf(log.selectedRow());
    }

    @Override
    public RowChoice choice() {
        return log.choice();
    }

    @Override
    public String showRow(long row) {
        return log.showRow(row) ? "" : words.of("ui.note.hidden", row + 1);
    }

    @Override
    public void filterBy(long row, int generation) {
        loader.load(List.of(row), generation, rows -> actions.get().filterBy(rows.get(0)));
    }
}
