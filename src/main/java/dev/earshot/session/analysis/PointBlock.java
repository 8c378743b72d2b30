package dev.earshot.session.analysis;

/**
 * A block of points of a plotted line, with the extremes of each group of 64 and of the whole block once they are full.
 */
final class PointBlock {
    static final int GROUP = 64;
    static final int GROUPS = 64;
    static final int SIZE = GROUP * GROUPS;

    final long[] times = new long[SIZE];
    final double[] values = new double[SIZE];
    final long[] rows = new long[SIZE];
    final int[] peers = new int[SIZE];
    final PointExtremes[] groups = new PointExtremes[GROUPS];
    PointExtremes whole; // null until the block is full

    /** Puts a point to its place; those before it are there. */
    void put(int at, long time, double value, long row, int peer) {
        times[at] = time;
        values[at] = value;
        rows[at] = row;
        peers[at] = peer;
        if (at % GROUP == GROUP - 1) {
            groups[at / GROUP] = PointExtremes.ofPoints(this, at - GROUP + 1, at + 1);
        }
        if (at == SIZE - 1) {
            whole = PointExtremes.ofGroups(groups);
        }
    }
}
