package dev.earshot.net;

import dev.earshot.net.Event.Reason;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The reason why a conversation ended; the words are the detail of {@link Event.Left}. */
public record CloseReason(Reason why, String words) {
    static final CloseReason BY_PEER = new CloseReason(Reason.CLOSED_BY_PEER, "");
    static final CloseReason HERE = new CloseReason(Reason.CLOSED_HERE, "");
    static final CloseReason RESET_HERE = new CloseReason(Reason.RESET_HERE, "");

    /** The note before it says why. */
    static final CloseReason NO_HANDSHAKE = new CloseReason(Reason.FAILED, "TLS");

    /**
     * The messages by which a reset is recognised; Java has no exception type for it. It is "Connection reset" when
     * reading and the system's words when writing (Linux and macOS, then Windows).
     */
    private static final List<String> RESETS = List.of(
            "Connection reset",
            "Broken pipe",
            "An existing connection was forcibly closed",
            "An established connection was aborted",
            "Software caused connection abort");

    /** Returns the reason of a half-closed conversation to whose peer nothing was to be sent for this time. */
    static CloseReason halfClosed(int millis) {
        return new CloseReason(Reason.HALF_CLOSED, String.valueOf(TimeUnit.MILLISECONDS.toSeconds(millis)));
    }

    /** Whether the peer is told of the end before the connection is closed. */
    boolean isPolite() {
        return switch (why) {
            case CLOSED_BY_PEER, CLOSED_HERE, HALF_CLOSED -> true;
            case RESET_BY_PEER, RESET_HERE, FAILED, IDLE, DISPLACED, END_NOT_CAPTURED -> false;
        };
    }

    static CloseReason of(Throwable error) {
        if (error instanceof HandshakeFailure) {
            return NO_HANDSHAKE;
        }
        return isReset(error)
                ? new CloseReason(Reason.RESET_BY_PEER, "")
                : new CloseReason(Reason.FAILED, describe(error));
    }

    /** Returns the error's message, which is in the system's words, or its class name if it has none. */
    public static String describe(Throwable error) {
        String message = error.getMessage();
        return message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
    }

    private static boolean isReset(Throwable error) {
        String message = error.getMessage();
        return error instanceof IOException
                && message != null
                && RESETS.stream().anyMatch(message::startsWith);
    }
}
