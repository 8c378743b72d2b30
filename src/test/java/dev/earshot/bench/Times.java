package dev.earshot.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations, and what is to be known of them. Confined to one thread. */
final class Times {
    private final long[] nanos;
    private int count;

    /** @param most that may be added */
    Times(int most) {
        nanos = new long[most];
    }

    void add(long duration) {
        nanos[count++] = duration;
    }

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    /** How many, then median, p99 and most in milliseconds. */
    String words() {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%d %.3f %.3f %.3f", count, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) ((sorted.length - 1) * share)] / 1e6;
    }
}
