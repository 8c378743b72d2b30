package dev.earshot.ui;

import dev.earshot.session.Words;
import dev.earshot.ui.log.LogArea;
import dev.earshot.ui.plot.PlotHost;
import java.awt.Component;
import java.awt.Frame;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;

/** Shows rows of the plot in the log. Confined to the EDT. */
final class PlottedLog implements PlotHost {
    private final Component workspace;
    private final LogArea log;
    private final Words words;
    private final Supplier<String> title;

    /** @param title returns the title of the tab */
    PlottedLog(Component workspace, LogArea log, Words words, Supplier<String> title) {
        this.workspace = workspace;
        this.log = log;
        this.words = words;
        this.title = title;
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
    public String showRow(long row) {
        return log.showRow(row) ? "" : words.of("ui.note.hidden", row + 1);
    }
}
