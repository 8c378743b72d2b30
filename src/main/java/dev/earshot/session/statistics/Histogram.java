package dev.earshot.session.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * The bars of a distribution, for a drawing. The bars are equally wide where the numbers lie close together; where the
 * greatest is far from the middle, they widen by 1, 2, 5, 10 and so on. Immutable.
 *
 * @param edges the rising borders of the bars, one more than there are bars; a number on a border is in the bar above
 * @param counts how many numbers each bar has
 */
public record Histogram(List<Double> edges, List<Long> counts) {
    private static final int MOST_BARS = 40;

    /** The factor between the middle and the greatest number from which bars of equal width show too little. */
    private static final double WIDE = 20;

    private static final double MOST_WHOLE = 1e9;

    public Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }

    /** Returns the bars of a distribution; none if it has no numbers. */
    static Histogram of(Distribution numbers) {
        if (numbers.count() == 0) {
            return new Histogram(List.of(), List.of());
        }
        double least = numbers.least();
        double greatest = numbers.greatest();
        double middle = numbers.percentile(0.5);
        boolean wide = least >= 0 && greatest > WIDE * middle && middle > 0;
        List<Double> edges = wide ? widening(Math.max(least, middle / 1e4), greatest) : equal(least, greatest);
        long[] counts = new long[edges.size() - 1];
        numbers.forEach((value, count) -> counts[bar(edges, value)] += count);
        List<Long> boxed = new ArrayList<>();
        for (long count : counts) {
            boxed.add(count);
        }
        return new Histogram(edges, boxed);
    }

    /** Returns the greatest count of a bar, 0 if there is none. */
    public long most() {
        return counts.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static List<Double> equal(double least, double greatest) {
        double span = greatest - least;
        double width = span > 0 ? niceAbove(span / (MOST_BARS - 2)) : widthOfOne(greatest);
        double first = Math.floor(least / width);
        int bars = (int) (Math.floor(greatest / width) - first) + 1;
        List<Double> edges = new ArrayList<>();
        for (int i = 0; i <= bars; i++) {
            edges.add((first + i) * width);
        }
        return edges;
    }

    /** Returns the width of the bar of a single number: 1 for a whole one, unless 1 is too small beside it. */
    private static double widthOfOne(double number) {
        boolean isWhole = number % 1 == 0 && Math.abs(number) < MOST_WHOLE;
        return isWhole ? 1 : niceAbove(Math.abs(number) / 2);
    }

    private static List<Double> widening(double least, double greatest) {
        List<Double> edges = new ArrayList<>();
        double edge = niceAbove(least);
        if (edge > least) {
            edges.add(0.0);
        }
        for (; edge <= greatest; edge = niceAbove(edge * 1.01)) {
            edges.add(edge);
        }
        edges.add(edge);
        return edges;
    }

    /** Returns the least number of the form 1, 2 or 5 times a power of ten that is not below this one. */
    private static double niceAbove(double number) {
        if (number <= 0) {
            return 1;
        }
        int power = (int) Math.floor(Math.log10(number));
        for (int i = power; ; i++) {
            for (int step : new int[] {1, 2, 5}) {
                double nice = i >= 0 ? step * Math.pow(10, i) : step / Math.pow(10, -i);
                if (nice >= number * (1 - 1e-9)) {
                    return nice;
                }
            }
        }
    }

    private static int bar(List<Double> edges, double value) {
        int bar = 0;
        while (bar < edges.size() - 2 && edges.get(bar + 1) <= value) {
            bar++;
        }
        return bar;
    }
}
