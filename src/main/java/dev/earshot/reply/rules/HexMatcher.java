package dev.earshot.reply.rules;

import dev.earshot.codec.Problem;
import java.util.Arrays;
import java.util.List;

/** Compares a whole message with a hex pattern, from left to right in one pass. */
final class HexMatcher extends MessageMatcher {
    private final List<HexPart> parts;
    private final int captures;

    HexMatcher(String typed) throws Problem {
        HexPatternParser parser = new HexPatternParser(typed);
        parts = parser.parts();
        captures = parser.captures();
    }

    @Override
    public int captures() {
        return captures;
    }

    @Override
    MatchCaptures match(DecodedMessage message) {
        byte[] bytes = message.bytes;
        MatchCaptures found = match(bytes);
        return found == null && message.start > 0
                ? match(Arrays.copyOfRange(bytes, message.start, bytes.length))
                : found;
    }

    private MatchCaptures match(byte[] bytes) {
        HexPart.Progress progress = new HexPart.Progress(bytes, captures);
        for (HexPart part : parts) {
            if (!part.takes(progress)) {
                return null;
            }
        }
        return progress.at == bytes.length ? MatchCaptures.of(bytes, progress.places) : null;
    }
}
