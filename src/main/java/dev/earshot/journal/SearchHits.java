package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.RegularExpression;
import dev.earshot.codec.TextDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/** Where in one message that what is looked for stands, to be shown. */
public final class SearchHits {
    private static final int[] NONE = {};

    private SearchHits() {}

    /**
     * The places, in bytes: where the first begins and ends, where the second begins and ends, and so on; they rise and do
     * not overlap.
     *
     * @param bytes a message, or its beginning
     * @param fixed the encoding in which everything is read, or null if each client is read in its own
     * @param own the encoding in which this message is read
     * @param most no more places than this
     */
    public static int[] in(byte[] bytes, SearchTerm needle, Encoding fixed, Encoding own, int most) {
        if (needle instanceof SearchTerm.Expression expression) {
            return matches(bytes, expression, own, most);
        }
        List<BytePattern> patterns = needle.patterns(fixed);
        IntStream.Builder places = IntStream.builder();
        int[] next = new int[patterns.size()];
        Arrays.fill(next, -1);
        int from = 0;
        for (int count = 0; count < most; count++) {
            int nearest = -1;
            for (int i = 0; i < next.length; i++) {
                if (next[i] < from) {
                    int found = patterns.get(i).find(bytes, from, bytes.length);
                    next[i] = found < 0 ? bytes.length : found;
                }
                nearest = next[i] < bytes.length && (nearest < 0 || next[i] < next[nearest]) ? i : nearest;
            }
            if (nearest < 0) {
                break;
            }
            from = next[nearest] + patterns.get(nearest).length();
            places.add(next[nearest]).add(from);
        }
        return places.build().toArray();
    }

    private static int[] matches(byte[] bytes, SearchTerm.Expression expression, Encoding encoding, int most) {
        String text = TextDecoder.decode(encoding, bytes, 0, LineEnding.lengthBefore(bytes, 0, bytes.length));
        IntStream.Builder places = IntStream.builder();
        int at = 0;
        int chars = 0;
        try {
            Matcher matcher = RegularExpression.matcher(expression.pattern(), text, RegularExpression.MOST_STEPS);
            for (int count = 0; count < most && matcher.find(); count++) {
                int start = at + TextDecoder.lengthOf(text, chars, matcher.start(), encoding, bytes, at);
                at = start + TextDecoder.lengthOf(text, matcher.start(), matcher.end(), encoding, bytes, start);
                chars = matcher.end();
                if (at > start) {
                    places.add(start).add(at);
                }
            }
        } catch (RegularExpression.TooLongException | StackOverflowError e) {
            return NONE;
        }
        return places.build().toArray();
    }
}
