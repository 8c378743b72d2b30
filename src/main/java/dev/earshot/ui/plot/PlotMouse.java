package dev.earshot.ui.plot;

import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.MouseWheelEvent;
import java.util.function.LongConsumer;

/** Lets a person move in a plot; the wheel zooms the time, and with Ctrl the values. */
final class PlotMouse extends PointerGestures {
    private final PlotCanvas canvas;

    /** @param rowChosen goes to the row of this number */
    PlotMouse(PlotCanvas canvas, LongConsumer rowChosen) {
        super(canvas, rowChosen);
        this.canvas = canvas;
    }

    @Override
    void move(int right, int down) {
        canvas.pan(right, -down);
    }

    @Override
    void drawBox(Rectangle box) {
        canvas.overlay().setBox(box);
    }

    @Override
    void zoomTo(Rectangle box) {
        canvas.zoomTo(box);
    }

    @Override
    void showWhole() {
        canvas.showWhole();
    }

    @Override
    long lookAt(int x, int y) {
        canvas.overlay().lookAt(x, y, canvas.picture(), canvas.lines());
        PlotOverlay.Hover point = canvas.overlay().hover();
        return point == null ? -1 : point.row();
    }

    @Override
    void lookAway() {
        canvas.overlay().lookAway();
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
