package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;

/** A compiled {@link Match}, which tests messages. Any thread. */
public abstract class MessageMatcher {

    /**
     * Tests one message. Never throws.
     *
     * @param message its bytes with its line ending, if it has one
     * @param encoding the encoding in which it is read
     * @return the captures, or null if the message does not match
     */
    public final MatchCaptures match(byte[] message, Encoding encoding) {
        return match(message, encoding, MessageFields.NONE);
    }

    /** Tests one message with its fields. Never throws. */
    public final MatchCaptures match(byte[] message, Encoding encoding, MessageFields fields) {
        return matchAnyReading(new DecodedMessage(message, encoding, fields));
    }

    /** Tests a message in each encoding that it may have; null if it matches in none. */
    final MatchCaptures matchAnyReading(DecodedMessage message) {
        MatchCaptures found = match(message);
        return found == null && message.alternative != null ? match(message.alternative) : found;
    }

    /** Tests a message in its first encoding only. */
    abstract MatchCaptures match(DecodedMessage message);

    /** Returns whether it reads the fields of messages. */
    boolean readsFields() {
        return false;
    }

    /** Returns the number of captures, from 0 to {@link MatchCaptures#MOST}. */
    public int captures() {
        return 0;
    }

    /** Returns the number of messages whose test was given up because it took too long. */
    public long givenUp() {
        return 0;
    }

    /** Returns the whole text, without a byte order mark and its line ending, as the only capture. */
    static MatchCaptures whole(DecodedMessage message) {
        return MatchCaptures.of(message.bytes, message.start, message.end);
    }
}
