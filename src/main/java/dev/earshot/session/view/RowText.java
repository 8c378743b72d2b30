package dev.earshot.session.view;

import dev.earshot.codec.Encoding;
import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.address.Addresses;

/**
 * The texts of one row of the log, which the window, the terminal, copies and exports arrange.
 *
 * @param encoding the encoding in which the message was read; null for an event
 * @param text one line without a line break, safe to show
 * @param tag a few letters about the way in which the message was read, such as its encoding; often empty
 * @param hits the places of the hits in the text: pairs of a beginning and an end, rising
 */
public record RowText(Row row, Encoding encoding, String text, String tag, int[] hits) {

    /** Makes the text of an event, or of a row that cannot be read. */
    public static RowText ofEvent(Row row, String text) {
        return new RowText(row, null, text, "", DecodedRow.NO_HITS);
    }

    /** Whether the text is a message, and not a description of an event. */
    public boolean isMessage() {
        return row.kind() != Row.Kind.EVENT;
    }

    /** Returns the time at which the row ended, {@code 20:31:02.101}; empty where it is not known. */
    public String time() {
        return row.epochNanos() == 0 ? "" : RowTime.of(row.epochNanos());
    }

    /** Returns the address of the client; empty for a row without a client. */
    public String client() {
        return row.remote() == null ? "" : Addresses.text(row.remote());
    }

    /**
     * Returns the mark of the row's kind: {@code <} received, {@code >} sent, {@code >>} sent automatically, {@code +}
     * joined, {@code -} left, {@code !} another event.
     */
    public String mark() {
        return switch (row.kind()) {
            case RECEIVED -> "<";
            case SENT -> row.origin().kind().isAutomatic() ? ">>" : ">";
            case EVENT -> row.event() instanceof Event.Joined ? "+" : row.event() instanceof Event.Left ? "-" : "!";
        };
    }
}
