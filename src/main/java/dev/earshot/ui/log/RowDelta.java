package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import java.util.Locale;

/** Computes how long after the row before it a row came. */
final class RowDelta {
    private static final long MILLION = 1_000_000;

    private RowDelta() {}

    /**
     * Returns the seconds with milliseconds, such as {@code 0.040}; less than 0 if the clock was set back, and empty if
     * one of the times is not known.
     *
     * @param before the row that is shown above; null if there is none
     */
    static String text(Row row, Row before) {
        if (before == null || before.epochNanos() == 0 || row.epochNanos() == 0) {
            return "";
        }
        // Of the times as they are shown, so that it is the difference that a person computes.
        long millis = row.epochNanos() / MILLION - before.epochNanos() / MILLION;
        long most = Math.abs(millis);
        return (millis < 0 ? "-" : "") + String.format(Locale.ROOT, "%d.%03d", most / 1000, most % 1000);
    }
}
