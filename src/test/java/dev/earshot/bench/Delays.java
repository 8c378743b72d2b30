package dev.earshot.bench;

import java.util.List;
import java.util.Locale;

/**
 * How long the EDT kept clicks waiting, in milliseconds.
 *
 * @param clicks how many there were
 * @param median from the moment in which a click was posted, and so are p99 and most
 * @param dueP99 from the moment in which it should have been posted: a pause of the whole process counts here as well
 */
record Delays(double clicks, double median, double p99, double most, double dueP99, double dueMost) {

    /** @param posted in rising order, as {@code due} */
    static Delays of(double[] posted, double[] due) {
        return new Delays(posted.length, at(posted, 0.5), at(posted, 0.99), at(posted, 1), at(due, 0.99), at(due, 1));
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) ((sorted.length - 1) * share)];
    }

    static Delays parse(String[] words) {
        double[] n = List.of(words).stream().mapToDouble(Double::parseDouble).toArray();
        return new Delays(n[0], n[1], n[2], n[3], n[4], n[5]);
    }

    String words() {
        return String.format(Locale.ROOT, "%.0f %.3f %.3f %.3f %.3f %.3f", clicks, median, p99, most, dueP99, dueMost);
    }
}
