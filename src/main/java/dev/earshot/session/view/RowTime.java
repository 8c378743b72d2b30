package dev.earshot.session.view;

import java.time.ZoneId;

/** Formats the time of a row in the computer's time zone: {@code 20:31:02.101}. Any thread. */
public final class RowTime {
    private static final RowTimeFormat FORMAT = new RowTimeFormat("HH:mm:ss.", ZoneId::systemDefault);

    private RowTime() {}

    /**
     * Formats a time.
     *
     * @param epochNanos nanoseconds since 1970-01-01 UTC
     */
    public static String of(long epochNanos) {
        return FORMAT.millis(epochNanos);
    }
}
