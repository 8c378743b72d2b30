package dev.earshot.ui.statistics;

import com.formdev.flatlaf.FlatClientProperties;
import dev.earshot.codec.Problem;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.WindowKeys;
import dev.earshot.session.statistics.Statistics;
import dev.earshot.session.statistics.StatisticsTable;
import dev.earshot.session.words.Words;
import dev.earshot.ui.log.RowChoice;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.SideWindow;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainTabbedPane;
import java.awt.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** The window of statistics of one log. Confined to the EDT. */
public final class StatisticsWindow extends SideWindow implements StatisticsJob.Listener {
    private static final Dimension LEAST = new Dimension(560, 360);
    private static final Dimension USUAL = new Dimension(1000, 620);
    private static final int LOOK_MILLIS = 100;

    private final transient Words words;
    private final transient StatisticsHost host;
    private final transient StatisticsJob job;
    private final transient StatisticsFiles files;
    private final PlainComboBox<RowChoice.What> rows;
    private final ValuesForm values;
    private final PlainButton refresh = new PlainButton();
    private final PlainTabbedPane tabs = new PlainTabbedPane(JTabbedPane.LEFT, JTabbedPane.WRAP_TAB_LAYOUT);
    private final PlainLabel scope = new PlainLabel();
    private final PlainLabel status = new PlainLabel();
    private final PlainButton filter;
    private final PlainButton saveTable;
    private final PlainButton saveReport;
    private final transient Timer looks = new Timer(LOOK_MILLIS, e -> showProgress());
    private transient Map<RowChoice.What, String> choices;
    private transient List<StatisticsPage> pages = List.of();
    private transient Statistics shown; // null: nothing was measured yet
    private transient int generation;

    public StatisticsWindow(Session session, Settings settings, Words words, StatisticsHost host) {
        super(
                host.frame(),
                "statisticsWindow",
                "statistics",
                new Place(settings, WindowKeys.STATISTICS_WINDOW, LEAST, USUAL));
        setTitle(words.of("ui.statistics.title", host.title()));
        this.words = words;
        this.host = host;
        job = new StatisticsJob(session, words, this);
        files = new StatisticsFiles(this, words, status::setText);
        choices = host.choice().choices();
        Controls controls = new Controls(words);
        rows = controls.box("statisticsRowsBox", "ui.statistics.rows", what -> choices.get(what), choices.keySet());
        rows.addActionListener(e -> measure());
        values = new ValuesForm(session, words, this::measure);
        refresh.setName("statisticsRefreshButton");
        refresh.addActionListener(e -> measureOrCancel());
        filter = controls.quiet("statisticsFilterButton", "ui.statistics.filter", this::filterBySelected);
        saveTable = controls.quiet("statisticsTableButton", "ui.statistics.table.save", this::saveTable);
        saveReport =
                controls.quiet("statisticsReportButton", "ui.statistics.report.save", () -> files.saveReport(shown));
        begin(content(controls));
        tabs.addChangeListener(e -> enableButtons());
        enableButtons();
    }

    private JPanel content(Controls controls) {
        JPanel top = new JPanel(new MigLayout("insets 8 12 8 12, gap 8", "[][][grow][]", "[28!]"));
        top.add(controls.label("ui.statistics.rows", rows));
        top.add(rows);
        top.add(values);
        top.add(refresh, "w 88!");
        scope.setName("statisticsScope");
        scope.setForeground(new TokenColor(Token.MUTED));
        status.setName("statisticsStatus");
        JPanel bottom = new JPanel(new MigLayout("insets 4 12 4 12, gap 8", "[grow, fill][][][]", "[24!]"));
        bottom.add(scope, "split 2, wmin 0, growx 1, shrinkprio 200"); // it gives way to what is wrong
        bottom.add(status, "wmin 0");
        bottom.add(filter);
        bottom.add(saveTable);
        bottom.add(saveReport);
        tabs.setName("statisticsTabs");
        tabs.putClientProperty(FlatClientProperties.TABBED_PANE_TAB_ALIGNMENT, SwingConstants.LEADING);
        JPanel content = new JPanel(new MigLayout("insets 0, gap 0", "[grow, fill]", "[][grow, fill][]"));
        content.add(top, "wrap");
        content.add(tabs, "wmin 0, hmin 0, wrap");
        content.add(bottom);
        return content;
    }

