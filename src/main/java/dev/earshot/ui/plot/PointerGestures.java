package dev.earshot.ui.plot;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.LongConsumer;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/**
 * Turns the gestures of the mouse in a plot or a timeline into moves, zooms and clicks. Dragging moves, dragging with
 * Shift zooms to a rectangle, a double click shows everything, a click goes to the row at the pointer. Confined to the
 * EDT.
 */
abstract class PointerGestures extends MouseAdapter {
    /** The pixels up to which a drag is a click. */
    private static final int TREMBLE = 3;

    private final JComponent canvas;
    private final LongConsumer rowChosen;
    private Point pressed; // null: no button is down
    private Point pressedOnScreen;
    private Point last; // on the screen, for the canvas may move under the pointer
    private boolean dragged;
    private boolean boxing;

    /** @param rowChosen goes to the row of this number */
    PointerGestures(JComponent canvas, LongConsumer rowChosen) {
        this.canvas = canvas;
        this.rowChosen = rowChosen;
    }

    final void install() {
        canvas.addMouseListener(this);
        canvas.addMouseMotionListener(this);
        canvas.addMouseWheelListener(this);
    }

    /** Moves what is shown by some pixels. */
    abstract void move(int right, int down);

    /** Shows a rectangle that is being drawn; null for none. */
    abstract void drawBox(Rectangle box);

    /** Zooms to a rectangle. */
    abstract void zoomTo(Rectangle box);

    abstract void showWhole();

    /** Finds what is at the pointer, and returns its row; negative if there is nothing. */
    abstract long lookAt(int x, int y);

    /** Forgets what is at the pointer, which is not over the canvas or does something else. */
    abstract void lookAway();

    @Override
    public final void mousePressed(MouseEvent e) {
        canvas.requestFocusInWindow();
        if (SwingUtilities.isLeftMouseButton(e)) {
            pressed = e.getPoint();
            pressedOnScreen = e.getLocationOnScreen();
            last = pressedOnScreen;
            dragged = false;
            boxing = e.isShiftDown();
        }
    }

    @Override
    public final void mouseDragged(MouseEvent e) {
        Point at = e.getLocationOnScreen();
        if (pressed == null || !dragged && pressedOnScreen.distance(at) <= TREMBLE) {
            return;
        }
        dragged = true;
        lookAway();
        if (boxing) {
            drawBox(box(e.getPoint()));
            canvas.repaint();
        } else {
            canvas.setCursor(Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR));
            move(at.x - last.x, at.y - last.y);
            last = at;
        }
    }

    @Override
    public final void mouseReleased(MouseEvent e) {
        if (pressed == null || !SwingUtilities.isLeftMouseButton(e)) {
            return;
        }
        canvas.setCursor(null);
        drawBox(null);
        if (dragged && boxing) {
            zoomTo(box(e.getPoint()));
        } else if (!dragged && e.getClickCount() == 2) {
            showWhole();
        } else if (!dragged) {
            long row = lookAt(e.getX(), e.getY());
            if (row >= 0) {
                rowChosen.accept(row);
            }
        }
        pressed = null;
        canvas.repaint();
    }

    private Rectangle box(Point to) {
        Rectangle box = new Rectangle(pressed);
        box.add(to);
        return box;
    }

    @Override
    public final void mouseMoved(MouseEvent e) {
        long row = lookAt(e.getX(), e.getY());
        canvas.setCursor(row >= 0 ? Cursor.getPredefinedCursor(Cursor.HAND_CURSOR) : null);
        canvas.repaint();
    }

    @Override
    public final void mouseExited(MouseEvent e) {
        lookAway();
        canvas.repaint();
    }
}
