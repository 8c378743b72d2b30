package dev.earshot.ui.reply;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.TextForm;
import dev.earshot.reply.rules.Match;
import dev.earshot.reply.rules.Rule;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.parts.EditTable;
import dev.earshot.ui.parts.HeadingRenderer;
import dev.earshot.ui.plain.PlainComboBox;
import java.awt.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.swing.DefaultCellEditor;
import javax.swing.JTable;

/**
 * The table in which rules are edited. Enter goes from the pattern to the answer, from there to the next rule, and
 * after the last one to a new rule.
 */
final class RulesTable extends EditTable {
    private static final int[] WIDTHS = {48, 156, 184, 192, 72, 76, 92, 96, 56};

    private final transient Words words;
    private final transient Supplier<List<String>> roles;

    /** @param roles returns the known role names */
    RulesTable(RulesModel model, Words words, Supplier<List<String>> roles) {
        super("rules", model, words);
        this.words = words;
        this.roles = roles;
        getAccessibleContext().setAccessibleName(words.of("ui.rules.title"));
        HeadingRenderer.align(this, RulesTable::isFigure);
        setDefaultRenderer(Object.class, new RuleCell(words));
        editors();
        setWidths(WIDTHS, Set.of(RulesModel.Column.PATTERN, RulesModel.Column.ANSWER));
        getColumnModel().getColumn(0).setMaxWidth(UIScale.scale(WIDTHS[0]));
    }

    private static boolean isFigure(int column) {
        return column == RulesModel.Column.DELAY.ordinal() || column == RulesModel.Column.HITS.ordinal();
    }

    @Override
    public RulesModel getModel() {
        return (RulesModel) super.getModel();
    }

    private void editors() {
        setEditor(RulesModel.Column.WHEN, choiceEditor(List.of(Match.Kind.values()), k -> RuleCell.when(words, k)));
        setEditor(RulesModel.Column.FORM, choiceEditor(List.of(TextForm.values()), f -> RuleCell.form(words, f)));
        setEditor(RulesModel.Column.TO, new ReceiverEditor());
        TextEditor pattern = new TextEditor(this::isHexPattern);
        TextEditor answer = new TextEditor(this::isHexAnswer);
        TextEditor delay = new MillisEditor(0, Rule.MOST_DELAY_MILLIS);
        setEditor(RulesModel.Column.PATTERN, pattern);
        setEditor(RulesModel.Column.ANSWER, answer);
        setEditor(RulesModel.Column.DELAY, delay);
        bindEnter(pattern, answer, delay);
    }

    private boolean isHexPattern(int row) {
        return getModel().get(row).match().kind() == Match.Kind.HEX;
    }

    private boolean isHexAnswer(int row) {
        return getModel().get(row).answer().form() == TextForm.HEX;
    }

    @Override
    protected boolean entered(int row, int column) {
        if (column == RulesModel.Column.PATTERN.ordinal()) {
            edit(row, RulesModel.Column.ANSWER);
            return true;
        } else if (column == RulesModel.Column.ANSWER.ordinal()) {
            editRule(row + 1);
            return true;
        }
        return false;
    }

    private void editRule(int row) {
        RulesModel model = getModel();
        if (row == getRowCount()) {
            if (model.get(row - 1).answer().text().isEmpty()) {
                requestFocusInWindow();
                return; // nothing was typed: Enter ends here
            }
            model.add(row, model.fresh());
        }
        boolean any = model.get(row).match().kind() == Match.Kind.ANY;
        edit(row, any ? RulesModel.Column.ANSWER : RulesModel.Column.PATTERN);
    }

    /** The editor of the receiver, whose choices are read anew each time, for roles may change. */
    private final class ReceiverEditor extends DefaultCellEditor {
        ReceiverEditor() {
            super(new PlainComboBox<RulesModel.Receiver>());
            Controls.setRenderer(box(), r -> RuleCell.receiver(words, r));
        }

        @SuppressWarnings("unchecked")
        private PlainComboBox<RulesModel.Receiver> box() {
            return (PlainComboBox<RulesModel.Receiver>) getComponent();
        }

        @Override
        public Component getTableCellEditorComponent(
                JTable table, Object value, boolean isSelected, int row, int column) {
            List<RulesModel.Receiver> choices = new ArrayList<>();
            String kept = ((RulesModel.Receiver) value).role();
            choices.add(new RulesModel.Receiver(Rule.Receivers.SENDER, kept));
            choices.add(new RulesModel.Receiver(Rule.Receivers.ALL, kept));
            roles.get().forEach(role -> choices.add(new RulesModel.Receiver(Rule.Receivers.ROLE, role)));
            if (!choices.contains(value)) {
                choices.add((RulesModel.Receiver) value);
            }
            box().removeAllItems();
            choices.forEach(box()::addItem);
            return super.getTableCellEditorComponent(table, value, isSelected, row, column);
        }
    }
}
