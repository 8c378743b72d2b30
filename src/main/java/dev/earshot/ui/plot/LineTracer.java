package dev.earshot.ui.plot;

import dev.earshot.session.analysis.PointColumns;
import java.util.Arrays;

/**
 * Computes the coordinates of a plotted line from what is seen of it in each column of pixels. Used for one line, on
 * one thread.
 */
final class LineTracer {
    /** The most coordinates of a column: first, least, most, last and a gap at each side. */
    private static final int MOST_IN_COLUMN = 6;

    /** The columns for each point of a line whose points are drawn as dots. */
    private static final int COLUMNS_A_DOT = 8;

    private final PointColumns columns;
    private final PlotPicture.Area area;
    private final long from;
    private final long to;
    private final double[] xs;
    private final double[] ys;
    private int count;

    LineTracer(PointColumns columns, PlotPicture.Area area, long from, long to) {
        this.columns = columns;
        this.area = area;
        this.from = from;
        this.to = to;
        xs = new double[columns.count() * MOST_IN_COLUMN + 4];
        ys = new double[xs.length];
    }

    PlotPicture.Line trace(PlottedLine line, ValueScale scale) {
        line.points().fill(columns);
        boolean begun = enter(scale);
        int filled = 0;
        for (int i = 0; i < columns.count(); i++) {
            if (columns.hasGapBefore(i)) {
                gap(i);
            }
            if (columns.has(i)) {
                add(i, scale);
                filled++;
            }
            if (columns.hasGapAfter(i)) {
                gap(i);
            }
        }
        if (filled > 0 || begun) {
            leave(scale);
        }
        boolean dots = filled * COLUMNS_A_DOT <= columns.count();
        return new PlotPicture.Line(
                line.axis(), line.color(), Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), dots, line.title());
    }

    private void put(double x, double value, ValueScale scale) {
        xs[count] = x;
        ys[count++] = Double.isNaN(value) ? Double.NaN : area.y() + scale.y(value, area.height());
    }

    private void gap(int column) {
        xs[count] = area.x() + column;
        ys[count++] = Double.NaN;
    }

    private void add(int column, ValueScale scale) {
        double x = area.x() + column + 0.5;
        double first = columns.first(column);
        double last = columns.last(column);
        double least = columns.least(column);
        double most = columns.most(column);
        put(x, first, scale);
        if (least < Math.min(first, last)) {
            put(x, least, scale);
        }
        if (most > Math.max(first, last)) {
            put(x, most, scale);
        }
        if (last != first) {
            put(x, last, scale);
        }
    }

    /** Begins the line at the left edge, if it comes from a point before it. */
    private boolean enter(ValueScale scale) {
        int next = 0;
        while (next < columns.count() && !columns.has(next) && !columns.hasGapBefore(next)) {
            next++;
        }
        double before = columns.valueBefore();
        if (Double.isNaN(before) || next < columns.count() && columns.hasGapBefore(next)) {
            return false;
        }
        boolean within = next < columns.count();
        double value = within ? columns.first(next) : columns.valueBehind();
        double time = within ? from + (next + 0.5) * (to - from) / columns.count() : columns.timeBehind();
        if (Double.isNaN(value)) {
            return false;
        }
        put(area.x(), between(columns.timeBefore(), before, time, value, from), scale);
        return true;
    }

    /** Ends the line at the right edge, if it goes on to a point behind it. */
    private void leave(ValueScale scale) {
        double behind = columns.valueBehind();
        if (Double.isNaN(behind) || count == 0 || Double.isNaN(ys[count - 1])) {
            return;
        }
        double time = from + (xs[count - 1] - area.x()) * (to - from) / area.width();
        double value = scale.value(ys[count - 1] - area.y(), area.height());
        put(area.x() + area.width(), between(time, value, columns.timeBehind(), behind, to), scale);
    }

    private static double between(double time1, double value1, double time2, double value2, double time) {
        return time2 <= time1 ? value2 : value1 + (value2 - value1) * (time - time1) / (time2 - time1);
    }
}
