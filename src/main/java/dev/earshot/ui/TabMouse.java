package dev.earshot.ui;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.SwingUtilities;

/** Handles the mouse on tabs: a middle click closes, a double click renames, dragging moves a tab. */
final class TabMouse extends MouseAdapter {
    private final TabStrip strip;
    private final TabStrip.Listener listener;
    private SessionTab dragged;

    TabMouse(TabStrip strip, TabStrip.Listener listener) {
        this.strip = strip;
        this.listener = listener;
    }

    private SessionTab at(MouseEvent e) {
        int index = strip.indexAtLocation(e.getX(), e.getY());
        return index < 0 ? null : strip.at(index);
    }

    @Override
    public void mousePressed(MouseEvent e) {
        dragged = SwingUtilities.isLeftMouseButton(e) ? at(e) : null;
        maybeOpenMenu(e);
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        dragged = null;
        maybeOpenMenu(e);
    }

    private void maybeOpenMenu(MouseEvent e) {
        SessionTab tab = at(e);
        if (e.isPopupTrigger() && tab != null) {
            listener.openMenu(tab, e.getX(), e.getY());
        }
    }

    @Override
    public void mouseClicked(MouseEvent e) {
        SessionTab tab = at(e);
        if (tab == null) {
            return;
        } else if (SwingUtilities.isMiddleMouseButton(e)) {
            listener.close(tab);
        } else if (SwingUtilities.isLeftMouseButton(e) && e.getClickCount() == 2) {
            listener.rename(tab);
        }
    }

    /** Moves the tab once it is past the middle of another one: else a narrow and a wide tab would flutter. */
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
