package dev.earshot.reply.rules;

import dev.earshot.codec.Problem;
import dev.earshot.codec.RegularExpression;
import dev.earshot.codec.TextDecoder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a regular expression in the text of a message. Captures are the original bytes, even if they are not text. */
final class RegexMatcher extends MessageMatcher {
    /** The limit of characters inspected for one message: some 10 ms, because the thread of its sender waits. */
    static final int MOST_STEPS = 1_000_000;

    private final Pattern pattern;
    private final int captures;
    private final AtomicLong givenUp = new AtomicLong();

    RegexMatcher(String typed) throws Problem {
        pattern = RegularExpression.compile(typed, "problem.match.expression");
        captures = Math.min(MatchCaptures.MOST, pattern.matcher("").groupCount());
    }

    @Override
    public int captures() {
        return captures;
    }

    @Override
    public long givenUp() {
        return givenUp.get();
    }

    @Override
    MatchCaptures match(DecodedMessage message) {
        String text = message.text();
        try {
            Matcher matcher = RegularExpression.matcher(pattern, text, MOST_STEPS);
            return matcher.find() ? capturesOf(message, matcher) : null;
        } catch (RegularExpression.TooLongException | StackOverflowError e) {
            givenUp.incrementAndGet();
            return null;
        }
    }

    private MatchCaptures capturesOf(DecodedMessage message, Matcher matcher) {
        int[] places = new int[2 * captures + 2];
        Arrays.fill(places, -1);
        places[0] = message.start;
        places[1] = message.end;
        for (int group = 1; group <= captures; group++) {
            if (matcher.start(group) >= 0) {
                places[2 * group] = byteOffset(message, matcher.start(group));
                places[2 * group + 1] = byteOffset(message, matcher.end(group));
            }
        }
        return MatchCaptures.of(message.bytes, places);
    }

    /** Returns the position in the bytes of a position in the text. */
    private static int byteOffset(DecodedMessage message, int inText) {
        int start = message.start;
        int length = TextDecoder.lengthOf(message.text(), 0, inText, message.encoding, message.bytes, start);
        return Math.min(start + length, message.end);
    }
}
