package dev.earshot.ui.plot;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseWheelEvent;
import java.util.function.LongConsumer;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;

/** Lets a person move in the timeline; the wheel zooms over the bars and scrolls over the names. */
final class TimelineMouse extends PointerGestures {
    private final TimelineCanvas canvas;

    /** @param rowChosen goes to the row of this number */
    TimelineMouse(TimelineCanvas canvas, LongConsumer rowChosen) {
        super(canvas, rowChosen);
        this.canvas = canvas;
    }

    @Override
    void move(int right, int down) {
        canvas.pan(right);
        if (canvas.getParent() instanceof JViewport viewport) {
            Point at = viewport.getViewPosition();
            int most = Math.max(0, canvas.getHeight() - viewport.getHeight());
            viewport.setViewPosition(new Point(0, Math.max(0, Math.min(most, at.y - down))));
        }
    }

    @Override
    void drawBox(Rectangle box) {
        canvas.painter().setBox(box);
    }

    @Override
    void zoomTo(Rectangle box) {
        canvas.showSpan(canvas.timeAt(box.x), canvas.timeAt(box.x + box.width));
    }

    @Override
    void showWhole() {
        canvas.showWhole();
    }

    @Override
    long lookAt(int x, int y) {
        canvas.painter().lookAt(x, y);
        TimelinePainter.Hover place = canvas.painter().hover();
        return place == null ? -1 : place.row();
    }

    @Override
    void lookAway() {
        canvas.painter().lookAway();
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
