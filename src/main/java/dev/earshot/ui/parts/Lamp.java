package dev.earshot.ui.parts;

import dev.earshot.session.Status;
import javax.swing.Icon;

/** The icon that shows the state of a session's endpoint. */
public enum Lamp {
    CLOSED("ring", Token.MUTED),
    /** A person has to agree first. */
    ASKING("ring", Token.WARN),
    CHANGING("dot", Token.WARN),
    OPEN("dot", Token.OK),
    FAILED("reset", Token.ERROR);

    private final String drawing;
    private final Token token;

    Lamp(String drawing, Token token) {
        this.drawing = drawing;
        this.token = token;
    }

    /** Returns the lamp of a state. */
    public static Lamp of(Status.State state) {
        return switch (state) {
            case CLOSED -> CLOSED;
            case OPENING, RECONNECTING, CLOSING -> CHANGING;
            case OPEN -> OPEN;
            case FAILED -> FAILED;
        };
    }

    public Icon icon() {
        return Icons.of(drawing, 16, token);
    }
}
