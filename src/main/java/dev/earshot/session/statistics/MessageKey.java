package dev.earshot.session.statistics;

import dev.earshot.journal.Row;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The content of a message, for a comparison with others. Long ones are compared by their length, their beginning and
 * the SHA-256 of all bytes, so that each takes little memory. Immutable.
 */
final class MessageKey {
    /** The most bytes that are kept of a message. */
    static final int KEPT = 256;

    private static final byte[] NO_DIGEST = {};

    private final Row.Kind direction;
    private final int length;
    private final byte[] beginning;
    private final byte[] digest;
    private final int hash;

    private MessageKey(Row message) {
        byte[] bytes = message.bytes();
        direction = message.kind();
        length = message.length();
        beginning = bytes.length <= KEPT ? bytes : Arrays.copyOf(bytes, KEPT);
        digest = bytes.length <= KEPT ? NO_DIGEST : sha256(bytes);
        hash = 31 * (31 * Arrays.hashCode(beginning) + Arrays.hashCode(digest)) + length;
    }

    static MessageKey of(Row message) {
        return new MessageKey(message);
    }

    private static byte[] sha256(byte... bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java has SHA-256", e);
        }
    }

    /** Returns the first bytes of the message, all if it is short; they must not be changed. */
    byte[] beginning() {
        return beginning;
    }

    int length() {
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MessageKey key
                && hash == key.hash
                && length == key.length
                && direction == key.direction
                && Arrays.equals(beginning, key.beginning)
                && Arrays.equals(digest, key.digest);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
