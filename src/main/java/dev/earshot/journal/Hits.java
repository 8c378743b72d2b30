package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.TextDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/** Where in one message that what is looked for stands, to be shown. */
public final class Hits {
    private static final int[] NONE = {};
    private static final char REPLACEMENT_CHARACTER = '\uFFFD';

    /** EF BF BD is U+FFFD itself; any other byte that reads so is damage, and one byte. */
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private Hits() {}

    /**
     * The places, in bytes: where the first begins and ends, where the second begins and ends, and so on; they rise and do
     * not overlap.
     *
     * @param bytes a message, or its beginning
     * @param fixed the encoding in which everything is read, or null if each client is read in its own
     * @param own the encoding in which this message is read
     * @param most no more places than this
     */
    public static int[] in(byte[] bytes, Needle needle, Encoding fixed, Encoding own, int most) {
        if (needle instanceof Needle.Expression expression) {
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

    private static int[] matches(byte[] bytes, Needle.Expression expression, Encoding encoding, int most) {
        String text = TextDecoder.decode(encoding, bytes, 0, withoutEnding(bytes, 0, bytes.length));
        IntStream.Builder places = IntStream.builder();
        int at = 0;
        int chars = 0;
        try {
            Matcher matcher = ExpressionMatching.matcher(expression.pattern(), text);
            for (int count = 0; count < most && matcher.find(); count++) {
                int start = at + length(bytes, at, text, chars, matcher.start(), encoding);
                at = start + length(bytes, start, text, matcher.start(), matcher.end(), encoding);
                chars = matcher.end();
                if (at > start) {
                    places.add(start).add(at);
                }
            }
        } catch (ExpressionMatching.TooLongException | StackOverflowError e) {
            return NONE;
        }
        return places.build().toArray();
    }

    /** How many bytes a piece of the decoded text has, the first of which is at {@code at}. */
    private static int length(byte[] bytes, int at, String text, int from, int to, Encoding encoding) {
        int length = 0;
        int clean = from;
        for (int i = from; i <= to; i++) {
            if (i == to || text.charAt(i) == REPLACEMENT_CHARACTER) {
                length += text.substring(clean, i).getBytes(encoding.decodes()).length;
                clean = i + 1;
            }
            if (i < to && text.charAt(i) == REPLACEMENT_CHARACTER) {
                int place = at + length;
                boolean itself = place + 3 <= bytes.length && Arrays.equals(bytes, place, place + 3, REPLACEMENT, 0, 3);
                length += itself ? 3 : 1;
            }
        }
        return length;
    }

    /** How long the message is without its line ending (LF or CR LF). */
    static int withoutEnding(byte[] bytes, int start, int length) {
        if (length == 0 || bytes[start + length - 1] != '\n') {
            return length;
        }
        return length > 1 && bytes[start + length - 2] == '\r' ? length - 2 : length - 1;
    }
}
