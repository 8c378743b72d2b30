package dev.earshot.ui;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.SwingUtilities;

/** What the mouse does with tabs: a middle click closes, a double click renames, dragging moves. */
final class TabMouse extends MouseAdapter {
    private final TabStrip strip;
    private final TabStrip.Listener told;
    private SessionTab dragged;

    TabMouse(TabStrip strip, TabStrip.Listener told) {
        this.strip = strip;
        this.told = told;
    }

    private SessionTab at(MouseEvent e) {
        int index = strip.indexAtLocation(e.getX(), e.getY());
        return index < 0 ? null : strip.at(index);
    }

    @Override
    public void mousePressed(MouseEvent e) {
        dragged = SwingUtilities.isLeftMouseButton(e) ? at(e) : null;
        menu(e);
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        dragged = null;
        menu(e);
    }

    private void menu(MouseEvent e) {
        SessionTab tab = at(e);
        if (e.isPopupTrigger() && tab != null) {
            told.menu(tab, e.getX(), e.getY());
        }
    }

    @Override
    public void mouseClicked(MouseEvent e) {
        SessionTab tab = at(e);
        if (tab == null) {
            return;
        } else if (SwingUtilities.isMiddleMouseButton(e)) {
            told.close(tab);
        } else if (SwingUtilities.isLeftMouseButton(e) && e.getClickCount() == 2) {
            told.rename(tab);
        }
    }

    /** Only behind the middle of another tab do they change places: else a narrow one and a wide one would flutter. */
    @Override
    public void mouseDragged(MouseEvent e) {
        SessionTab over = at(e);
        if (dragged == null || over == null || over == dragged) {
            return;
        }
        int to = strip.indexOfComponent(over);
        double middle = strip.getBoundsAt(to).getCenterX();
        if (to > strip.indexOfComponent(dragged) ? e.getX() > middle : e.getX() < middle) {
            strip.move(dragged, to);
        }
    }
}
