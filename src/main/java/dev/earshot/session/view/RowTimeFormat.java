package dev.earshot.session.view;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/**
 * Formats the times of rows down to milliseconds or nanoseconds. It formats each second once, as most rows are of the
 * same second and formatting makes a dozen objects. Any thread.
 */
public final class RowTimeFormat {
    private final DateTimeFormatter format;
    private final Supplier<ZoneId> zone;
    private volatile Second latest = new Second(Long.MIN_VALUE, "");

    /** A formatted second. */
    private record Second(long epochSecond, String text) {}

    /**
     * Makes a format.
     *
     * @param pattern of {@link DateTimeFormatter}, for everything before the fraction of the second
     * @param zone returns the time zone
     */
    public RowTimeFormat(String pattern, Supplier<ZoneId> zone) {
        format = DateTimeFormatter.ofPattern(pattern);
        this.zone = zone;
    }

    /** Formats a time, in nanoseconds since 1970-01-01 UTC, with three digits of the second's fraction. */
    public String millis(long epochNanos) {
        return fraction(epochNanos, 1_000_000, 1_000);
    }

    /** Formats a time, in nanoseconds since 1970-01-01 UTC, with nine digits of the second's fraction. */
    public String nanos(long epochNanos) {
        return fraction(epochNanos, 1, 1_000_000_000);
    }

    private String fraction(long epochNanos, long unit, long perSecond) {
        long units = Math.floorDiv(epochNanos, unit);
        // With a 1 before it, the fraction keeps its leading zeros.
        return second(Math.floorDiv(units, perSecond))
                + Long.toString(perSecond + Math.floorMod(units, perSecond)).substring(1);
    }

    private String second(long epochSecond) {
        Second second = latest;
        if (second.epochSecond != epochSecond) {
            second = new Second(
                    epochSecond,
                    format.format(Instant.ofEpochSecond(epochSecond).atZone(zone.get())));
            latest = second;
        }
        return second.text;
    }
}
