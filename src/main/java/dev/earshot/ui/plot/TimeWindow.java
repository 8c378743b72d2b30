package dev.earshot.ui.plot;

/**
 * The time span that a plot or timeline shows: everything, the newest part, which moves on, or a fixed part. Confined
 * to the EDT.
 */
final class TimeWindow {
    private static final long LEAST_WIDTH = 1_000;
    private static final long SECOND = 1_000_000_000;

    private boolean whole = true;
    private boolean following = true;
    private long from;
    private long to;
    private long least = Long.MAX_VALUE; // of everything that there is
    private long most = Long.MIN_VALUE;

    /** Takes the earliest and the latest time that there is; the first is the greater one if there is nothing. */
    void bounds(long earliest, long latest) {
        least = earliest;
        most = latest;
        if (least > most) {
            return;
        }
        if (whole) {
            from = least;
            to = most;
            if (to - from < LEAST_WIDTH) { // a single time: in the middle of a second
                from -= SECOND / 2;
                to += SECOND / 2;
            }
        } else if (following) {
            from = most - (to - from);
            to = most;
        }
    }

    /** Whether there is a span. */
    boolean isKnown() {
        return to > from;
    }

    /** Returns the beginning, in nanoseconds since 1970-01-01 UTC. */
    long from() {
        return from;
    }

    /** Returns the end, in nanoseconds since 1970-01-01 UTC. */
    long to() {
        return to;
    }

    /** Whether the end of the span moves on with the newest time. */
    boolean isFollowing() {
        return following;
    }

    /** Shows everything, and follows. */
    void showWhole() {
        whole = true;
        following = true;
        bounds(least, most);
    }

    /** Follows the newest time from now on, or stops it. */
    void follow(boolean wanted) {
        following = wanted;
        if (wanted) {
            bounds(least, most);
        } else {
            whole = false;
        }
    }

    /**
     * Shows a longer or shorter span.
     *
     * @param factor above 1 for a longer one
     * @param at the part of the span that stays where it is, from 0 to 1
     */
    void zoom(double factor, double at) {
        double width = Math.max(LEAST_WIDTH, (to - from) * factor);
        long begin = from + (long) ((to - from) * at - width * at);
        show(begin, begin + (long) width);
    }

    /** Moves by a part of the span, to the later side if it is positive. */
    void pan(double part) {
        long step = (long) ((to - from) * part);
        long width = to - from;
        long begin = Math.max(least - width + width / 10, Math.min(most - width / 10, from + step));
        show(begin, begin + width);
    }

    /** Shows a span; all of it stays in view if it reaches beyond everything. */
    void show(long begin, long end) {
        if (least > most || end - begin < LEAST_WIDTH) {
            return;
        }
        following = end >= most && begin < most;
        whole = following && begin <= least;
        from = begin;
        to = end;
        bounds(least, most);
    }

    /** Moves a time into view, if it is not. */
    void reveal(long time) {
        if (time < from || time > to) {
            long width = to - from;
            show(time - width / 2, time + width - width / 2);
        }
    }

    /** Returns the time at a part of the span, from 0 to 1. */
    long timeAt(double part) {
        return from + (long) ((to - from) * part);
    }
}
