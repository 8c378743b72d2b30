package dev.earshot.reply;

/**
 * What is looked for in a message. Its line ending (LF or CR LF) does not count, but for {@link Kind#HEX}.
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
         * The whole message, in hex digits; {@code ??} is any byte, brackets around bytes make them a capture, and a
         * {@code *} at the end is any number of further bytes.
         */
        HEX
    }
}
