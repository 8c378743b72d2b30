package dev.earshot.ui.log.detail;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainTableCell;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JTable;
import javax.swing.UIManager;

/**
 * Draws the cells of the table of fields: a name, indented and with an arrow if it is a group, or a value. What is
 * wrong is red.
 */
final class FieldCell extends PlainTableCell {
    private static final int EDGE = 12;
    private static final int STEP = 14;
    private static final int ARROW = 14;

    private final transient FieldRows rows;
    private transient Icon arrow; // null for none
    private int arrowX;

    FieldCell(FieldRows rows) {
        this.rows = rows;
    }

    /** Returns where a name begins that has this number of groups around it. */
    static int indent(int depth) {
        return UIScale.scale(EDGE + ARROW + depth * STEP);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int column) {
        super.getTableCellRendererComponent(table, value, selected, false, row, column);
        FieldRows.Item item = rows.item(row);
        int left = column == 0 ? indent(item.depth()) : UIScale.scale(4);
        setBorder(BorderFactory.createEmptyBorder(0, left, 0, UIScale.scale(column == 0 ? 4 : EDGE)));
        arrow = null;
        if (column == 0 && rows.isGroup(row)) {
            arrow = UIManager.getIcon(rows.isOpen(row) ? "Tree.expandedIcon" : "Tree.collapsedIcon");
            arrowX = left - UIScale.scale(ARROW);
        }
        Token color = item.node().wrong() ? Token.ERROR : column == 0 ? Token.MUTED : Token.TEXT;
        setForeground(color.color());
        boolean active = table.isFocusOwner();
        setBackground((selected ? active ? Token.SELECTION : Token.SELECTION_INACTIVE : Token.TABLE).color());
        return this;
    }

    @Override
    protected void paintComponent(Graphics g) {
        super.paintComponent(g);
        if (arrow != null) {
            arrow.paintIcon(this, g, arrowX, (getHeight() - arrow.getIconHeight()) / 2);
        }
    }
}
