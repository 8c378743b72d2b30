package dev.earshot.ui.plot;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.function.LongConsumer;
import javax.swing.SwingUtilities;

/**
 * Lets a person move in a plot: the wheel zooms, dragging moves, dragging with Shift zooms to a rectangle, a double click
 * shows everything, a click on a point goes to its row.
 */
final class PlotMouse extends MouseAdapter {
    /** The pixels up to which a drag is a click. */
    private static final int TREMBLE = 3;

    private final PlotCanvas canvas;
    private final LongConsumer rowChosen;
    private Point pressed; // null: no button is down
    private Point last;
    private boolean dragged;
    private boolean boxing;

    /** @param rowChosen goes to the row of this number */
    PlotMouse(PlotCanvas canvas, LongConsumer rowChosen) {
        this.canvas = canvas;
        this.rowChosen = rowChosen;
    }

    void install() {
        canvas.addMouseListener(this);
        canvas.addMouseMotionListener(this);
        canvas.addMouseWheelListener(this);
    }

    @Override
    public void mousePressed(MouseEvent e) {
        canvas.requestFocusInWindow();
        if (SwingUtilities.isLeftMouseButton(e)) {
            pressed = e.getPoint();
            last = pressed;
            dragged = false;
            boxing = e.isShiftDown();
        }
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        if (pressed == null || !dragged && pressed.distance(e.getPoint()) <= TREMBLE) {
            return;
        }
        dragged = true;
        canvas.overlay().forgetHover();
        if (boxing) {
            canvas.overlay().setBox(box(e.getPoint()));
            canvas.repaint();
        } else {
            canvas.setCursor(Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR));
            canvas.pan(e.getX() - last.x, last.y - e.getY());
            last = e.getPoint();
        }
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        if (pressed == null) {
            return;
        }
        canvas.setCursor(null);
        canvas.overlay().setBox(null);
        if (dragged && boxing) {
            canvas.zoomTo(box(e.getPoint()));
        } else if (!dragged && e.getClickCount() == 2) {
            canvas.showWhole();
        } else if (!dragged) {
            look(e);
            PlotOverlay.Hover point = canvas.overlay().hover();
            if (point != null) {
                rowChosen.accept(point.row());
            }
        }
        pressed = null;
        canvas.repaint();
    }

    private Rectangle box(Point to) {
        return new Rectangle(
                Math.min(pressed.x, to.x),
                Math.min(pressed.y, to.y),
                Math.abs(pressed.x - to.x),
                Math.abs(pressed.y - to.y));
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        look(e);
    }

    private void look(MouseEvent e) {
        canvas.overlay().lookAt(e.getX(), e.getY(), canvas.picture(), canvas.lines());
        boolean point = canvas.overlay().hover() != null;
        canvas.setCursor(point ? Cursor.getPredefinedCursor(Cursor.HAND_CURSOR) : null);
        canvas.repaint();
    }

    @Override
    public void mouseExited(MouseEvent e) {
        canvas.overlay().forgetHover();
        canvas.repaint();
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent e) {
        double steps = -e.getPreciseWheelRotation();
        if ((e.getModifiersEx() & InputEvent.CTRL_DOWN_MASK) != 0) {
            canvas.zoomValues(steps, e.getY());
        } else {
            canvas.zoom(steps, e.getX());
        }
    }
}
