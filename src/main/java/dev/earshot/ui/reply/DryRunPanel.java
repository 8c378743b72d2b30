package dev.earshot.ui.reply;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.reply.rules.Rule;
import dev.earshot.session.RuleDryRun;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.HeadingRenderer;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
import dev.earshot.ui.plain.PlainButton;
import dev.earshot.ui.plain.PlainLabel;
import dev.earshot.ui.plain.PlainTable;
import dev.earshot.ui.plain.PlainTableCell;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** Tries the rules on the messages received so far, again after each edit, and lists what they would have answered. */
final class DryRunPanel extends JPanel {
    private static final int[] WIDTHS = {108, 148, 240, 116, 240, 110};
    private static final int FIRM = 2; // columns that are not cut: time and client
    private static final int SHOW_MILLIS = 100;
    private static final int RETRY_MILLIS = 400;

    private final transient Words words;
    private final transient Supplier<List<Rule>> rules;
    private final transient RulesModel.Listener listener;
    private final DryRunModel model;
    private final PlainLabel note = new PlainLabel();
    private final PlainButton cancel;
    private final Timer showTimer = new Timer(SHOW_MILLIS, e -> showResult());
    private final Timer retryTimer = new Timer(RETRY_MILLIS, e -> start());
    private transient List<Rule> tried = List.of();
    private transient RuleDryRun dryRun;

    /** @param chosen takes the index of the rule whose answer was selected */
    DryRunPanel(Words words, Supplier<List<Rule>> rules, RulesModel.Listener listener, IntConsumer chosen) {
        super(new BorderLayout());
        this.words = words;
        this.rules = rules;
        this.listener = listener;
        model = new DryRunModel(words, listener::encoding);
        retryTimer.setRepeats(false);
        setVisible(false);
        Controls controls = new Controls(words);
        cancel = controls.tool("tryCancelButton", Icons.of("close", 12, Token.ICON), words.of("ui.rules.try.cancel"));
        cancel.addActionListener(e -> cancel());
        note.setName("tryNote");
        note.setForeground(new TokenColor(Token.MUTED));
        JPanel top = new JPanel(new MigLayout("insets 2 12 2 12, gap 6", "[grow, fill][]", "[24!]"));
        top.setBorder(Hairline.top());
        top.add(note, "wmin 0");
        top.add(cancel, "w 20!, h 20!");
        add(top, BorderLayout.NORTH);
        add(Controls.scroll(table(chosen)));
        setPreferredSize(new Dimension(UIScale.scale(100), UIScale.scale(180)));
    }

    private PlainTable table(IntConsumer chosen) {
        PlainTable table = new PlainTable(model);
        table.leaveByTab();
        table.setName("tryTable");
        table.getAccessibleContext().setAccessibleName(words.of("ui.rules.try"));
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setDefaultRenderer(Object.class, new Cell());
        table.getTableHeader().setReorderingAllowed(false);
        HeadingRenderer.align(table, column -> false);
        for (int i = 0; i < WIDTHS.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(UIScale.scale(WIDTHS[i]));
        }
        for (int i = 0; i < FIRM; i++) {
            table.getColumnModel().getColumn(i).setMinWidth(UIScale.scale(WIDTHS[i]));
        }
        table.getSelectionModel().addListSelectionListener(e -> {
            if (table.getSelectedRow() >= 0 && !e.getValueIsAdjusting()) {
                chosen.accept(model.rule(table.getSelectedRow()));
            }
        });
        return table;
    }

    /** Shows the panel and starts to try the rules. */
    void start() {
        stop();
        setVisible(true);
        tried = rules.get();
        dryRun = listener.startDryRun(tried);
        showTimer.start();
        showResult();
    }

    /** Tries the rules again soon, if the panel is visible. */
    void rulesChanged() {
        if (isVisible()) {
            retryTimer.restart();
        }
    }

    /** Stops trying the rules. */
    void stop() {
        retryTimer.stop();
        showTimer.stop();
        if (dryRun != null) {
            dryRun.cancel();
        }
    }

    /** Cancels the dry run, or hides the panel if it has ended. */
    private void cancel() {
        if (dryRun.isRunning()) {
            dryRun.cancel();
        } else {
            setVisible(false);
            getParent().revalidate();
        }
    }

    private void showResult() {
        boolean running = dryRun.isRunning(); // read first: then nothing that was found is missed
        model.show(tried, dryRun.latest());
        long found = 0;
        for (int i = 0; i < tried.size(); i++) {
            found += dryRun.hits(i);
        }
        String figures = words.of("ui.rules.try.figures", found, dryRun.messages());
        if (dryRun.problem() != null) {
            figures += words.of("ui.comma") + words.of(dryRun.problem());
        } else if (running) {
            figures += words.of("ui.comma") + words.of("ui.rules.try.progress", (int) (dryRun.progress() * 100));
        }
        note.setText(figures);
        if (!running) {
            showTimer.stop();
        }
    }

    /** The renderer of the cells, which are plain text whatever came over the wire. */
    private static final class Cell extends PlainTableCell {
        Cell() {}

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
            super.getTableCellRendererComponent(table, value, isSelected, false, row, column);
            setFont(column == DryRunModel.Column.RULE.ordinal() ? Theme.sans(12) : Theme.mono(12));
            boolean ours = column == DryRunModel.Column.ANSWER.ordinal();
            setForeground((ours ? Token.SENT : column == 0 ? Token.MUTED : Token.TEXT).color());
            setToolTipText(getText());
            return this;
        }
    }
}
