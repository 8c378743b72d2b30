package dev.earshot.session.analysis;

/**
 * The extremes of some consecutive points of a plot. Values that are not numbers count for the times only.
 *
 * @param earliest the value at the least time, the first of several; NaN for a gap
 * @param latest the value at the greatest time, the last of several; NaN for a gap
 * @param first the first value that is a number; NaN if there is none
 * @param last the last value that is a number; NaN if there is none
 * @param startsWithGap whether the very first value is not a number
 * @param endsWithGap whether the very last value is not a number
 */
record PointExtremes(
        long leastTime,
        long mostTime,
        double earliest,
        double latest,
        double least,
        double most,
        double first,
        double last,
        boolean startsWithGap,
        boolean endsWithGap) {

    /** Returns the extremes of the points from {@code from} to before {@code to} of a block. */
    static PointExtremes ofPoints(PointBlock block, int from, int to) {
        long leastTime = Long.MAX_VALUE;
        long mostTime = Long.MIN_VALUE;
        double earliest = Double.NaN;
        double latest = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double first = Double.NaN;
        double last = Double.NaN;
        for (int i = from; i < to; i++) {
            long time = block.times[i];
            double value = block.values[i];
            if (time < leastTime) {
                leastTime = time;
                earliest = value;
            }
            if (time >= mostTime) {
                mostTime = time;
                latest = value;
            }
            if (!Double.isNaN(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                first = Double.isNaN(first) ? value : first;
                last = value;
            }
        }
        return new PointExtremes(
                leastTime,
                mostTime,
                earliest,
                latest,
                least,
                most,
                first,
                last,
                Double.isNaN(block.values[from]),
                Double.isNaN(block.values[to - 1]));
    }

    /** Returns the extremes of full groups together. */
    static PointExtremes ofGroups(PointExtremes... groups) {
        PointExtremes all = groups[0];
        for (int i = 1; i < groups.length; i++) {
            PointExtremes next = groups[i];
            all = new PointExtremes(
                    Math.min(all.leastTime, next.leastTime),
                    Math.max(all.mostTime, next.mostTime),
                    next.leastTime < all.leastTime ? next.earliest : all.earliest,
                    next.mostTime >= all.mostTime ? next.latest : all.latest,
                    Math.min(all.least, next.least),
                    Math.max(all.most, next.most),
                    Double.isNaN(all.first) ? next.first : all.first,
                    Double.isNaN(next.last) ? all.last : next.last,
                    all.startsWithGap,
                    next.endsWithGap);
        }
        return all;
    }
}
