package dev.earshot.cli;

import dev.earshot.codec.VisibleText;
import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.settings.EndpointKinds;
import dev.earshot.session.view.CompletenessWords;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.session.view.RowText;
import dev.earshot.session.view.RowTime;

/**
 * Formats rows as lines: time, client, mark and text with one space between. Before the text stand, in brackets, the
 * source of an automatic message and why a row is no whole message. Any thread.
 */
final class RowLines {
    /** Replaces the client in rows that are about none. */
    private static final String NO_CLIENT = "*";

    private final RowFormatter formatter;
    private final boolean showsOrigin;

    /** @param showsOrigin whether lines name the source of automatic messages */
    RowLines(RowFormatter formatter, boolean showsOrigin) {
        this.formatter = formatter;
        this.showsOrigin = showsOrigin;
    }

    /** Returns the line of a row, without a line ending. */
    String format(Row row) {
        if (row.event() instanceof Event.Opened opened) {
            return opened(opened);
        }
        RowText text = formatter.format(row);
        String client = text.client().isEmpty() ? NO_CLIENT : text.client();
        String sender = showsOrigin && row.origin().kind().isAutomatic() ? '[' + origin(row) + "] " : "";
        String part = CompletenessWords.tag(row.completeness(), formatter.words());
        String mark = part.isEmpty() ? "" : '[' + part + "] ";
        return text.time() + ' ' + client + ' ' + text.mark() + ' ' + sender + mark + text.text();
    }

    /** Returns the line for removed rows, which stands before the row of this time. */
    String missing(long epochNanos, long rows) {
        return RowTime.of(epochNanos) + ' ' + NO_CLIENT + " ! " + rows
                + " rows before this one are not in the capture any more";
    }

    /** Returns the first line of the output. */
    private static String opened(Event.Opened opened) {
        return EndpointKinds.find(opened.kind())
                .map(kind -> kind.announcement(opened))
                .orElseGet(() -> VisibleText.of(
                        "opened " + Addresses.text(opened.local()) + " " + opened.kind() + " " + opened.target()));
    }

    /** Returns the source of a message, without any closing bracket, so that the first one of a line ends it. */
    private static String origin(Row row) {
        return VisibleText.of(row.origin().text()).replace(']', ')');
    }
}
