package dev.earshot.journal;

import java.util.Locale;

/**
 * Names a row by its first byte, so that the name holds under every framing and after older files of the capture were
 * removed.
 *
 * @param epochNanos when the record with that byte was recorded, nanoseconds since 1970-01-01 UTC
 * @param client the address of the row's peer; empty if it has none
 * @param kind the kind of the row
 * @param nth the number of earlier records with the same time, client and kind; mostly 0
 * @param position where in the record's payload the byte is
 */
public record RowPlace(long epochNanos, String client, Row.Kind kind, int nth, int position) {
    private static final String NOBODY = "-";

    /** Returns the place of the record's first byte. */
    RowPlace ofRecord() {
        return new RowPlace(epochNanos, client, kind, nth, 0);
    }

    /** Returns the place as a text without line breaks, {@code received 1796015635123456789 127.0.0.1:50001 0 12}. */
    public String toText() {
        String who = client.isEmpty() ? NOBODY : client;
        return kind.name().toLowerCase(Locale.ROOT) + " " + epochNanos + " " + who + " " + nth + " " + position;
    }

    /** Reads a place that {@link #toText} has written; returns null if it is none. */
    public static RowPlace parse(String text) {
        String[] words = text.split(" ", -1);
        try {
            return words.length != 5
                    ? null
                    : new RowPlace(
                            Long.parseLong(words[1]),
                            words[2].equals(NOBODY) ? "" : words[2],
                            Row.Kind.valueOf(words[0].toUpperCase(Locale.ROOT)),
                            Integer.parseInt(words[3]),
                            Integer.parseInt(words[4]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
