package dev.earshot.reply;

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
        byte[] text = pattern.bytesOrNull(message.encoding);
        return text != null && matches(message.bytes, message.length, text) ? whole(message) : null;
    }

    private boolean matches(byte[] bytes, int length, byte[] text) {
        return switch (kind) {
            case EQUALS -> length == text.length && hasAt(bytes, 0, text);
            case STARTS -> length >= text.length && hasAt(bytes, 0, text);
            case ENDS -> length >= text.length && hasAt(bytes, length - text.length, text);
            case CONTAINS -> contains(bytes, length, text);
            default -> throw new AssertionError(kind);
        };
    }

    private static boolean contains(byte[] bytes, int length, byte[] text) {
        for (int at = 0; at <= length - text.length; at++) {
            if (bytes[at] == text[0] && hasAt(bytes, at, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasAt(byte[] bytes, int at, byte[] text) {
        return Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
    }
}
