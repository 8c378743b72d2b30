package dev.earshot.ui.parts;

import dev.earshot.session.settings.ByteSize;
import dev.earshot.session.words.Words;

/** Formats sizes, rates and ages for people. */
public record FigureText(Words words) {

    /** Formats bytes as {@code 112 B}, {@code 48.2 KB} or {@code 391 KB}, in at most seven characters. */
    public static String bytes(long count) {
        return ByteSize.text(count);
    }

    /** Formats bytes without a decimal, such as {@code 64 KB}. */
    public static String roughBytes(long count) {
        String text = bytes(count);
        int point = text.indexOf('.');
        return point < 0 ? text : text.substring(0, point) + text.substring(point + 2);
    }

    /** Formats an age as {@code now}, {@code 5 s}, {@code 2 min} or {@code 3 h}. */
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

    /** Formats bytes per second, from 0. */
    public static String rate(long perSecond) {
        return bytes(perSecond) + "/s";
    }

    /** Formats a duration in seconds, minutes and seconds, or hours and minutes. */
    public static String time(Words words, long seconds) {
        return seconds < 60
                ? words.of("ui.age.seconds", seconds)
                : seconds < 3600
                        ? words.of("row.time.minutes", seconds / 60, seconds % 60)
                        : words.of("row.time.hours", seconds / 3600, seconds / 60 % 60);
    }
}
