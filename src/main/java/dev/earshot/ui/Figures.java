package dev.earshot.ui;

import dev.earshot.session.Words;
import java.util.Locale;

/** Prints sizes, rates and ages the way people read them. */
record Figures(Words words) {

    /** {@code 112 B}, {@code 48.2 KB}, {@code 391 KB}, {@code 4.1 MB}: never more than seven characters. */
    static String bytes(long count) {
        if (count < 1024) {
            return count + " B";
        }
        double value = count;
        int unit = -1;
        do {
            value /= 1024;
            unit++;
        } while (value >= 999.5 && unit < 4);
        return String.format(Locale.ROOT, value < 99.95 ? "%.1f %cB" : "%.0f %cB", value, "KMGTP".charAt(unit));
    }

    /** {@code 64 KB}: without a decimal. */
    static String roughBytes(long count) {
        return bytes(count).replaceFirst("\\.\\d ", " ");
    }

    /** {@code now}, {@code 5 s}, {@code 2 min}, {@code 3 h}. */
    String age(long millis) {
        long seconds = Math.max(0, millis / 1000);
        if (seconds == 0) {
            return words.of("ui.age.now");
        } else if (seconds < 60) {
            return words.of("ui.age.seconds", seconds);
        } else if (seconds < 3600) {
            return words.of("ui.age.minutes", seconds / 60);
        }
        return words.of("ui.age.hours", seconds / 3600);
    }

    /** How many bytes a second, from 0. */
    static String rate(long perSecond) {
        return bytes(perSecond) + "/s";
    }
}
