package dev.earshot.ui.plot;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.Background;
import dev.earshot.net.Peer;
import dev.earshot.session.Session;
import dev.earshot.session.analysis.NumberPoints;
import dev.earshot.session.analysis.PlotSeries;
import dev.earshot.session.analysis.RowFollower;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.FocusRing;
import dev.earshot.ui.parts.LogHost;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainList;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.swing.DefaultListModel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import net.miginfocom.swing.MigLayout;

/**
 * The list of the series of a plot with their lines, in which they are added, changed and removed. Confined to the EDT.
 */
final class SeriesPane extends JPanel {
    private static final int ROW_HEIGHT = 38;

    private final transient Session session;
    private final transient Words words;
    private final transient PlotModel model;
    private final transient LogHost host;
    private final transient Function<Peer, String> label;
    private final DefaultListModel<SeriesEntry> entries = new DefaultListModel<>();
    private final PlainList<SeriesEntry> list = new PlainList<>(entries);
    private final PlainButton add;
    private final PlainButton edit;
    private final PlainButton remove;
    private SeriesForm form; // null: none was opened

    /** @param label names a client */
    SeriesPane(Session session, Words words, PlotModel model, LogHost host, Function<Peer, String> label) {
        super(new BorderLayout());
        this.session = session;
        this.words = words;
        this.model = model;
        this.host = host;
        this.label = label;
        Controls controls = new Controls(words);
        add = controls.quiet("plotAddButton", "ui.plot.add", this::add);
        edit = controls.quiet("plotEditButton", "ui.plot.edit", this::edit);
        remove = controls.quiet("plotRemoveButton", "ui.plot.remove", this::remove);
        JPanel buttons = new JPanel(new MigLayout("insets 6 6 6 6, gap 2", "[][][]", "[24!]"));
        buttons.add(add, "h 24!");
        buttons.add(edit, "h 24!");
        buttons.add(remove, "h 24!");
        list.setName("plotSeriesList");
        list.getAccessibleContext().setAccessibleName(words.of("ui.plot.series"));
        list.setBackground(new TokenColor(Token.WINDOW));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setFixedCellHeight(UIScale.scale(ROW_HEIGHT));
        list.setFixedCellWidth(1);
        list.setCellRenderer(new SeriesCell());
        list.addListSelectionListener(e -> {
            enableButtons();
            bringToFront();
        });
        PlotShortcuts.IN_SERIES.bind(list, WHEN_FOCUSED, this);
        JScrollPane scroll = Controls.scroll(list);
        FocusRing.set(scroll, list);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        add(buttons, BorderLayout.NORTH);
        add(scroll);
        enableButtons();
    }

    /** Returns the button that adds a series. */
    PlainButton addButton() {
        return add;
    }

    /** Shows what has changed. */
    void refresh() {
        List<SeriesEntry> fresh = new ArrayList<>();
        int color = 0;
        for (PlottedSeries one : model.all()) {
            List<PlotSeries.Line> lines = one.series().lines();
            boolean single = !one.series().query().perClient();
            fresh.add(new SeriesEntry(
                    one, VisibleText.of(one.typed()), state(one), single && !lines.isEmpty() ? color : -1, false));
            for (PlotSeries.Line line : lines) {
                if (!single) {
                    String client = VisibleText.of(label.apply(line.peer()));
                    fresh.add(new SeriesEntry(one, client, figures(line.points()), color, true));
                }
                color++;
            }
        }
        for (int i = 0; i < fresh.size(); i++) {
            if (i >= entries.size()) {
                entries.addElement(fresh.get(i));
            } else if (!fresh.get(i).equals(entries.get(i))) {
                entries.set(i, fresh.get(i));
            }
        }
        if (entries.size() > fresh.size()) {
            entries.removeRange(fresh.size(), entries.size() - 1);
        }
        enableButtons();
        bringToFront();
    }

    /** Draws what is selected in front of what would cover it. */
    private void bringToFront() {
        SeriesEntry chosen = list.getSelectedValue();
        Set<Integer> colors = new HashSet<>();
        for (int i = 0; chosen != null && i < entries.size(); i++) {
            SeriesEntry entry = entries.get(i);
            boolean isMeant = chosen.color() < 0 ? entry.series() == chosen.series() : entry.color() == chosen.color();
            if (isMeant && entry.color() >= 0) {
                colors.add(entry.color());
            }
        }
        model.bringToFront(colors);
    }

    private void enableButtons() {
        boolean chosen = list.getSelectedIndex() >= 0;
        add.setEnabled(!model.isFull());
        edit.setEnabled(chosen);
        remove.setEnabled(chosen);
    }

    private String figures(NumberPoints points) {
        int count = points.numbers();
        int without = points.withoutNumber();
        if (count == 0) {
            return without == 0 ? words.of("ui.plot.points", 0) : words.of("ui.plot.text", without);
        }
        String last = ValueScale.text(points.lastNumber());
        return without == 0
                ? words.of("ui.plot.line", count, last)
                : words.of("ui.plot.some", count, count + without, last);
    }

    /** Returns how far a series is, or what is wrong with it. */
    private String state(PlottedSeries one) {
        PlotSeries series = one.series();
        RowFollower rows = series.follower();
        String left = series.isLinesLeftOut() ? words.of("ui.plot.lines.most", PlotSeries.MOST_LINES) : "";
        String text = switch (series.state()) {
            case FULL -> words.of("ui.plot.full", PlotSeries.MOST_POINTS);
            case TOO_SLOW -> words.of("ui.plot.slow");
            case FAILED -> words.of("ui.plot.failed", rows.failure());
            case READING -> reading(series, rows);
        };
        return left.isEmpty() ? text : text + words.of("ui.comma") + left;
    }

    private String reading(PlotSeries series, RowFollower rows) {
        long all = rows.all();
        if (all - rows.done() > PlotSeries.BEHIND) {
            return words.of("ui.plot.reading", (int) (100.0 * rows.done() / all));
        }
        List<PlotSeries.Line> lines = series.lines();
        if (lines.size() == 1) {
            return figures(lines.get(0).points());
        }
        int count = lines.stream().mapToInt(line -> line.points().numbers()).sum();
        return words.of("ui.plot.points", count);
    }

    /** Opens the form for a new series, with a number of the selected message, or of the newest one. */
    private void add() {
        if (form != null && !form.isDone() && form.isNew()) {
            form.open(add); // it still has what was typed
            return;
        }
        long row = host.selectedRow();
        Background.run("row", () -> {
            SeriesProposal proposed = ProposalReader.read(session, row);
            EventQueue.invokeLater(() -> {
                if (isShowing()) {
                    openNew(proposed);
                }
            });
        });
    }

    /** Opens the form for a new series. */
    void openNew(SeriesProposal proposal) {
        if (!model.isFull()) {
            open(new SeriesForm(session, words, label, model, null, proposal));
        }
    }

    private void open(SeriesForm wanted) {
        form = wanted;
        form.whenApplied(this::refresh);
        form.open(add);
    }

    void edit() {
        SeriesEntry chosen = list.getSelectedValue();
        if (chosen != null) {
            open(new SeriesForm(session, words, label, model, chosen.series(), SeriesProposal.NONE));
        }
    }

    void remove() {
        SeriesEntry chosen = list.getSelectedValue();
        if (chosen != null) {
            model.remove(chosen.series());
            refresh();
        }
    }
}
