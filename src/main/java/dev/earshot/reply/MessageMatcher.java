package dev.earshot.reply;

import dev.earshot.codec.Encoding;

/** A {@link Match} that is ready to look at messages. May be used by several threads at once. */
public abstract class MessageMatcher {

    /**
     * Looks at one message. Never throws.
     *
     * @param message with its line ending, if it has one
     * @param encoding in which it is read
     * @return what was captured, or null if the message does not match
     */
    public final MatchCaptures test(byte[] message, Encoding encoding) {
        return look(new DecodedMessage(message, encoding));
    }

    /** The same in each way in which the message may be read. */
    final MatchCaptures look(DecodedMessage message) {
        MatchCaptures found = test(message);
        return found == null && message.otherwise != null ? test(message.otherwise) : found;
    }

    /** Looks at it in this one encoding. */
    abstract MatchCaptures test(DecodedMessage message);

    /** How many captures it has, from 0 to {@link MatchCaptures#MOST}. */
    public int captures() {
        return 0;
    }

    /** On how many messages it was given up, because looking took too long. */
    public long givenUp() {
        return 0;
    }

    /** The whole message, without its line ending. */
    static MatchCaptures whole(DecodedMessage message) {
        return MatchCaptures.of(message.bytes, 0, message.length);
    }
}
