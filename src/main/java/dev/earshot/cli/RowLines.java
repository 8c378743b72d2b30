package dev.earshot.cli;

import dev.earshot.codec.Hex;
import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.net.Addresses;
import dev.earshot.net.Event;
import dev.earshot.session.EventWords;
import dev.earshot.session.Lens;
import dev.earshot.session.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Rows as lines: time, client, mark, text, with one space between. Confined to one thread. */
final class RowLines {
    /** Stands where a client would, in rows about none. */
    private static final String NO_CLIENT = "*";

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss.");

    private final Lens lens;
    private final boolean hex;
    private final boolean origin;
    private final Words words;
    private final ZoneId zone = ZoneId.systemDefault();
    private long secondShown = Long.MIN_VALUE;
    private String second;

    /** @param origin whether it is said what has sent a message by itself */
    RowLines(Lens lens, boolean hex, boolean origin, Words words) {
        this.lens = lens;
        this.hex = hex;
        this.origin = origin;
        this.words = words;
    }

    /** The line, without its end. */
    String of(Row row) {
        if (row.event() instanceof Event.Opened opened) {
            return opened(opened);
        }
        String client = row.remote() == null ? NO_CLIENT : Addresses.text(row.remote());
        return time(row.epochNanos()) + ' ' + client + ' ' + mark(row) + ' ' + text(row);
    }

    /** Stands for rows that are not there any more, before the row of this time. */
    String missing(long epochNanos, long rows) {
        return time(epochNanos) + ' ' + NO_CLIENT + " ! " + rows
                + " rows before this one are not in the capture any more";
    }

    /** The line that begins it all. */
    private static String opened(Event.Opened opened) {
        String local = Addresses.text(opened.local());
        return switch (opened.mode()) {
            case TCP_SERVER -> "listening " + local;
            case TCP_CLIENT -> (opened.local().getPort() == 0 ? "connecting " : "connected ") + opened.target();
            case UDP -> "receiving " + local;
            case RELAY -> "relaying " + local + " to " + opened.target();
            case TFTP -> "fetching " + opened.target();
        };
    }

    /** Most rows fall into the same second as the one before. */
    private String time(long epochNanos) {
        long millis = Math.floorDiv(epochNanos, 1_000_000);
        long epochSecond = Math.floorDiv(millis, 1_000);
        if (epochSecond != secondShown) {
            secondShown = epochSecond;
            second = SECOND.format(Instant.ofEpochSecond(epochSecond).atZone(zone));
        }
        return second + Long.toString(1_000 + Math.floorMod(millis, 1_000)).substring(1);
    }

    private static String mark(Row row) {
        return switch (row.kind()) {
            case RECEIVED -> "<";
            case SENT -> row.origin().kind().isAutomatic() ? ">>" : ">";
            case EVENT -> row.event() instanceof Event.Joined ? "+" : row.event() instanceof Event.Left ? "-" : "!";
        };
    }

    private String text(Row row) {
        if (row.kind() == Row.Kind.EVENT) {
            // An old capture may come from anywhere, and so may the words in it.
            return VisibleText.of(EventWords.of(row, words));
        }
        String text = hex ? Hex.print(row.bytes(), 0, row.bytes().length) : lens.text(row, words);
        return origin && row.origin().kind().isAutomatic() ? '[' + origin(row) + "] " + text : text;
    }

    /** The first closing bracket of a line is always the one that ends this. */
    private static String origin(Row row) {
        return VisibleText.of(row.origin().text()).replace(']', ')');
    }
}
