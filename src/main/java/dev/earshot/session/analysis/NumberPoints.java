package dev.earshot.session.analysis;

import java.util.Arrays;

/**
 * The points of one line in the order of their rows: time, value, row and client, 28 bytes each. One thread adds, any
 * thread reads; a reader sees whole points only. A value that is not a number (NaN) is a gap in the line.
 */
public final class NumberPoints {
    private volatile PointBlock[] blocks = {};
    private volatile int size;
    private volatile int numbers;
    private volatile int withoutNumber;
    private volatile double lastNumber = Double.NaN;
    private volatile long leastTime = Long.MAX_VALUE;
    private volatile long mostTime = Long.MIN_VALUE;

    /**
     * Adds the value of a message, which is a gap if it is no number. Called on one thread.
     *
     * @param time in nanoseconds since 1970-01-01 UTC
     */
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
    void add(long time, double value, long row, int peer) {
        put(time, value, row, peer);
        if (Double.isNaN(value)) {
            withoutNumber++;
        } else {
            lastNumber = value;
            numbers++;
        }
    }

    /** Adds a gap where rows are missing. Called on the thread that adds. */
    void addGap(long time, long row) {
        put(time, Double.NaN, row, 0);
    }

    private void put(long time, double value, long row, int peer) {
        int at = size;
        int block = at / PointBlock.SIZE;
        if (block == blocks.length) {
            PointBlock[] more = Arrays.copyOf(blocks, block + 1);
            more[block] = new PointBlock();
            blocks = more;
        }
        blocks[block].put(at % PointBlock.SIZE, time, value, row, peer);
        if (time < leastTime) {
            leastTime = time;
        }
        if (time > mostTime) {
            mostTime = time;
        }
        size = at + 1; // last: who reads it sees the point
    }

    /** Returns the number of points, with the gaps. */
    public int size() {
        return size;
    }

    /** Returns the number of points that are numbers. */
    public int numbers() {
        return numbers;
    }

    /** Returns the number of messages whose value is no number. */
    public int withoutNumber() {
        return withoutNumber;
    }

    /** Returns the value of the latest point that is a number; NaN if there is none. */
    public double lastNumber() {
        return lastNumber;
    }

    /** Returns the time of a point in nanoseconds since 1970-01-01 UTC. */
    public long time(int at) {
        return block(at).times[at % PointBlock.SIZE];
    }

    /** Returns the value of a point; NaN for a gap. */
    public double value(int at) {
        return block(at).values[at % PointBlock.SIZE];
    }

    /** Returns the number of the row of a point. */
    public long row(int at) {
        return block(at).rows[at % PointBlock.SIZE];
    }

    /** Returns the number of the client of a point. */
    public int peer(int at) {
        return block(at).peers[at % PointBlock.SIZE];
    }

    /** Returns the earliest time of all points; {@link Long#MAX_VALUE} if there is none. */
    public long leastTime() {
        return leastTime;
    }

    /** Returns the latest time of all points; {@link Long#MIN_VALUE} if there is none. */
    public long mostTime() {
        return mostTime;
    }

    private PointBlock block(int at) {
        return blocks[at / PointBlock.SIZE];
    }

    /**
     * Sorts the points into the columns, which are cleared before. Costs little more than a look at every 4,096th point
     * and at some hundred points for each column.
     */
    public void fill(PointColumns columns) {
        columns.clear();
        int end = size;
        PointBlock[] all = blocks;
        for (int b = 0; b * PointBlock.SIZE < end; b++) {
            int count = Math.min(PointBlock.SIZE, end - b * PointBlock.SIZE);
            PointExtremes whole = count == PointBlock.SIZE ? all[b].whole : null;
            if (whole == null || !columns.addWhole(whole)) {
                fillGroups(all[b], count, columns);
            }
        }
    }

    private static void fillGroups(PointBlock block, int count, PointColumns columns) {
        for (int from = 0; from < count; from += PointBlock.GROUP) {
            int to = Math.min(count, from + PointBlock.GROUP);
            boolean full = to - from == PointBlock.GROUP;
            if (!full || !columns.addWhole(block.groups[from / PointBlock.GROUP])) {
                for (int i = from; i < to; i++) {
                    columns.add(block.times[i], block.values[i]);
                }
            }
        }
    }

    /**
     * Returns the point that is nearest to a place of a picture; -1 if none is within the reach.
     *
     * @param time of the place
     * @param value of the place
     * @param reachNanos how far away in time a point may be
     * @param reachValue how far away in value a point may be, as many pixels as {@code reachNanos}
     */
    public int nearest(long time, double value, double reachNanos, double reachValue) {
        NearestPoint nearest = new NearestPoint(time, value, reachNanos, reachValue);
        int end = size;
        PointBlock[] all = blocks;
        for (int b = 0; b * PointBlock.SIZE < end; b++) {
            int first = b * PointBlock.SIZE;
            int count = Math.min(PointBlock.SIZE, end - first);
            if (count == PointBlock.SIZE && !nearest.mayBeIn(all[b].whole)) {
                continue;
            }
            for (int from = 0; from < count; from += PointBlock.GROUP) {
                int to = Math.min(count, from + PointBlock.GROUP);
                if (to - from < PointBlock.GROUP || nearest.mayBeIn(all[b].groups[from / PointBlock.GROUP])) {
                    for (int i = from; i < to; i++) {
                        nearest.look(first + i, all[b].times[i], all[b].values[i]);
                    }
                }
            }
        }
        return nearest.found();
    }
}
