package dev.earshot.ui.plot;

import dev.earshot.journal.Row;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.LogHost;
import java.awt.EventQueue;
import javax.swing.JComponent;

/** Opens the window of plots and timeline of a session, which is made when it is first opened. Confined to the EDT. */
public final class PlotWindows {
    private static final int NONE = -1;

    private final Session session;
    private final Settings settings;
    private final Words words;
    private final LogHost host;
    private PlotModel model; // null: never opened
    private PlotWindow window; // null: not opened yet
    private int openTab = NONE; // when the window was closed for good

    public PlotWindows(Session session, Settings settings, Words words, LogHost host) {
        this.session = session;
        this.settings = settings;
        this.words = words;
        this.host = host;
    }

    /** Opens the plot, or brings it to the front. */
    public void openPlot() {
        window().open(0);
    }

    /** Opens the timeline of clients, or brings it to the front. */
    public void openTimeline() {
        window().open(1);
    }

    /**
     * Opens the form for a series with an expression that finds the first number of a message.
     *
     * @param text of the message
     */
    public void plotNumber(String text) {
        window().open(0);
        window().plot().addLike(text);
    }

    /** Opens the form for a series of a field. */
    public void plotField(String name) {
        window().open(0);
        window().plot().addField(name);
    }

    /** Marks a row in the plot, or removes its mark, and shows its time. */
    public void mark(Row row) {
        window().open(0);
        model.toggleMark(row.number(), row.epochNanos());
        window().plot().reveal(row.epochNanos());
    }

    /** Takes over the series of the windows that these replace. */
    public void takeOver(PlotWindows before) {
        model = before.model;
        if (before.openTab != NONE) {
            EventQueue.invokeLater(
                    () -> { // the tab is not in the window yet
                        window().replacesOpenOne();
                        window().open(before.openTab);
                    });
        }
    }

    /** Closes the window, but not the series: another window may take them over. */
    public void leave() {
        if (window != null) {
            openTab = window.isVisible() ? window.tab() : NONE;
            window.end();
            window = null;
        }
    }

    /** Ends all series. */
    public void close() {
        leave();
        if (model != null) {
            model.close();
        }
    }

    private PlotWindow window() {
        if (window == null) {
            if (model == null) {
                model = new PlotModel(session, settings);
            }
            window = new PlotWindow(session, settings, words, model, host);
            PlotShortcuts.IN_WINDOW.bind(window.getRootPane(), JComponent.WHEN_IN_FOCUSED_WINDOW, this);
        }
        return window;
    }
}
