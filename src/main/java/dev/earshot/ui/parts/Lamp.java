package dev.earshot.ui.parts;

import dev.earshot.session.Status;
import javax.swing.Icon;

/** How the state of a session is drawn, the same wherever it is shown. */
public enum Lamp {
    CLOSED("ring", Token.MUTED),
    /** Something is to be agreed to first. */
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
