package dev.earshot.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Form;
import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.reply.Match;
import dev.earshot.reply.Rule;
import dev.earshot.session.Words;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.DefaultCellEditor;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JToolTip;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.text.AbstractDocument;
import javax.swing.text.JTextComponent;

/**
 * The rules, to be edited in their cells. Enter goes from the pattern to the answer and from there to the next rule, and
 * behind the last one to a new rule.
 */
final class RulesTable extends JTable {
    private static final int[] WIDTHS = {48, 128, 200, 236, 76, 80, 112, 64};

    private final transient Words words;
    private final transient Supplier<List<String>> roles;
    private final transient Consumer<String> complain;

    /**
     * @param roles the names that roles have
     * @param complain takes what is wrong with what was typed into a cell, or nothing
     */
    RulesTable(RulesModel model, Words words, Supplier<List<String>> roles, Consumer<String> complain) {
        super(model);
        this.words = words;
        this.roles = roles;
        this.complain = complain;
        setName("rulesTable");
        getAccessibleContext().setAccessibleName(words.of("ui.rules.title"));
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setSurrendersFocusOnKeystroke(true);
        putClientProperty("terminateEditOnFocusLost", true);
        getTableHeader().setReorderingAllowed(false);
        alignHeader(this);
        setFillsViewportHeight(true);
        setDefaultRenderer(Object.class, new RuleCell(words));
        editors();
        for (int i = 0; i < WIDTHS.length; i++) {
            TableColumn column = getColumnModel().getColumn(i);
            column.setPreferredWidth(UIScale.scale(WIDTHS[i]));
            if (i != RulesModel.Column.PATTERN.ordinal() && i != RulesModel.Column.ANSWER.ordinal()) {
                column.setMaxWidth(UIScale.scale(WIDTHS[i] * 2));
                column.setMinWidth(UIScale.scale(WIDTHS[i]) * 3 / 4);
            }
        }
        getColumnModel().getColumn(0).setMaxWidth(UIScale.scale(WIDTHS[0]));
        Keys.bind(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, Keys.plain(KeyEvent.VK_ENTER), this::enter);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setRowHeight(UIScale.scale(26));
    }

    @Override
    public RulesModel getModel() {
        return (RulesModel) super.getModel();
    }

    /** Has each title stand over its column's text. */
    static void alignHeader(JTable table) {
        JTableHeader header = table.getTableHeader();
        header.setDefaultRenderer(new Heading(header.getDefaultRenderer()));
    }

    private void editors() {
        editor(RulesModel.Column.WHEN, box(List.of(Match.Kind.values()), k -> RuleCell.when(words, k)));
        editor(RulesModel.Column.FORM, box(List.of(Form.values()), f -> RuleCell.form(words, f)));
        editor(RulesModel.Column.TO, new Receivers());
        editor(RulesModel.Column.PATTERN, new Texts());
        editor(RulesModel.Column.ANSWER, new Texts());
        editor(RulesModel.Column.DELAY, new Millis());
    }

    private void editor(RulesModel.Column column, DefaultCellEditor editor) {
        getColumnModel().getColumn(column.ordinal()).setCellEditor(editor);
    }

    private static <T> DefaultCellEditor box(List<T> choices, Function<T, String> print) {
        JComboBox<T> box = new JComboBox<>();
        choices.forEach(box::addItem);
        box.setMaximumRowCount(choices.size());
        Controls.render(box, print);
        return new DefaultCellEditor(box);
    }

    /** Who begins to type into a cell replaces what is there; who goes into it on purpose sees it selected. */
    @Override
    public Component prepareEditor(javax.swing.table.TableCellEditor editor, int row, int column) {
        Component component = super.prepareEditor(editor, row, column);
        component.setName("rulesEditor");
        component.getAccessibleContext().setAccessibleName(getColumnName(column));
        if (component instanceof JTextComponent text) {
            text.putClientProperty(FlatClientProperties.OUTLINE, null);
            text.selectAll();
        }
        return component;
    }

    /** Begins to edit this cell. */
    void edit(int row, RulesModel.Column column) {
        changeSelection(row, column.ordinal(), false, false);
        scrollRectToVisible(getCellRect(row, column.ordinal(), true));
        if (editCellAt(row, column.ordinal())) {
            getEditorComponent().requestFocusInWindow();
        } else {
            requestFocusInWindow();
        }
    }

