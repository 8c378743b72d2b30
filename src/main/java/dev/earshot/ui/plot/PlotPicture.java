package dev.earshot.ui.plot;

import java.util.List;

/**
 * A plot as coordinates, ready to be drawn. Immutable; its arrays must not be changed.
 *
 * @param width of all of it, with the axes
 * @param from the time at the left edge of the area
 * @param to the time at the right edge of the area
 */
record PlotPicture(
        int width,
        int height,
        Area area,
        long from,
        long to,
        List<Axis> axes,
        List<Mark> times,
        List<Line> lines,
        boolean smooth) {

    /** The rectangle in which the lines are. */
    record Area(int x, int y, int width, int height) {
        boolean contains(int px, int py) {
            return px >= x && px < x + width && py >= y && py < y + height;
        }
    }

    /**
     * A labelled place of an axis.
     *
     * @param at x or y, within the area
     * @param labelAt x or y of the middle of the label
     * @param below a second line of the label; mostly empty
     */
    record Mark(double at, double labelAt, String label, String below) {}

    /**
     * A vertical axis.
     *
     * @param id of its lines
     * @param x of the line of the axis
     * @param left whether the labels are to the left of it
     * @param color number of the colour of its labels; -1 where several lines share it
     */
    record Axis(int id, int x, boolean left, int color, ValueScale scale, List<Mark> marks) {}

    /**
     * A line.
     *
     * @param ys NaN where the line is broken
     * @param dots whether each point is drawn, for there are few
     * @param title what the legend says
     */
    record Line(int axis, int color, double[] xs, double[] ys, boolean dots, String title) {}

    /** Returns the scale of an axis; null if there is no such axis. */
    ValueScale scale(int axis) {
        for (Axis one : axes) {
            if (one.id == axis) {
                return one.scale;
            }
        }
        return null;
    }

    /** Returns the x of a time, from the left edge of the picture. */
    double x(long time) {
        return area.x + (double) (time - from) * area.width / (to - from);
    }

    /** Returns the y of a value, from the top of the picture. */
    double y(double value, ValueScale scale) {
        return area.y + scale.y(value, area.height);
    }

    /** Returns the time at an x of the picture. */
    long time(double x) {
        return from + (long) ((x - area.x) / area.width * (to - from));
    }

    /** Returns the value at a y of the picture. */
    double value(double y, ValueScale scale) {
        return scale.value(y - area.y, area.height);
    }
}
