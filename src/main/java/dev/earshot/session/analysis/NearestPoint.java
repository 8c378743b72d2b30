package dev.earshot.session.analysis;

/**
 * Finds the point of a plotted line that is nearest to a place, within a reach in time and in value. Confined to one
 * thread.
 */
final class NearestPoint {
    private final long time;
    private final double value;
    private final double reachNanos;
    private final double reachValue;
    private double best = 1;
    private int found = -1;

    NearestPoint(long time, double value, double reachNanos, double reachValue) {
        this.time = time;
        this.value = value;
        this.reachNanos = reachNanos;
        this.reachValue = reachValue;
    }

    /** Returns the number of the nearest point so far, or -1. */
    int found() {
        return found;
    }

    /** Whether there may be a nearer one among points with these extremes. */
    boolean mayBeIn(PointExtremes points) {
        double across = outside(time, points.leastTime(), points.mostTime()) / reachNanos;
        double up = outside(value, points.least(), points.most()) / reachValue;
        return across * across + up * up <= best;
    }

    private static double outside(double at, double least, double most) {
        return at < least ? least - at : at > most ? at - most : 0;
    }

    void look(int number, long pointTime, double pointValue) {
        double across = (pointTime - time) / reachNanos;
        double up = (pointValue - value) / reachValue;
        double distance = across * across + up * up;
        if (distance <= best) { // false for a gap
            best = distance;
            found = number;
        }
    }
}
