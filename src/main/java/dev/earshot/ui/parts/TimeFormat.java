package dev.earshot.ui.parts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Formats times in the time zone of the computer. */
public final class TimeFormat {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private TimeFormat() {}

    /** Formats a time without milliseconds, such as {@code 20:31:02}. */
    public static String timeOfDay(long epochMillis) {
        return SECONDS.format(Instant.ofEpochMilli(epochMillis));
    }

    /** Formats a date and time, such as {@code 2026-11-29 20:31:02.101}. */
    public static String dateAndTime(long epochNanos) {
        return DATE.format(instant(epochNanos));
    }

    private static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, 1_000_000_000), Math.floorMod(epochNanos, 1_000_000_000));
    }
}
