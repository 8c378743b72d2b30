package dev.earshot.ui.parts;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Prints the time of a row in the computer's time zone. */
public final class Clock {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private Clock() {}

    /** Without the milliseconds: {@code 20:31:02}. */
    public static String timeOfDay(long epochMillis) {
        return SECONDS.format(Instant.ofEpochMilli(epochMillis));
    }

    /** {@code 20:31:02.101}; by hand, because a formatter makes a dozen objects for each of the rows of a flood. */
    public static String time(long epochNanos) {
        LocalTime time = LocalTime.ofInstant(instant(epochNanos), ZoneId.systemDefault());
        char[] text = new char[12];
        digits(text, 0, 2, time.getHour());
        digits(text, 3, 2, time.getMinute());
        digits(text, 6, 2, time.getSecond());
        digits(text, 9, 3, time.getNano() / 1_000_000);
        text[2] = ':';
        text[5] = ':';
        text[8] = '.';
        return new String(text);
    }

    /** Puts so many digits of a number into the text, from {@code at} on. */
    private static void digits(char[] text, int at, int count, int number) {
        int rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    public static String dateAndTime(long epochNanos) {
        return DATE.format(instant(epochNanos));
    }

    private static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, 1_000_000_000), Math.floorMod(epochNanos, 1_000_000_000));
    }
}
