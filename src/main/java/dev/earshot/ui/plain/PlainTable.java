package dev.earshot.ui.plain;

import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.event.MouseEvent;
import javax.swing.JTable;
import javax.swing.JToolTip;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableModel;

/**
 * A table that shows its cells, titles and tool tips as they are, never as HTML. A right-click selects the row under
 * the pointer unless it is selected already, so that a menu always acts on the selection.
 */
public class PlainTable extends JTable {
    public PlainTable(TableModel model) {
        super(model);
    }

    /** Lets Tab go to the next control, as everywhere else, instead of to the next cell. */
    public final void leaveByTab() {
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
    }

    @Override
    protected void createDefaultRenderers() {
        super.createDefaultRenderers();
        for (Object type : defaultRenderersByColumnClass.keySet().toArray()) {
            if (type != Boolean.class) { // a tick box without text
                defaultRenderersByColumnClass.put(type, new PlainTableCell());
            }
        }
    }

    @Override
    protected JTableHeader createDefaultTableHeader() {
        return new PlainTableHeader(getColumnModel());
    }

    @Override
    protected void processMouseEvent(MouseEvent e) {
        if (MenuRow.isAskedBy(e)) {
            selectForMenu(e.getPoint());
        }
        super.processMouseEvent(e);
    }

    /** Selects the row before the menu opens: where Swing opens it, it does so before the table gets the press. */
    @Override
    public Point getPopupLocation(MouseEvent e) {
        if (e == null) {
            int row = getSelectionModel().getLeadSelectionIndex();
            return MenuRow.below(getCellRect(row, 0, true), this);
        }
        selectForMenu(e.getPoint());
        return super.getPopupLocation(e);
    }

    private void selectForMenu(Point at) {
        int row = rowAtPoint(at);
        if (isEditing() && !getCellEditor().stopCellEditing()) {
            return; // a wrong text stays open
        }
        requestFocusInWindow();
        if (row >= 0 && !isRowSelected(row)) {
            changeSelection(row, Math.max(0, columnAtPoint(at)), false, false);
        }
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
