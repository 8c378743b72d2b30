package dev.earshot.reply;

import dev.earshot.codec.Problem;

/**
 * What is looked for in a message. Its line ending (LF or CR LF) does not count, but for {@link Kind#HEX}. A text is compared
 * as bytes, those that it has in the encoding in which the message is read; it may hold the escapes of the send box, such
 * as {@code \x02}.
 *
 * @param pattern as it was typed; may be wrong
 */
public record Match(Kind kind, String pattern) {

    /** How the pattern is understood. */
    public enum Kind {
        /** Every message matches; there is no pattern. */
        ANY,
        /** The message is this text. */
        EQUALS,
        /** This text is in it. */
        CONTAINS,
        /** It begins with this text. */
        STARTS,
        /** It ends with this text. */
        ENDS,
        /** A regular expression ({@link java.util.regex.Pattern}) is found in its text; its groups are captures. */
        EXPRESSION,
        /**
         * The whole message, in hex digits; {@code ??} is any byte, round brackets around bytes make them a capture, and
         * a {@code *} at the end is any number of further bytes, none as well.
         */
        HEX
    }

    /** @throws Problem if the pattern is wrong, with its place where that is known */
    public void check() throws Problem {
        compile();
    }

    /**
     * Makes it ready.
     *
     * @throws Problem if the pattern is wrong, with its place where that is known
     */
    public MessageMatcher compile() throws Problem {
        if (pattern.isEmpty() && kind != Kind.ANY && kind != Kind.EQUALS) {
            throw new Problem("problem.match.empty", 0);
        }
        return switch (kind) {
            case ANY -> new EveryMatching();
            case EXPRESSION -> new RegexMatcher(pattern);
            case HEX -> new HexMatcher(pattern);
            case EQUALS, CONTAINS, STARTS, ENDS -> new BytesMatcher(this);
        };
    }

    private static final class EveryMatching extends MessageMatcher {
        @Override
        MatchCaptures test(DecodedMessage message) {
            return whole(message);
        }
    }
}
