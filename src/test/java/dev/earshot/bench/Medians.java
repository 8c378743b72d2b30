package dev.earshot.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** One figure for several runs. */
final class Medians {
    private Medians() {}

    static <T> double of(List<T> runs, ToDoubleFunction<T> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }

    /** The median of the quotients, pair by pair, because the machine's speed drifts. */
    static <T> double ratio(List<T> these, List<T> those, ToDoubleFunction<T> figure) {
        double[] ratios = new double[these.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(these.get(i)) / figure.applyAsDouble(those.get(i));
        }
        java.util.Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }

    static <T> double most(List<T> runs, ToDoubleFunction<T> figure) {
        return runs.stream().mapToDouble(figure).max().orElseThrow();
    }
}
