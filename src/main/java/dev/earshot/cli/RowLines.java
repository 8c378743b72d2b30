package dev.earshot.cli;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.net.Addresses;
import dev.earshot.net.Event;
import dev.earshot.session.EndpointKinds;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.session.view.RowText;
import dev.earshot.session.view.RowTime;

/** Prints rows as lines: time, client, mark, text, with one space between. Any thread. */
final class RowLines {
    /** Stands where a client would, in rows about none. */
    private static final String NO_CLIENT = "*";

    private final RowFormatter formatter;
    private final boolean origin;

    /** @param origin whether lines say what has sent a message by itself */
    RowLines(RowFormatter formatter, boolean origin) {
        this.formatter = formatter;
        this.origin = origin;
    }

    /** The line, without its end. */
    String of(Row row) {
        if (row.event() instanceof Event.Opened opened) {
            return opened(opened);
        }
        RowText text = formatter.format(row);
        String client = text.client().isEmpty() ? NO_CLIENT : text.client();
        String sender = origin && row.origin().kind().isAutomatic() ? '[' + origin(row) + "] " : "";
        return text.time() + ' ' + client + ' ' + text.mark() + ' ' + sender + text.text();
    }

    /** Stands for rows that are not there any more, before the row of this time. */
    String missing(long epochNanos, long rows) {
        return RowTime.of(epochNanos) + ' ' + NO_CLIENT + " ! " + rows
                + " rows before this one are not in the capture any more";
    }

    /** The line that begins it all. */
    private static String opened(Event.Opened opened) {
        return EndpointKinds.find(opened.kind())
                .map(kind -> kind.announcement(opened))
                .orElseGet(() -> VisibleText.of(
                        "opened " + Addresses.text(opened.local()) + " " + opened.kind() + " " + opened.target()));
    }

    /** The first closing bracket of a line is always the one that ends this. */
    private static String origin(Row row) {
        return VisibleText.of(row.origin().text()).replace(']', ')');
    }
}