    /** Ends editing; false if what was typed cannot be taken. */
    boolean stopEditing() {
        return !isEditing() || getCellEditor().stopCellEditing();
    }

    private void enter() {
        int row = isEditing() ? getEditingRow() : getSelectedRow();
        int column = isEditing() ? getEditingColumn() : getSelectedColumn();
        if (!stopEditing() || row < 0 || row >= getRowCount()) {
            return;
        }
        if (column == RulesModel.Column.PATTERN.ordinal()) {
            edit(row, RulesModel.Column.ANSWER);
        } else if (column == RulesModel.Column.ANSWER.ordinal()) {
            next(row + 1);
        } else {
            requestFocusInWindow();
            int to = Math.min(row + 1, getRowCount() - 1);
            changeSelection(to, column, false, false);
        }
    }

    private void next(int row) {
        RulesModel model = getModel();
        if (row == getRowCount()) {
            if (model.rule(row - 1).answer().text().isEmpty()) {
                requestFocusInWindow();
                return; // nothing was typed: who goes on with Enter is at the end
            }
            model.add(row, model.fresh());
        }
        boolean any = model.rule(row).match().kind() == Match.Kind.ANY;
        edit(row, any ? RulesModel.Column.ANSWER : RulesModel.Column.PATTERN);
    }

    @Override
    public JToolTip createToolTip() {
        return Controls.plain(super.createToolTip());
    }

    /** Over its column's text. */
    private record Heading(TableCellRenderer usual) implements TableCellRenderer {
        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
            Component cell = usual.getTableCellRendererComponent(table, value, isSelected, hasFocus, row, column);
            if (cell instanceof JLabel label) {
                boolean figure =
                        column == RulesModel.Column.DELAY.ordinal() || column == RulesModel.Column.HITS.ordinal();
                label.setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(8), 0, UIScale.scale(8)));
                label.setHorizontalAlignment(figure ? SwingConstants.TRAILING : SwingConstants.LEADING);
            }
            return cell;
        }
    }

    /** A field of one line. */
    private class Texts extends DefaultCellEditor {
        final JTextField field;

        Texts() {
            super(new JTextField());
            field = (JTextField) getComponent();
            field.setFont(Theme.mono(12));
            ((AbstractDocument) field.getDocument()).setDocumentFilter(new OneLine());
            Keys.bind(field, WHEN_FOCUSED, Keys.plain(KeyEvent.VK_ENTER), RulesTable.this::enter);
            setClickCountToStart(2);
        }
    }

    /** A delay, which stays open until it is a number. */
    private final class Millis extends Texts {
        @Override
        public boolean stopCellEditing() {
            try {
                value();
                complain.accept("");
                return super.stopCellEditing();
            } catch (Problem problem) {
                field.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
                complain.accept(words.of(problem));
                return false;
            }
        }

        @Override
        public void cancelCellEditing() {
            complain.accept("");
            super.cancelCellEditing();
        }

        @Override
        public Object getCellEditorValue() {
            try {
                return value();
            } catch (Problem e) {
                throw new AssertionError("Editing ends only with a number", e);
            }
        }

        private int value() throws Problem {
            String typed = field.getText().strip();
            return typed.isEmpty() ? 0 : Framing.number(typed, 0, Rule.MOST_DELAY_MILLIS);
        }
    }

    /** Who gets it; which roles there are may change. */
    private final class Receivers extends DefaultCellEditor {
        Receivers() {
            super(new JComboBox<RulesModel.Receiver>());
            Controls.render(box(), r -> RuleCell.receiver(words, r));
        }

        @SuppressWarnings("unchecked")
        private JComboBox<RulesModel.Receiver> box() {
            return (JComboBox<RulesModel.Receiver>) getComponent();
        }

        @Override
        public Component getTableCellEditorComponent(
                JTable table, Object value, boolean isSelected, int row, int column) {
            List<RulesModel.Receiver> choices = new ArrayList<>();
            String kept = ((RulesModel.Receiver) value).role();
            choices.add(new RulesModel.Receiver(Rule.To.SENDER, kept));
            choices.add(new RulesModel.Receiver(Rule.To.ALL, kept));
            roles.get().forEach(role -> choices.add(new RulesModel.Receiver(Rule.To.ROLE, role)));
            if (!choices.contains(value)) {
                choices.add((RulesModel.Receiver) value);
            }
            box().removeAllItems();
            choices.forEach(box()::addItem);
            return super.getTableCellEditorComponent(table, value, isSelected, row, column);
        }
    }
}
