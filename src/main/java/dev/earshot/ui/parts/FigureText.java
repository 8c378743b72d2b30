package dev.earshot.ui.parts;

import dev.earshot.session.ByteSize;
import dev.earshot.session.Words;

/** Prints sizes, rates and ages the way people read them. */
public record FigureText(Words words) {

    /** {@code 112 B}, {@code 48.2 KB}, {@code 391 KB}, {@code 4.1 MB}: never more than seven characters. */
    public static String bytes(long count) {
        return ByteSize.text(count);
    }

    /** {@code 64 KB}: without a decimal. */
    public static String roughBytes(long count) {
        return bytes(count).replaceFirst("\\.\\d ", " ");
    }

    /** {@code now}, {@code 5 s}, {@code 2 min}, {@code 3 h}. */
    public String age(long millis) {
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
    public static String rate(long perSecond) {
        return bytes(perSecond) + "/s";
    }

    /** Seconds, minutes or hours, in words that a person says. */
    public static String time(Words words, long seconds) {
        return seconds < 60
                ? words.of("ui.age.seconds", seconds)
                : seconds < 3600
                        ? words.of("row.time.minutes", seconds / 60, seconds % 60)
                        : words.of("row.time.hours", seconds / 3600, seconds / 60 % 60);
    }
}
