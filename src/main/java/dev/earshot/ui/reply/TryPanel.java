package dev.earshot.ui.reply;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.reply.Rule;
import dev.earshot.session.RuleDryRun;
import dev.earshot.session.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.Hairline;
import dev.earshot.ui.parts.HeadingRenderer;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PlainButton;
import dev.earshot.ui.parts.PlainLabel;
import dev.earshot.ui.parts.PlainTable;
import dev.earshot.ui.parts.PlainTableCell;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.TokenColor;
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

/** Tries the rules on what was received so far, anew whenever they are others, and lists what would have been answered. */
final class TryPanel extends JPanel {
    private static final int[] WIDTHS = {104, 150, 260, 120, 260};
    private static final int LOOK_MILLIS = 100;
    private static final int AGAIN_MILLIS = 400;

    private final transient Words words;
    private final transient Supplier<List<Rule>> rules;
    private final transient RulesModel.Listener told;
    private final TryModel model;
    private final PlainLabel said = new PlainLabel();
    private final PlainButton cancel;
    private final Timer look = new Timer(LOOK_MILLIS, e -> look());
    private final Timer again = new Timer(AGAIN_MILLIS, e -> begin());
    private transient List<Rule> tried = List.of();
    private transient RuleDryRun tryOut;

    /** @param chosen is told the place of a rule whose answer was chosen */
    TryPanel(Words words, Supplier<List<Rule>> rules, RulesModel.Listener told, IntConsumer chosen) {
        super(new BorderLayout());
        this.words = words;
        this.rules = rules;
        this.told = told;
        model = new TryModel(words, told::encoding);
        again.setRepeats(false);
        setVisible(false);
        Controls controls = new Controls(words);
        cancel = controls.tool("tryCancelButton", Icons.of("close", 12, Token.ICON), words.of("ui.rules.try.cancel"));
        cancel.addActionListener(e -> cancel());
        said.setName("tryNote");
        said.setForeground(new TokenColor(Token.MUTED));
        JPanel top = new JPanel(new MigLayout("insets 2 12 2 12, gap 6", "[grow, fill][]", "[24!]"));
        top.setBorder(Hairline.top());
        top.add(said, "wmin 0");
        top.add(cancel, "w 20!, h 20!");
        add(top, BorderLayout.NORTH);
        add(Controls.scroll(table(chosen)));
        setPreferredSize(new Dimension(UIScale.scale(100), UIScale.scale(180)));
    }

    private PlainTable table(IntConsumer chosen) {
        PlainTable table = new PlainTable(model);
        table.setName("tryTable");
        table.getAccessibleContext().setAccessibleName(words.of("ui.rules.try"));
        table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        table.setDefaultRenderer(Object.class, new Cell());
        table.getTableHeader().setReorderingAllowed(false);
        HeadingRenderer.align(table, column -> false);
        for (int i = 0; i < WIDTHS.length; i++) {
            table.getColumnModel().getColumn(i).setPreferredWidth(UIScale.scale(WIDTHS[i]));
        }
        table.getSelectionModel().addListSelectionListener(e -> {
            if (table.getSelectedRow() >= 0 && !e.getValueIsAdjusting()) {
                chosen.accept(model.rule(table.getSelectedRow()));
            }
        });
        return table;
    }

    /** Shows itself, and tries the rules. */
    void begin() {
        stop();
        setVisible(true);
        tried = rules.get();
        tryOut = told.tryOut(tried);
        look.start();
        look();
    }

    /** Tries them anew soon, if it is to be seen. */
    void rulesChanged() {
        if (isVisible()) {
            again.restart();
        }
    }

    void stop() {
        again.stop();
        look.stop();
        if (tryOut != null) {
            tryOut.cancel();
        }
    }

    /** What goes on ends; what has ended goes away. */
    private void cancel() {
        if (tryOut.isRunning()) {
            tryOut.cancel();
        } else {
            setVisible(false);
            getParent().revalidate();
        }
    }

    private void look() {
        boolean running = tryOut.isRunning(); // first: what is found until then is all
        model.show(tried, tryOut.latest());
        long found = 0;
        for (int i = 0; i < tried.size(); i++) {
            found += tryOut.hits(i);
        }
        String figures = words.of("ui.rules.try.figures", found, tryOut.messages());
        if (tryOut.problem() != null) {
            figures += words.of("ui.comma") + words.of(tryOut.problem());
        } else if (running) {
            figures += words.of("ui.comma") + words.of("ui.rules.try.progress", (int) (tryOut.progress() * 100));
        }
        said.setText(figures);
        if (!running) {
            look.stop();
        }
    }

    /** What came over the wire and what was typed are nothing but text. */
    private static final class Cell extends PlainTableCell {
        Cell() {}

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
            super.getTableCellRendererComponent(table, value, isSelected, false, row, column);
            setFont(column == TryModel.Column.RULE.ordinal() ? Theme.sans(12) : Theme.mono(12));
            boolean ours = column == TryModel.Column.ANSWER.ordinal();
            setForeground((ours ? Token.SENT : column == 0 ? Token.MUTED : Token.TEXT).color());
            setToolTipText(getText());
            return this;
        }
    }
}
