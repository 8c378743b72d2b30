package dev.earshot.ui.plain;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JList;
import javax.swing.JToolTip;
import javax.swing.ListModel;
import javax.swing.SwingUtilities;

/**
 * A list that shows its choices and tool tips as they are, never as HTML. A right-click selects the row under the
 * pointer unless it is selected already, so that a menu always acts on the selection.
 */
public class PlainList<T> extends JList<T> {
    @SuppressWarnings("this-escape") // what is called here does not depend on a subclass
    public PlainList(ListModel<T> model) {
        super(model);
        setCellRenderer(new PlainListCell());
    }

    /** Runs a command when a row is clicked with the left button. The click has selected the row. */
    public final void whenClicked(Runnable command) {
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                if (SwingUtilities.isLeftMouseButton(e) && rowAt(e.getPoint()) >= 0) {
                    command.run();
                }
            }
        });
    }

    /** Returns the row at this point, or -1. */
    public final int rowAt(Point at) {
        int row = locationToIndex(at);
        return row >= 0 && getCellBounds(row, row).contains(at) ? row : -1;
    }

    @Override
    protected void processMouseEvent(MouseEvent e) {
        if (MenuRow.isAskedBy(e)) {
            selectForMenu(e.getPoint());
        }
        super.processMouseEvent(e);
    }

    /** Selects the row before the menu opens: where Swing opens it, it does so before the list gets the press. */
    @Override
    public Point getPopupLocation(MouseEvent e) {
        if (e == null) {
            int row = getLeadSelectionIndex();
            Rectangle bounds = row < 0 ? null : getCellBounds(row, row);
            return bounds == null ? null : MenuRow.below(bounds, this);
        }
        selectForMenu(e.getPoint());
        return super.getPopupLocation(e);
    }

    private void selectForMenu(Point at) {
        int row = rowAt(at);
        requestFocusInWindow();
        if (row >= 0 && !isSelectedIndex(row)) {
            setSelectedIndex(row);
        }
    }

    @Override
    public final JToolTip createToolTip() {
        return Plain.createToolTip(this);
    }
}
