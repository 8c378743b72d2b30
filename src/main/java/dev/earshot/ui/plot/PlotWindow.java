package dev.earshot.ui.plot;

import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.LogHost;
import dev.earshot.ui.parts.SideWindow;
import dev.earshot.ui.plain.PlainTabbedPane;
import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JTabbedPane;
import javax.swing.Timer;

/** The window with the plot and the timeline of a session. It stays open beside the main window. */
final class PlotWindow extends SideWindow {
    private static final int PERIOD_MILLIS = 100;
    private static final Dimension LEAST = new Dimension(560, 320);
    private static final Dimension USUAL = new Dimension(980, 560);

    private final transient Words words;
    private final transient LogHost host;
    private final PlainTabbedPane tabs = new PlainTabbedPane(JTabbedPane.TOP, JTabbedPane.SCROLL_TAB_LAYOUT);
    private final PlotPane plot;
    private final TimelinePane timeline;
    private final transient Timer timer = new Timer(PERIOD_MILLIS, e -> refresh());

    PlotWindow(Session session, Settings settings, Words words, PlotModel model, LogHost host) {
        super(host.frame(), "plotWindow", "plots", new Place(settings, WindowKeys.PLOT_WINDOW, LEAST, USUAL));
        this.words = words;
        this.host = host;
        plot = new PlotPane(session, words, model, host);
        timeline = new TimelinePane(session, words, host);
        tabs.setName("plotTabs");
        tabs.addTab(words.of("ui.plot.tab"), plot);
        tabs.addTab(words.of("ui.timeline.tab"), timeline);
        begin(tabs);
        tabs.addChangeListener(e -> tabChosen());
    }

    /** Shows one of the tabs, in front of other windows. */
    void open(int tab) {
        setTitle(words.of("ui.plot.window", host.title()));
        tabs.setSelectedIndex(tab);
        setVisible(true);
        toFront();
        timer.start();
        showActive();
        refresh();
        focusFirst();
    }

    /** Gives the keyboard to what is seen, so that the keys of the plot and the timeline hold at once. */
    private void focusFirst() {
        JComponent first = tabs.getSelectedComponent() == plot ? plot.first() : timeline.first();
        first.requestFocusInWindow();
    }

    /** Returns the index of the tab that is shown. */
    int tab() {
        return tabs.getSelectedIndex();
    }

    PlotPane plot() {
        return plot;
    }

    /** Lets only what is seen read rows. */
    private void showActive() {
        plot.setActive(isVisible() && tabs.getSelectedComponent() == plot);
        timeline.setActive(isVisible() && tabs.getSelectedComponent() == timeline);
    }

    private void tabChosen() {
        showActive();
        refresh();
    }

    private void refresh() {
        if (isShowing()) {
            if (tabs.getSelectedComponent() == plot) {
                plot.refresh();
            } else {
                timeline.refresh();
            }
        }
    }

    @Override
    protected void leave() {
        super.leave();
        timer.stop();
        showActive();
    }

    /** Closes the window for good. */
    void end() {
        leave();
        plot.close();
        timeline.close();
        dispose();
    }
}
