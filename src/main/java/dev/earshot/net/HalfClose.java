package dev.earshot.net;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.codec.WholeNumber;
import java.util.concurrent.TimeUnit;

/**
 * The time that a conversation stays open after the peer has finished sending (a half-closed connection, RFC 9293,
 * section 3.6). The time begins with the end of the peer's stream, and anew with each byte that is sent. A conversation
 * with bytes or answers that wait to be sent stays open however long that takes.
 *
 * @param unansweredMillis the time in milliseconds, or {@link #NEVER}
 * @param answeredMillis the same once an automatic message was the last that was sent ({@link OriginKind#isReaction}),
 *     and nothing has come since; also while more than 1,000 conversations of the endpoint are half-closed
 */
public record HalfClose(int unansweredMillis, int answeredMillis) {
    /** The time of a conversation that is never closed for this reason. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** The longest time that can be chosen, in seconds: one day. */
    public static final int MOST_SECONDS = 86_400;

    /**
     * The default of a server: 60 s for a typed answer, and 3 s after an automatic one. Programs that shut down their
     * side, such as {@code nc -N}, end with the connection.
     */
    public static final HalfClose AUTOMATIC = new HalfClose(60_000, 3_000);

    /** The limits of a client: 3 s, because a server that has finished sending has mostly closed. */
    public static final HalfClose BRIEF = ofSeconds(3);

    /** No limit. */
    public static final HalfClose UNLIMITED = new HalfClose(NEVER, NEVER);

    /** Returns the limits of a conversation that is closed after this time, answered or not; 0 = at once. */
    public static HalfClose ofSeconds(int seconds) {
        int millis = (int) TimeUnit.SECONDS.toMillis(seconds);
        return new HalfClose(millis, millis);
    }

    /**
     * Parses {@code auto}, {@code never} or seconds.
     *
     * @throws Problem if the text is none of them
     */
    public static HalfClose parse(String text) throws Problem {
        return switch (text.strip()) {
            case "auto" -> AUTOMATIC;
            case "never" -> UNLIMITED;
            default -> ofSeconds(seconds(text));
        };
    }

    private static int seconds(String text) throws Problem {
        try {
            return WholeNumber.parse(text, 0, MOST_SECONDS);
        } catch (Problem e) {
            throw new Problem("problem.half.close", 0, VisibleText.brief(text), MOST_SECONDS);
        }
    }

    /** Returns the text that {@link #parse} reads. */
    @Override
    public String toString() {
        if (equals(AUTOMATIC)) {
            return "auto";
        }
        return unansweredMillis == NEVER ? "never" : String.valueOf(TimeUnit.MILLISECONDS.toSeconds(unansweredMillis));
    }
}
