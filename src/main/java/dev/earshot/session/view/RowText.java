package dev.earshot.session.view;

import dev.earshot.codec.Encoding;
import dev.earshot.journal.Row;
import dev.earshot.net.Addresses;
import dev.earshot.net.Event;

/**
 * One row of the log in words: the parts that the window, the terminal, copies and exports arrange.
 *
 * @param encoding in which the message was read; null for an event
 * @param text one line without a line break, safe to show
 * @param tag a few letters about how the message was read, such as its encoding; often empty
 * @param hits where in the text the hits of a search are: pairs of a beginning and an end, rising
 */
public record RowText(Row row, Encoding encoding, String text, String tag, int[] hits) {

    /** A row that no view shows: an event, or what stands for a row that cannot be read. */
    public static RowText ofEvent(Row row, String text) {
        return new RowText(row, null, text, "", DecodedRow.NO_HITS);
    }

    /** Whether the text came over the wire, rather than being our words about an event. */
    public boolean isMessage() {
        return row.kind() != Row.Kind.EVENT;
    }

    /** When the row ended, {@code 20:31:02.101}; empty where that is not known. */
    public String time() {
        return row.epochNanos() == 0 ? "" : RowTime.of(row.epochNanos());
    }

    /** The address of the client; empty where the row is about none. */
    public String client() {
        return row.remote() == null ? "" : Addresses.text(row.remote());
    }

    /** {@code <} received, {@code >} sent, {@code >>} sent by itself, {@code +} joined, {@code -} left, {@code !} other. */
    public String mark() {
        return switch (row.kind()) {
            case RECEIVED -> "<";
            case SENT -> row.origin().kind().isAutomatic() ? ">>" : ">";
            case EVENT -> row.event() instanceof Event.Joined ? "+" : row.event() instanceof Event.Left ? "-" : "!";
        };
    }
}
