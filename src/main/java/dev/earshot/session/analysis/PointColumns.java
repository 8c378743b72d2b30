package dev.earshot.session.analysis;

import java.util.Arrays;

/**
 * The first, last, least and greatest value of a line in each column of pixels, so that a line through them looks as
 * one through all points. Used again for each picture. Confined to one thread.
 */
public final class PointColumns {
    private final long from;
    private final long to;
    private final int count;
    private final double[] first;
    private final double[] last;
    private final double[] least;
    private final double[] most;
    private final boolean[] gapBefore; // before the first value
    private final boolean[] gapAfter; // after the last value
    private long timeBefore;
    private double valueBefore;
    private long timeBehind;
    private double valueBehind;

    /**
     * Divides a span of time into columns of the same width.
     *
     * @param from the beginning, in nanoseconds since 1970-01-01 UTC
     * @param to the end, which lies in the last column; later than {@code from}
     * @param count the number of columns
     */
    public PointColumns(long from, long to, int count) {
        this.from = from;
        this.to = to;
        this.count = count;
        first = new double[count];
        last = new double[count];
        least = new double[count];
        most = new double[count];
        gapBefore = new boolean[count];
        gapAfter = new boolean[count];
        clear();
    }

    /** Forgets all points. */
    void clear() {
        Arrays.fill(first, Double.NaN);
        Arrays.fill(last, Double.NaN);
        Arrays.fill(least, Double.NaN);
        Arrays.fill(most, Double.NaN);
        Arrays.fill(gapBefore, false);
        Arrays.fill(gapAfter, false);
        timeBefore = Long.MIN_VALUE;
        valueBefore = Double.NaN;
        timeBehind = Long.MAX_VALUE;
        valueBehind = Double.NaN;
    }

    /** Adds points all at once; returns false where they must be added one by one, or in smaller groups. */
    boolean addWhole(PointExtremes points) {
        if (points.mostTime() < from) {
            add(points.mostTime(), points.latest());
            return true;
        } else if (points.leastTime() > to) {
            add(points.leastTime(), points.earliest());
            return true;
        } else if (points.leastTime() < from || points.mostTime() > to) {
            return false;
        }
        int column = column(points.leastTime());
        if (column != column(points.mostTime())) {
            return false;
        }
        if (Double.isNaN(points.first())) {
            addGap(column);
            return true;
        }
        if (points.startsWithGap()) {
            addGap(column);
        }
        addValues(column, points.first(), points.last(), points.least(), points.most());
        if (points.endsWithGap()) {
            addGap(column);
        }
        return true;
    }

    /** Adds one point. */
    void add(long time, double value) {
        if (time < from) {
            if (time >= timeBefore) { // the later one of two at the same time
                timeBefore = time;
                valueBefore = value;
            }
        } else if (time > to) {
            if (time < timeBehind) {
                timeBehind = time;
                valueBehind = value;
            }
        } else if (Double.isNaN(value)) {
            addGap(column(time));
        } else {
            addValues(column(time), value, value, value, value);
        }
    }

    private void addGap(int column) {
        if (Double.isNaN(first[column])) {
            gapBefore[column] = true;
        } else {
            gapAfter[column] = true;
        }
    }

    private void addValues(int column, double firstValue, double lastValue, double leastValue, double mostValue) {
        if (Double.isNaN(first[column])) {
            first[column] = firstValue;
            least[column] = leastValue;
            most[column] = mostValue;
        } else {
            least[column] = Math.min(least[column], leastValue);
            most[column] = Math.max(most[column], mostValue);
        }
        last[column] = lastValue;
        gapAfter[column] = false;
    }

    private int column(long time) {
        return Math.min(count - 1, (int) ((double) (time - from) * count / (to - from)));
    }

    /** Returns the number of columns. */
    public int count() {
        return count;
    }

    /** Whether the column has a value. */
    public boolean has(int column) {
        return !Double.isNaN(first[column]);
    }

    /** Returns the first value of a column; NaN if it has none. */
    public double first(int column) {
        return first[column];
    }

    /** Returns the last value of a column; NaN if it has none. */
    public double last(int column) {
        return last[column];
    }

    /** Returns the least value of a column; NaN if it has none. */
    public double least(int column) {
        return least[column];
    }

    /** Returns the greatest value of a column; NaN if it has none. */
    public double most(int column) {
        return most[column];
    }

    /** Whether there is a gap in the line before the first value of a column, or instead of one. */
    public boolean hasGapBefore(int column) {
        return gapBefore[column];
    }

    /** Whether there is a gap in the line after the last value of a column. */
    public boolean hasGapAfter(int column) {
        return gapAfter[column];
    }

    /** Returns the latest time before the span; {@link Long#MIN_VALUE} if there is no point. */
    public long timeBefore() {
        return timeBefore;
    }

    /** Returns the value at {@link #timeBefore}; NaN for a gap or no point. */
    public double valueBefore() {
        return valueBefore;
    }

    /** Returns the earliest time behind the span; {@link Long#MAX_VALUE} if there is no point. */
    public long timeBehind() {
        return timeBehind;
    }

    /** Returns the value at {@link #timeBehind}; NaN for a gap or no point. */
    public double valueBehind() {
        return valueBehind;
    }
}
