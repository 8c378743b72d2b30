package dev.earshot.session.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Formats the time of a row in the computer's time zone: {@code 20:31:02.101}. Any thread. */
public final class RowTime {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss.");

    /** The latest formatted second: most rows are of the same second, and formatting makes a dozen objects. */
    private static volatile Second latest = new Second(Long.MIN_VALUE, "");

    private RowTime() {}

    /** A formatted second. */
    private record Second(long epochSecond, String text) {}

    /**
     * Formats a time.
     *
     * @param epochNanos nanoseconds since 1970-01-01 UTC
     */
    public static String of(long epochNanos) {
        long millis = Math.floorDiv(epochNanos, 1_000_000);
        long epochSecond = Math.floorDiv(millis, 1_000);
        Second second = latest;
        if (second.epochSecond != epochSecond) {
            second = new Second(
                    epochSecond,
                    SECOND.format(Instant.ofEpochSecond(epochSecond).atZone(ZoneId.systemDefault())));
            latest = second;
        }
        return second.text + Long.toString(1_000 + Math.floorMod(millis, 1_000)).substring(1);
    }
}
