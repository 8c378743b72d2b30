package dev.earshot.reply.rules;

import dev.earshot.codec.Problem;

/**
 * A condition for messages: a kind of comparison and a pattern. The line ending of a message (LF or CR LF) is ignored,
 * except for {@link Kind#HEX}. A text is compared as bytes, in the encoding in which the message is read; it may hold
 * the escapes of the send box, such as {@code \x02}. Where the framing escapes what is between its marks, such as that
 * of JT/T 808, a message is compared as it was before that. Fields are read as the conversation is shown.
 *
 * @param pattern as it was typed; may be wrong
 */
public record Match(Kind kind, String pattern) {

    /** The way in which a message is compared with the pattern. */
    public enum Kind {
        /** Every message matches; there is no pattern. */
        ANY,
        /** The message is this text. */
        EQUALS,
        /** The message contains this text. */
        CONTAINS,
        /** The message begins with this text. */
        STARTS,
        /** The message ends with this text. */
        ENDS,
        /** The text of the message contains this {@link java.util.regex.Pattern}, whose groups are captures. */
        EXPRESSION,
        /**
         * The whole message equals these hex digits. {@code ?} is any digit, so {@code ??} is any byte, and round
         * brackets around bytes make them a capture. One {@code *} is any number of bytes, or none. {@code {u8}},
         * {@code {u16}}, {@code {u24}}, {@code {u32}}, {@code {u64}} (high byte first, with {@code le} low byte first)
         * and {@code {varint}} (seven bits in each byte, low ones first) are any number, and a {@code *} right behind
         * one is as many bytes as it says.
         */
        HEX,
        /** The fields of the message fulfil this condition, see {@link dev.earshot.fields.Formula}. */
        WHERE
    }

    /**
     * Checks the pattern.
     *
     * @throws Problem if the pattern is wrong, with its position where that is known
     */
    public void check() throws Problem {
        compile();
    }

    /**
     * Compiles the pattern.
     *
     * @throws Problem if the pattern is wrong, with its position where that is known
     */
    public MessageMatcher compile() throws Problem {
        if (pattern.isEmpty() && kind != Kind.ANY && kind != Kind.EQUALS) {
            throw new Problem("problem.match.empty", 0);
        }
        return switch (kind) {
            case ANY -> new EveryMatcher();
            case EXPRESSION -> new RegexMatcher(pattern);
            case HEX -> new HexMatcher(pattern);
            case WHERE -> new FieldMatcher(pattern);
            case EQUALS, CONTAINS, STARTS, ENDS -> new BytesMatcher(this);
        };
    }

    private static final class EveryMatcher extends MessageMatcher {
        @Override
        MatchCaptures match(DecodedMessage message) {
            return whole(message);
        }
    }
}
