package dev.earshot.ui.fields;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Problem;
import dev.earshot.fields.LayoutFile;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.EditTable;
import dev.earshot.ui.parts.HeadingRenderer;
import dev.earshot.ui.plain.PlainComboBox;
import java.awt.Component;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.DefaultCellEditor;
import javax.swing.JTable;

/** The table in which the fields of a layout are edited. A cell stays open while its text is wrong. */
final class LayoutTable extends EditTable {
    private static final int[] WIDTHS = {100, 60, 72, 60, 62, 76, 52, 46, 78, 78, 60, 94, 140};
    private static final int MOST_TYPES = 20;
    private static final int LEAST_WIDTH = 950;

    private final transient Words words;
    private transient Consumer<String> listener = wrong -> {};

    LayoutTable(LayoutModel model, Words words) {
        super("layouts", model, words);
        this.words = words;
        getAccessibleContext().setAccessibleName(words.of("ui.layouts.fields"));
        HeadingRenderer.align(this, column -> false);
        setDefaultRenderer(Object.class, new LayoutCell(words));
        for (LayoutModel.Column column : LayoutModel.Column.values()) {
            setEditor(column, new CheckedEditor());
        }
        TypeWords types = new TypeWords(words);
        DefaultCellEditor typeEditor = choiceEditor(LayoutFile.types(), types::type);
        ((PlainComboBox<?>) typeEditor.getComponent()).setMaximumRowCount(MOST_TYPES);
        setEditor(LayoutModel.Column.TYPE, typeEditor);
        setEditor(
                LayoutModel.Column.ORDER,
                choiceEditor(
                        List.of("", "big", "little", "cdab", "badc"),
                        order -> words.of(order.isEmpty() ? "ui.layouts.order.usual" : "ui.fields.order." + order)));
        setWidths(
                WIDTHS,
                Set.of(
                        LayoutModel.Column.NAME,
                        LayoutModel.Column.WORDS,
                        LayoutModel.Column.BITS,
                        LayoutModel.Column.VALUE));
    }

    /** Follows the width of the view as long as names and values have room; else it is scrolled. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() == null || getParent().getWidth() >= UIScale.scale(LEAST_WIDTH);
    }

    /** Sets the receiver of the problem with the text of a cell; it gets an empty text once there is none. */
    void onWrong(Consumer<String> taker) {
        listener = taker;
    }

    @Override
    public LayoutModel getModel() {
        return (LayoutModel) super.getModel();
    }

    /** Edits a text in one line; the cell closes only over one that the layout can have. */
    private final class CheckedEditor extends TextEditor {
        private int row;
        private int column;

        @Override
        public Component getTableCellEditorComponent(
                JTable table, Object value, boolean isSelected, int editedRow, int editedColumn) {
            row = editedRow;
            column = convertColumnIndexToModel(editedColumn);
            return super.getTableCellEditorComponent(table, value, isSelected, editedRow, editedColumn);
        }

        @Override
        public boolean stopCellEditing() {
            Problem wrong = row < getModel().getRowCount() ? getModel().check(row, column, field.getText()) : null;
            field.putClientProperty(
                    FlatClientProperties.OUTLINE, wrong == null ? null : FlatClientProperties.OUTLINE_ERROR);
            listener.accept(wrong == null ? "" : words.of(wrong));
            return wrong == null && super.stopCellEditing();
        }

        @Override
        public void cancelCellEditing() {
            listener.accept("");
            super.cancelCellEditing();
        }
    }
}
