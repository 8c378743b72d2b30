package dev.earshot.ui.plot;

import java.awt.Cursor;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.function.LongConsumer;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;

/**
 * Lets a person move in the timeline: the wheel zooms over the bars and scrolls over the names, dragging moves, dragging with
 * Shift zooms to a span, a double click shows everything, a click goes to a row.
 */
final class TimelineMouse extends MouseAdapter {
    /** The pixels up to which a drag is a click. */
    private static final int TREMBLE = 3;

    private final TimelineCanvas canvas;
    private final LongConsumer rowChosen;
    private Point pressed; // on the screen; null: no button is down
    private Point last;
    private int pressedX;
    private boolean dragged;
    private boolean boxing;

    TimelineMouse(TimelineCanvas canvas, LongConsumer rowChosen) {
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
            pressed = e.getLocationOnScreen(); // the canvas moves under the pointer
            last = pressed;
            pressedX = e.getX();
            dragged = false;
            boxing = e.isShiftDown();
        }
    }

    @Override
    public void mouseDragged(MouseEvent e) {
        Point at = e.getLocationOnScreen();
        if (pressed == null || !dragged && pressed.distance(at) <= TREMBLE) {
            return;
        }
        dragged = true;
        canvas.painter().forgetHover();
        if (boxing) {
            int from = Math.min(pressedX, e.getX());
            canvas.painter().setBox(new Rectangle(from, 0, Math.abs(e.getX() - pressedX), 1));
            canvas.repaint();
        } else {
            canvas.setCursor(Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR));
            canvas.pan(at.x - (double) last.x);
            scroll(last.y - at.y);
            last = at;
        }
    }

    private void scroll(int pixels) {
        if (canvas.getParent() instanceof JViewport viewport) {
            Point at = viewport.getViewPosition();
            int most = Math.max(0, canvas.getHeight() - viewport.getHeight());
            viewport.setViewPosition(new Point(0, Math.max(0, Math.min(most, at.y + pixels))));
        }
    }

    @Override
    public void mouseReleased(MouseEvent e) {
        if (pressed == null) {
            return;
        }
        canvas.setCursor(null);
        canvas.painter().setBox(null);
        if (dragged && boxing) {
            canvas.showSpan(canvas.timeAt(Math.min(pressedX, e.getX())), canvas.timeAt(Math.max(pressedX, e.getX())));
        } else if (!dragged && e.getClickCount() == 2) {
            canvas.showWhole();
        } else if (!dragged) {
            canvas.painter().lookAt(e.getX(), e.getY());
            TimelinePainter.Hover hover = canvas.painter().hover();
            if (hover != null) {
                rowChosen.accept(hover.row());
            }
        }
        pressed = null;
        canvas.repaint();
    }

    @Override
    public void mouseMoved(MouseEvent e) {
        canvas.painter().lookAt(e.getX(), e.getY());
        canvas.repaint();
    }

    @Override
    public void mouseExited(MouseEvent e) {
        canvas.painter().forgetHover();
        canvas.repaint();
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent e) {
        if (e.getX() < canvas.barStart() || e.isShiftDown()) {
            JScrollPane pane = (JScrollPane) SwingUtilities.getAncestorOfClass(JScrollPane.class, canvas);
            pane.dispatchEvent(SwingUtilities.convertMouseEvent(canvas, e, pane));
        } else {
            canvas.zoom(-e.getPreciseWheelRotation(), e.getX());
        }
    }
}
