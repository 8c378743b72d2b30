package dev.earshot.ui;

import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.fields.LayoutWindow;
import dev.earshot.ui.log.LogArea;
import dev.earshot.ui.log.RowActions;
import dev.earshot.ui.log.RowLoader;
import dev.earshot.ui.plot.PlotWindows;
import dev.earshot.ui.statistics.StatisticsHost;
import dev.earshot.ui.statistics.StatisticsWindow;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Frame;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.SwingUtilities;

/** The windows that belong to one tab, each made when it is first needed. Confined to the EDT. */
public final class TabWindows {
    private final Session session;
    private final Settings settings;
    private final Words words;
    private final LogArea log;
    private final Component workspace;
    private final Supplier<String> title;
    private final RowLoader loader;
    private PlotWindows plots; // null: not needed yet
    private StatisticsWindow statistics; // null: not needed yet
    private LayoutWindow layouts; // null: not needed yet
    private RowActions actions;
    private boolean wereStatisticsOpen; // when the windows were closed for others
    private boolean wereLayoutsOpen; // likewise

    /**
     * @param workspace the tab over which the windows are shown
     * @param title returns the title of the tab
     * @param say takes messages for the status line
     */
    TabWindows(
            Session session,
            Settings settings,
            Words words,
            LogArea log,
            Component workspace,
            Supplier<String> title,
            Consumer<String> say) {
        this.session = session;
        this.settings = settings;
        this.words = words;
        this.log = log;
        this.workspace = workspace;
        this.title = title;
        loader = new RowLoader(session, words, say);
    }

    /** Sets the commands on rows of the log. Called once. */
    void actions(RowActions commands) {
        actions = commands;
    }

    /** Returns the windows of plots. */
    public PlotWindows plots() {
        if (plots == null) {
            plots = new PlotWindows(session, settings, words, host());
        }
        return plots;
    }

    private StatisticsHost host() {
        return new HostedLog(workspace, log, words, title, loader, () -> actions);
    }

    /** Opens the window of statistics. */
    public void openStatistics() {
        statistics().open();
    }

    private StatisticsWindow statistics() {
        if (statistics == null) {
            statistics = new StatisticsWindow(session, settings, words, host());
        }
        return statistics;
    }

    /** Opens the window of layouts. */
    public void openLayouts() {
        layouts().open();
    }

    private LayoutWindow layouts() {
        if (layouts == null) {
            Frame owner = (Frame) SwingUtilities.getWindowAncestor(workspace);
            layouts = new LayoutWindow(session, settings, words, owner, log::selectedRow);
        }
        return layouts;
    }

    /** Takes over what the windows have that these replace, and opens those again that were open. */
    void takeOver(TabWindows before) {
        if (before.wereStatisticsOpen) {
            EventQueue.invokeLater(
                    () -> { // the tab is not in the window yet
                        statistics().replacesOpenOne();
                        statistics().open();
                    });
        }
        if (before.wereLayoutsOpen) {
            EventQueue.invokeLater(() -> layouts().openAgain());
        }
        if (before.plots != null) {
            plots().takeOver(before.plots);
        }
    }

    /** Closes the windows; others may take over what they have. */
    void leave() {
        if (plots != null) {
            plots.leave();
        }
        if (statistics != null) {
            wereStatisticsOpen = statistics.isVisible();
            statistics.end();
        }
        if (layouts != null) {
            wereLayoutsOpen = layouts.isVisible();
            layouts.end();
            layouts = null;
        }
    }

    /** Ends the plots, which other windows would take over. */
    void close() {
        if (plots != null) {
            plots.close();
        }
    }
}
