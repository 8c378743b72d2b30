package dev.earshot.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Form;
import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.reply.Match;
import dev.earshot.send.QuickSend;
import dev.earshot.session.Words;
import java.awt.Component;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.DefaultCellEditor;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JToolTip;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.TableCellEditor;
import javax.swing.table.TableCellRenderer;
import javax.swing.table.TableColumn;
import javax.swing.text.JTextComponent;

/** The quick sends, to be edited in their cells. */
final class QuickTable extends JTable {
    private static final int[] WIDTHS = {48, 60, 110, 230, 72, 76, 120, 110, 84};

    private final transient Words words;
    private final transient Consumer<String> complain;

    /** @param complain takes what is wrong with what was typed into a cell, or nothing */
    QuickTable(QuickModel model, Words words, Consumer<String> complain) {
        super(model);
        this.words = words;
        this.complain = complain;
        setName("quickTable");
        getAccessibleContext().setAccessibleName(words.of("ui.quick"));
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setSurrendersFocusOnKeystroke(true);
        putClientProperty("terminateEditOnFocusLost", true);
        getTableHeader().setReorderingAllowed(false);
        getTableHeader().setDefaultRenderer(new Heading(getTableHeader().getDefaultRenderer()));
        setFillsViewportHeight(true);
        setDefaultRenderer(Object.class, new QuickCell(words));
        editors();
        for (int i = 0; i < WIDTHS.length; i++) {
            TableColumn column = getColumnModel().getColumn(i);
            column.setPreferredWidth(UIScale.scale(WIDTHS[i]));
            if (i != QuickModel.Column.MESSAGE.ordinal()) {
                column.setMaxWidth(UIScale.scale(WIDTHS[i] * 2));
                column.setMinWidth(UIScale.scale(WIDTHS[i]) * 3 / 4);
            }
        }
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setRowHeight(UIScale.scale(26));
    }

    static boolean figure(QuickModel.Column column) {
        return column == QuickModel.Column.DELAY || column == QuickModel.Column.TIMEOUT;
    }

    private void editors() {
        editor(QuickModel.Column.NAME, new Texts());
        editor(QuickModel.Column.MESSAGE, new Texts());
        editor(QuickModel.Column.REPLY, new Texts());
        editor(QuickModel.Column.FORM, box(List.of(Form.values()), f -> DraftFields.form(words, f)));
        List<Optional<Match.Kind>> kinds = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Match.Kind.values()).map(Optional::of).forEach(kinds::add);
        editor(QuickModel.Column.WAIT, box(kinds, kind -> wait(words, kind)));
        editor(QuickModel.Column.DELAY, new Millis(0));
        editor(QuickModel.Column.TIMEOUT, new Millis(1));
    }

    static String wait(Words words, Optional<Match.Kind> kind) {
        return kind.map(k -> words.of("ui.quick.wait." + k.name().toLowerCase(Locale.ROOT)))
                .orElse(words.of("ui.quick.wait.none"));
    }

    private void editor(QuickModel.Column column, DefaultCellEditor editor) {
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
    public Component prepareEditor(TableCellEditor editor, int row, int column) {
        Component component = super.prepareEditor(editor, row, column);
        component.setName("quickEditor");
        component.getAccessibleContext().setAccessibleName(getColumnName(column));
        if (component instanceof JTextComponent text) {
            text.putClientProperty(FlatClientProperties.OUTLINE, null);
            text.selectAll();
        }
        return component;
    }

    /** Begins to edit this cell. */
    void edit(int row, QuickModel.Column column) {
        changeSelection(row, column.ordinal(), false, false);
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
                label.setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(8), 0, UIScale.scale(8)));
                label.setHorizontalAlignment(
                        figure(QuickModel.Column.values()[column]) ? SwingConstants.TRAILING : SwingConstants.LEADING);
            }
            return cell;
        }
    }

    /** A field of one line. */
    private static class Texts extends DefaultCellEditor {
        final JTextField field;

        Texts() {
            super(new JTextField());
            field = (JTextField) getComponent();
            field.setFont(Theme.mono(12));
            field.putClientProperty("html.disable", true);
        }
    }

    /** A time in milliseconds; the field stays open until it is one. */
    private final class Millis extends Texts {
        private final int least;

        Millis(int least) {
            this.least = least;
        }

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
            return Framing.number(field.getText().strip(), least, QuickSend.MOST_MILLIS);
        }
    }
}
