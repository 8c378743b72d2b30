package dev.earshot.ui.plot;

import dev.earshot.journal.TaskProgress;
import dev.earshot.session.Session;
import dev.earshot.session.analysis.NumberGuess;
import dev.earshot.session.settings.PlotSetup.SourceKind;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.LogHost;
import dev.earshot.ui.parts.PeerLabel;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainToggleButton;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The plot with the list of its series and its commands. Confined to the EDT. */
final class PlotPane extends JPanel {
    private static final int LIST_WIDTH = 232;

    private final transient Session session;
    private final transient Words words;
    private final transient PlotModel model;
    private final transient LogHost host;
    private final PlotCanvas canvas;
    private final SeriesPane list;
    private final transient PlotExports exports;
    private final PlainToggleButton follow;
    private final PlainButton export;
    private final PlainLabel status = new PlainLabel();
    private int generation;

    PlotPane(Session session, Words words, PlotModel model, LogHost host) {
        super(new BorderLayout());
        this.session = session;
        this.words = words;
        this.model = model;
        this.host = host;
        generation = session.log().generation();
        PeerLabel label = new PeerLabel(session, words);
        canvas = new PlotCanvas(model, words, label::of, this::showFollowing);
        exports = new PlotExports(words, canvas, label::of, this::say);
        list = new SeriesPane(session, words, model, host, label::of);
        Controls controls = new Controls(words);
        PlainButton whole = controls.quiet("plotWholeButton", "ui.plot.whole", canvas::showWhole);
        follow = controls.toggle("plotFollowButton", Icons.of("follow", 16, Token.ICON), words.of("ui.plot.follow"));
        follow.addActionListener(e -> canvas.follow(follow.isSelected()));
        export = controls.quiet("plotExportButton", "ui.plot.export", this::export);
        status.setName("plotStatus");
        status.setFont(Theme.sans(12));
        say(words.of("ui.plot.mouse"), Token.MUTED);
        JPanel bar = new JPanel(new MigLayout("insets 6 12 6 12, gap 8", "[grow, fill][][][]", "[24!]"));
        bar.setBorder(Hairline.bottom());
        bar.add(status, "wmin 0, growx");
        bar.add(whole, "h 24!");
        bar.add(follow, "w 24!, h 24!");
        bar.add(export, "h 24!");
        add(bar, BorderLayout.NORTH);
        JPanel middle =
                new JPanel(new MigLayout("insets 0, gap 0", "[" + LIST_WIDTH + "!, fill][grow, fill]", "[grow, fill]"));
        middle.add(list);
        middle.add(canvas, "wmin 0, hmin 0");
        add(middle);
        new PlotMouse(canvas, this::goTo).install();
        showFollowing();
    }

    /** Opens the form for a series with an expression that finds the first number of this text. */
    void addLike(String text) {
        list.openNew(new SeriesProposal(SourceKind.EXPRESSION, NumberGuess.expression(text), List.of()));
    }

    /** Opens the form for a series of a field. */
    void addField(String name) {
        list.openNew(new SeriesProposal(SourceKind.FIELD, name, List.of()));
    }

    /** Returns what gets the keyboard first: the plot, or the button that adds a series where there is none. */
    JComponent first() {
        return model.all().isEmpty() ? list.addButton() : canvas;
    }

    /** Moves a time into view. */
    void reveal(long nanos) {
        canvas.reveal(nanos);
    }

    /** Lets the readers of the series go on, or rest. */
    void setActive(boolean wanted) {
        model.setActive(wanted);
    }

    /** Shows what has changed. */
    void refresh() {
        int present = session.log().generation();
        if (present != generation) {
            generation = present;
            model.clearMarks();
        }
        long row = host.selectedRow();
        if (canvas.overlay().select(row, row < 0 ? 0 : host.selectedTime())) {
            canvas.repaint();
        }
        list.refresh();
        canvas.refresh();
        Optional<TaskProgress> saving = exports.running();
        export.setText(words.of(saving.isPresent() ? "ui.plot.export.cancel" : "ui.plot.export"));
        saving.ifPresent(task -> say(words.of("ui.plot.saving", (int) (task.progress() * 100)), Token.MUTED));
        export.setEnabled(saving.isPresent() || canvas.picture() != null);
    }

    private void showFollowing() {
        follow.setSelected(canvas.time().isFollowing());
    }

    private void export() {
        if (exports.running().isPresent()) {
            exports.running().get().cancel();
        } else {
            exports.open(export);
        }
    }

    private void goTo(long row) {
        say(host.showRow(row), Token.MUTED);
    }

    private void say(String text, Token color) {
        status.setText(text);
        status.setToolTipText(text.isEmpty() ? null : text);
        status.setForeground(new TokenColor(color));
    }

    /** Ends the threads; the series go on. */
    void close() {
        canvas.close();
        exports.running().ifPresent(TaskProgress::cancel);
    }
}
