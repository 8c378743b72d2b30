package dev.earshot.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Prints the time of a row in the computer's time zone. */
final class Clock {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private Clock() {}

    /** Without the milliseconds: {@code 20:31:02}. */
    static String timeOfDay(long epochMillis) {
        return SECONDS.format(Instant.ofEpochMilli(epochMillis));
    }

    static String time(long epochNanos) {
        return TIME.format(instant(epochNanos));
    }

    static String dateAndTime(long epochNanos) {
        return DATE.format(instant(epochNanos));
    }

    private static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, 1_000_000_000), Math.floorMod(epochNanos, 1_000_000_000));
    }
}
