package dev.earshot.reply;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.Problem;
import java.util.Arrays;

/** Compares bytes: those of the message with those that the typed text has in the message's encoding. */
final class BytesMatcher extends MessageMatcher {
    private final Match.Kind kind;
    private final TypedBytes wanted;

    BytesMatcher(Match match) throws Problem {
        kind = match.kind();
        wanted = new TypedBytes(match.pattern(), 0, match.pattern().length(), LineEnding.NONE);
        wanted.in(Encoding.UTF_8);
    }

    @Override
    MatchCaptures test(DecodedMessage message) {
        byte[] text = wanted.orNull(message.encoding);
        return text != null && matches(message.bytes, message.length, text) ? whole(message) : null;
    }

    private boolean matches(byte[] bytes, int length, byte[] text) {
        return switch (kind) {
            case EQUALS -> length == text.length && isAt(bytes, 0, text);
            case STARTS -> length >= text.length && isAt(bytes, 0, text);
            case ENDS -> length >= text.length && isAt(bytes, length - text.length, text);
            case CONTAINS -> isIn(bytes, length, text);
            default -> throw new AssertionError(kind);
        };
    }

    private static boolean isIn(byte[] bytes, int length, byte[] text) {
        for (int at = 0; at <= length - text.length; at++) {
            if (bytes[at] == text[0] && isAt(bytes, at, text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(byte[] bytes, int at, byte[] text) {
        return Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
    }
}