    /** Shows the window, or brings it to the front, and measures the rows as they are now. */
    public void open() {
        setVisible(true);
        toFront();
        measure();
    }

    /** Closes the window for good. */
    public void end() {
        leave();
        dispose();
    }

    private void measureOrCancel() {
        if (job.running().isPresent()) {
            job.cancel();
            status.setText(words.of("ui.statistics.cancelled"));
            showRunning(false);
        } else {
            measure();
        }
    }

    private void measure() {
        if (!isVisible()) {
            return;
        }
        choices = host.choice().choices();
        RowChoice.What what = (RowChoice.What) rows.getSelectedItem();
        rows.repaint();
        try {
            job.start(host.choice().rows(choices.containsKey(what) ? what : RowChoice.What.SHOWN), values.source());
            status.setForeground(new TokenColor(Token.MUTED));
            showRunning(true);
        } catch (Problem problem) {
            failed(words.of(problem));
        }
    }

    private void showRunning(boolean isRunning) {
        refresh.setText(words.of(isRunning ? "ui.statistics.cancel" : "ui.statistics.refresh"));
        if (isRunning) {
            looks.start();
            showProgress();
        } else {
            looks.stop();
        }
    }

    private void showProgress() {
        job.running()
                .ifPresent(progress ->
                        status.setText(words.of("ui.statistics.running", (int) (100 * progress.progress()))));
    }

    @Override
    public void measured(Statistics statistics, int measuredGeneration) {
        shown = statistics;
        generation = measuredGeneration;
        showRunning(false);
        status.setText("");
        scope.setText(String.join("   ", statistics.scope()));
        scope.setToolTipText(scope.getText());
        int selected = tabs.getSelectedIndex();
        tabs.removeAll();
        pages = new ArrayList<>();
        for (StatisticsTable table : statistics.tables()) {
            StatisticsPage page = new StatisticsPage(table, words, this::showRow);
            page.table().getSelectionModel().addListSelectionListener(e -> enableButtons());
            pages.add(page);
            tabs.addTab(table.title(), page);
        }
        tabs.setSelectedIndex(Math.max(0, Math.min(selected, pages.size() - 1)));
        enableButtons();
    }

    @Override
    public void failed(String why) {
        showRunning(false);
        status.setForeground(new TokenColor(Token.ERROR));
        status.setText(why);
        status.setToolTipText(why);
    }

    private StatisticsPage page() {
        int index = tabs.getSelectedIndex();
        return index < 0 || index >= pages.size() ? null : pages.get(index);
    }

    private void enableButtons() {
        StatisticsPage page = page();
        boolean isMessages = page != null && page.table().isOfMessages();
        filter.setVisible(isMessages);
        filter.setEnabled(isMessages && page.table().selectedLogRow() >= 0);
        saveTable.setEnabled(page != null);
        saveReport.setEnabled(page != null);
    }

    private void showRow(long row) {
        status.setForeground(new TokenColor(Token.MUTED));
        boolean isCurrent = generation == host.choice().generation();
        String problem = isCurrent ? host.showRow(row) : words.of("ui.statistics.changed");
        status.setText(problem.isEmpty() ? words.of("ui.statistics.row", row + 1) : problem);
    }

    private void filterBySelected() {
        host.filterBy(page().table().selectedLogRow(), generation);
    }

    private void saveTable() {
        files.saveTable(shown.tables().get(tabs.getSelectedIndex()));
    }

    @Override
    protected void leave() {
        job.cancel();
        showRunning(false);
        super.leave();
    }
}
