package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import java.util.Arrays;

/** Compares a message with a text as bytes. The text is encoded in the encoding of the message. */
final class BytesMatcher extends MessageMatcher {
    private final Match.Kind kind;
    private final EncodedText pattern;

    BytesMatcher(Match match) throws Problem {
        kind = match.kind();
        pattern = new EncodedText(match.pattern(), 0, match.pattern().length(), LineEnding.NONE);
        pattern.bytes(Encoding.UTF_8);
    }

    @Override
    MatchCaptures match(DecodedMessage message) {
        byte[] wanted = pattern.bytesOrNull(message.encoding);
        boolean matches = wanted != null
                && (matches(message.bytes, message.start, message.end, wanted)
                        || message.start > 0 && matches(message.bytes, 0, message.end, wanted));
        return matches ? whole(message) : null;
    }

    private boolean matches(byte[] bytes, int start, int end, byte[] wanted) {
        int length = end - start;
        return switch (kind) {
            case EQUALS -> length == wanted.length && hasAt(bytes, start, wanted);
            case STARTS -> length >= wanted.length && hasAt(bytes, start, wanted);
            case ENDS -> length >= wanted.length && hasAt(bytes, end - wanted.length, wanted);
            case CONTAINS -> contains(bytes, start, end, wanted);
            default -> throw new AssertionError(kind);
        };
    }

    private static boolean contains(byte[] bytes, int start, int end, byte[] wanted) {
        for (int at = start; at <= end - wanted.length; at++) {
            if (bytes[at] == wanted[0] && hasAt(bytes, at, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAt(byte[] bytes, int at, byte[] wanted) {
        return Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
