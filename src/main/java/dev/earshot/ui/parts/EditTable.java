package dev.earshot.ui.parts;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;
import dev.earshot.session.words.Words;
import dev.earshot.ui.plain.PlainComboBox;
import dev.earshot.ui.plain.PlainTable;
import dev.earshot.ui.plain.PlainTextField;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import javax.swing.DefaultCellEditor;
import javax.swing.JTable;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.table.TableCellEditor;
import javax.swing.table.TableColumn;
import javax.swing.table.TableModel;
import javax.swing.text.AbstractDocument;
import javax.swing.text.JTextComponent;

/** A table that is edited in its cells. A cell with a wrong text stays open, and its problem is reported. */
public class EditTable extends PlainTable {
    private final String name;
    private final transient Words words;
    private transient Consumer<String> problemListener = wrong -> {};

    /**
     * Makes a table without editors.
     *
     * @param name of this table and, with another ending, of what is edited in it
     */
    @SuppressWarnings("this-escape") // what is called here is overridden by nobody
    protected EditTable(String name, TableModel model, Words words) {
        super(model);
        this.name = name;
        this.words = words;
        setName(name + "Table");
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setSurrendersFocusOnKeystroke(true);
        putClientProperty("terminateEditOnFocusLost", true);
        getTableHeader().setReorderingAllowed(false);
        setFillsViewportHeight(true);
    }

    /** Sets the receiver of the problem with the text of a cell; it gets an empty text once there is none. */
    public final void onProblem(Consumer<String> listener) {
        problemListener = listener;
    }

    /**
     * Sets the widths of the columns.
     *
     * @param widths in pixels before scaling
     * @param growing the columns that share the remaining room; the others stay near their widths
     */
    protected final void setWidths(int[] widths, Set<? extends Enum<?>> growing) {
        for (int i = 0; i < widths.length; i++) {
            int place = i;
            TableColumn column = getColumnModel().getColumn(i);
            column.setPreferredWidth(UIScale.scale(widths[i]));
            if (growing.stream().noneMatch(one -> one.ordinal() == place)) {
                column.setMaxWidth(UIScale.scale(widths[i] * 2));
                column.setMinWidth(UIScale.scale(widths[i]) * 3 / 4);
            }
        }
    }

    /** Sets the editor of a column. */
    protected final void setEditor(Enum<?> column, DefaultCellEditor editor) {
        getColumnModel().getColumn(column.ordinal()).setCellEditor(editor);
    }

    /** Makes an editor that offers choices; {@code print} names each. */
    protected static <T> DefaultCellEditor choiceEditor(List<T> choices, Function<T, String> print) {
        PlainComboBox<T> box = new PlainComboBox<>();
        choices.forEach(box::addItem);
        box.setMaximumRowCount(choices.size());
        Controls.setRenderer(box, print);
        return new DefaultCellEditor(box);
    }

    @Override
    public void updateUI() {
        super.updateUI();
        setRowHeight(UIScale.scale(26));
    }

    /** Selects the text of the editor, so that typing replaces it. */
    @Override
    public Component prepareEditor(TableCellEditor editor, int row, int column) {
        Component component = super.prepareEditor(editor, row, column);
        component.setName(name + "Editor");
        component.getAccessibleContext().setAccessibleName(getColumnName(column));
        if (component instanceof JTextComponent text) {
            text.putClientProperty(FlatClientProperties.OUTLINE, null);
            text.selectAll();
        }
        return component;
    }

    /** Lets Enter end the editing of a cell and go on as {@link #entered} says, also from these editors. */
    protected final void bindEnter(TextEditor... editors) {
        FormShortcuts.enter(this, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this::enter);
        for (TextEditor editor : editors) {
            FormShortcuts.enter(editor.field, WHEN_FOCUSED, this::enter);
        }
    }

    private void enter() {
        int row = isEditing() ? getEditingRow() : getSelectedRow();
        int column = isEditing() ? getEditingColumn() : getSelectedColumn();
        if (stopEditing() && row >= 0 && row < getRowCount() && !entered(row, column)) {
            requestFocusInWindow();
            changeSelection(Math.min(row + 1, getRowCount() - 1), column, false, false);
        }
    }

    /** Goes on after Enter in a cell; returns false where Enter goes to the cell below. */
    protected boolean entered(int row, int column) {
        return false;
    }

    /**
     * Begins to edit the current cell with a character of an input method, such as one for Chinese: Swing begins with a
     * pressed key only, and there was none.
     */
    @Override
    protected boolean processKeyBinding(KeyStroke stroke, KeyEvent e, int condition, boolean pressed) {
        boolean isComposed = e.getID() == KeyEvent.KEY_TYPED && e.getKeyChar() > 0x7F;
        if (isComposed && condition == WHEN_ANCESTOR_OF_FOCUSED_COMPONENT && isFocusOwner() && !isEditing()) {
            editCellAt(
                    getSelectionModel().getLeadSelectionIndex(),
                    getColumnModel().getSelectionModel().getLeadSelectionIndex());
        }
        return super.processKeyBinding(stroke, e, condition, pressed); // gives it to the editor
    }

    /** Starts to edit a cell. */
    public final void edit(int row, Enum<?> column) {
        changeSelection(row, column.ordinal(), false, false);
        scrollRectToVisible(getCellRect(row, column.ordinal(), true));
        if (editCellAt(row, column.ordinal())) {
            getEditorComponent().requestFocusInWindow();
        } else {
            requestFocusInWindow();
        }
    }

    /** Ends editing; returns false if the typed text is wrong and the cell stays open. */
    public final boolean stopEditing() {
        return !isEditing() || getCellEditor().stopCellEditing();
    }

    /** Edits a text in a field of one line. */
    public static class TextEditor extends DefaultCellEditor {
        public final PlainTextField field;
        private int editedRow;

        public TextEditor() {
            this(row -> false);
        }

        /** @param isHex whether the cell in a row is hex */
        @SuppressWarnings("this-escape") // likewise
        public TextEditor(IntPredicate isHex) {
            super(new PlainTextField());
            field = (PlainTextField) getComponent();
            field.setFont(Theme.mono(12));
            ((AbstractDocument) field.getDocument())
                    .setDocumentFilter(new LineBreakFilter(() -> isHex.test(editedRow)));
        }

        @Override
        public Component getTableCellEditorComponent(
                JTable table, Object value, boolean isSelected, int row, int column) {
            editedRow = row;
            return super.getTableCellEditorComponent(table, value, isSelected, row, column);
        }
    }

    /**
     * Edits a time in milliseconds. The cell stays open while its text is no such number; empty is 0 if 0 is allowed.
     */
    public final class MillisEditor extends TextEditor {
        private final int least;
        private final int most;

        public MillisEditor(int least, int most) {
            this.least = least;
            this.most = most;
        }

        @Override
        public boolean stopCellEditing() {
            try {
                value();
                problemListener.accept("");
                return super.stopCellEditing();
            } catch (Problem problem) {
                field.putClientProperty(FlatClientProperties.OUTLINE, FlatClientProperties.OUTLINE_ERROR);
                problemListener.accept(words.of(problem));
                return false;
            }
        }

        @Override
        public void cancelCellEditing() {
            problemListener.accept("");
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
            return typed.isEmpty() && least == 0 ? 0 : WholeNumber.parse(typed, least, most);
        }
    }
}
