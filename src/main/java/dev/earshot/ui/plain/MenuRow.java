package dev.earshot.ui.plain;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/** Decides which row of a table or list a context menu belongs to, and where it opens. */
final class MenuRow {
    private MenuRow() {}

    /** Whether this event opens a context menu, or is the press before the release that opens it. */
    static boolean isAskedBy(MouseEvent e) {
        boolean press = e.getID() == MouseEvent.MOUSE_PRESSED && SwingUtilities.isRightMouseButton(e);
        return press || e.isPopupTrigger();
    }

    /** Returns where a menu opens that was asked for by a key: below its row, or null if that is not in view. */
    static Point below(Rectangle row, JComponent rows) {
        Rectangle seen = rows.getVisibleRect().intersection(row);
        boolean isSeen = !row.isEmpty() && !seen.isEmpty();
        return isSeen ? new Point(seen.x + Math.min(seen.width, 2 * row.height), seen.y + seen.height) : null;
    }
}
