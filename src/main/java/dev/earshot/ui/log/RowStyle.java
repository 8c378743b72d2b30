package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.NoteSeverity;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Token;
import javax.swing.Icon;

/** The appearance of a log row: its icon and the colour of its text, one constant for each thing a row tells. */
enum RowStyle {
    RECEIVED("in", Token.RECEIVED, Token.TEXT),
    SENT("out", Token.SENT, Token.SENT),
    JOINED("join", Token.MUTED, Token.MUTED),
    LEFT("left", Token.MUTED, Token.MUTED),
    RESET("reset", Token.ERROR, Token.ERROR),
    STALLED("stalled", Token.WARN, Token.WARN),
    OPENED("dot", Token.OK, Token.MUTED),
    CLOSED("ring", Token.MUTED, Token.MUTED),
    NOTE("note", Token.MUTED, Token.MUTED);

    private final Icon icon;
    private final Token words;

    RowStyle(String drawing, Token color, Token words) {
        icon = Icons.of(drawing, 14, color);
        this.words = words;
    }

    Icon icon() {
        return icon;
    }

    /** Returns the colour of the message. */
    Token words() {
        return words;
    }

    static RowStyle of(Row row) {
        return switch (row.kind()) {
            case RECEIVED -> RECEIVED;
            case SENT -> SENT;
            case EVENT -> of(row.event());
        };
    }

    private static RowStyle of(Event event) {
        if (event instanceof Event.Joined) {
            return JOINED;
        } else if (event instanceof Event.Opened) {
            return OPENED;
        } else if (event instanceof Event.Closed) {
            return CLOSED;
        } else if (event instanceof Event.Left left) {
            boolean trouble = left.why() == Event.Reason.RESET_BY_PEER || left.why() == Event.Reason.FAILED;
            return trouble ? RESET : LEFT;
        } else if (event instanceof Event.FinishedSending) {
            return LEFT;
        }
        return event instanceof Event.Note note ? of(note.kind().severity()) : NOTE;
    }

    private static RowStyle of(NoteSeverity severity) {
        return switch (severity) {
            case INFO -> NOTE;
            case WARNING -> STALLED;
            case ERROR -> RESET;
        };
    }
}
