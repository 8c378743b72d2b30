package dev.earshot.ui.parts;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.util.function.IntPredicate;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableCellRenderer;

/** Draws the titles of a table aligned with the text of their columns. */
public record HeadingRenderer(TableCellRenderer usual, IntPredicate figures) implements TableCellRenderer {

    /**
     * Aligns the titles of a table.
     *
     * @param figures which columns hold figures, which are aligned to the right
     */
    public static void align(JTable table, IntPredicate figures) {
        JTableHeader header = table.getTableHeader();
        header.setDefaultRenderer(new HeadingRenderer(header.getDefaultRenderer(), figures));
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean isSelected, boolean hasFocus, int row, int column) {
        Component cell = usual.getTableCellRendererComponent(table, value, isSelected, hasFocus, row, column);
        if (cell instanceof JLabel label) {
            label.setBorder(BorderFactory.createEmptyBorder(0, UIScale.scale(8), 0, UIScale.scale(8)));
            label.setHorizontalAlignment(figures.test(column) ? SwingConstants.TRAILING : SwingConstants.LEADING);
        }
        return cell;
    }
}
