package dev.earshot.journal.search;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.RegularExpression;
import dev.earshot.codec.TextDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/**
 * Finds the hits of a search term in one message, so that they can be highlighted. A hit is a beginning and an end in
 * the bytes; hits rise and do not overlap.
 */
public final class SearchHits {
    private static final int[] NONE = {};

    private SearchHits() {}

    /**
     * Finds the hits of any of these patterns.
     *
     * @param bytes a message, or its beginning
     * @param most no more hits than this
     */
    public static int[] find(byte[] bytes, List<BytePattern> patterns, int most) {
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

    /**
     * Finds the matches of a regular expression; none if that takes too long.
     *
     * @param bytes a message, or its beginning
     * @param text the decoded bytes without a byte order mark and the line ending
     * @param mark the length of the byte order mark in bytes
     * @param most no more matches than this
     */
    public static int[] findMatches(
            byte[] bytes, SearchTerm.Expression expression, String text, int mark, Encoding encoding, int most) {
        IntStream.Builder places = IntStream.builder();
        int at = mark;
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
