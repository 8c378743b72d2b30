package dev.earshot.ui.compare;

import dev.earshot.session.compare.ComparedLine;
import dev.earshot.session.compare.ComparedLines;
import java.util.Objects;
import javax.swing.table.AbstractTableModel;

/** The lines of two messages as a table: the left message, a sign, the right message. Confined to the EDT. */
final class CompareModel extends AbstractTableModel {
    static final int LEFT = 0;
    static final int SIGN = 1;
    static final int RIGHT = 2;

    private transient ComparedLines lines; // null: not known yet

    void show(ComparedLines shown) {
        lines = shown;
        fireTableDataChanged();
    }

    ComparedLine line(int row) {
        return lines.line(row);
    }

    @Override
    public int getRowCount() {
        return lines == null ? 0 : lines.size();
    }

    @Override
    public int getColumnCount() {
        return RIGHT + 1;
    }

    @Override
    public Object getValueAt(int row, int column) {
        ComparedLine line = line(row);
        return switch (column) {
            case LEFT -> Objects.toString(line.left(), "");
            case RIGHT -> Objects.toString(line.right(), "");
            default -> String.valueOf(line.sign().character());
        };
    }
}
