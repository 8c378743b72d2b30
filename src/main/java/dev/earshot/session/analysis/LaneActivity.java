package dev.earshot.session.analysis;

import java.util.Arrays;

/**
 * The bytes of a client in steps of time, for its lane in the timeline. The steps become twice as long whenever there
 * are too many of them, so that a client of a second and one of a year take the same memory. Any thread.
 */
public final class LaneActivity {
    private static final int LEAST_STEPS = 8;
    private static final int MOST_STEPS = 512;
    private static final long FIRST_STEP = 100_000_000;

    private final long start;
    private long step = FIRST_STEP;
    private long[] bytes = new long[LEAST_STEPS];
    private long[] rows = new long[LEAST_STEPS];
    private int used;

    /** @param start the earliest time, in nanoseconds since 1970-01-01 UTC */
    LaneActivity(long start) {
        this.start = start;
    }

    /**
     * The steps at one moment.
     *
     * @param start of the first step, in nanoseconds since 1970-01-01 UTC
     * @param step the length of each in nanoseconds
     * @param bytes of each step
     * @param rows the numbers of the first rows of each step; any where it has no bytes
     */
    public record Steps(long start, long step, long[] bytes, long[] rows) {}

    synchronized void add(long time, long count, long row) {
        long at = Math.max(0, time - start) / step;
        while (at >= MOST_STEPS) {
            halve();
            at /= 2;
        }
        int index = (int) at;
        if (index >= bytes.length) {
            int size = Math.min(MOST_STEPS, Math.max(index + 1, bytes.length * 2));
            bytes = Arrays.copyOf(bytes, size);
            rows = Arrays.copyOf(rows, size);
        }
        used = Math.max(used, index + 1);
        if (bytes[index] == 0) {
            rows[index] = row;
        }
        bytes[index] += Math.max(1, count); // an empty datagram is seen as well
    }

    private void halve() {
        for (int i = 0; i < bytes.length; i += 2) {
            boolean second = bytes[i] == 0 && i + 1 < bytes.length;
            rows[i / 2] = rows[second ? i + 1 : i];
            bytes[i / 2] = bytes[i] + (i + 1 < bytes.length ? bytes[i + 1] : 0);
        }
        int half = (bytes.length + 1) / 2;
        Arrays.fill(bytes, half, bytes.length, 0);
        used = (used + 1) / 2;
        step *= 2;
    }

    /** Returns the steps so far. */
    public synchronized Steps steps() {
        return new Steps(start, step, Arrays.copyOf(bytes, used), Arrays.copyOf(rows, used));
    }
}
