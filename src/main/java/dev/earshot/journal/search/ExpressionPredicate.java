package dev.earshot.journal.search;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.LineEnding;
import dev.earshot.codec.RegularExpression;
import dev.earshot.codec.TextDecoder;
import dev.earshot.journal.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tests whether the text of a message matches a regular expression, and gives up a message that takes too long.
 * Confined to one thread.
 */
final class ExpressionPredicate implements MessagePredicate {
    /** The number of given up rows at which the search ends, as each took its time. */
    static final int MOST_GIVEN_UP = 20;

    private final Pattern pattern;
    private final List<List<BytePattern>> literals;
    private final RowLens lens;
    private final List<Long> givenUp = new ArrayList<>();

    /** @param literals each as its patterns, of which a message that matches has one */
    ExpressionPredicate(Pattern pattern, List<List<BytePattern>> literals, RowLens lens) {
        this.pattern = pattern;
        this.literals = literals;
        this.lens = lens;
    }

    /** Returns the rows that were given up. */
    List<Long> givenUp() {
        return givenUp;
    }

    @Override
    public boolean passes(Row.Kind kind, int peer, long row, byte[] bytes, int start, int length) {
        if (givenUp.size() >= MOST_GIVEN_UP || !hasLiterals(bytes, start, length)) {
            return false;
        }
        Encoding encoding = lens.encoding(kind, peer, bytes, start, length);
        try {
            int end = start + LineEnding.lengthBefore(encoding, bytes, start, length);
            int mark = encoding.byteOrderMarkLength(bytes, start, end);
            String text = TextDecoder.decode(encoding, bytes, start + mark, end - start - mark);
            return RegularExpression.matcher(pattern, text, RegularExpression.MOST_STEPS)
                    .find();
        } catch (RegularExpression.TooLongException | StackOverflowError e) {
            givenUp.add(row);
            return false;
        }
    }

    private boolean hasLiterals(byte[] bytes, int start, int length) {
        for (List<BytePattern> literal : literals) {
            if (!hasAny(literal, bytes, start, start + length)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasAny(List<BytePattern> patterns, byte[] bytes, int start, int end) {
        for (BytePattern one : patterns) {
            if (one.find(bytes, start, end) >= 0) {
                return true;
            }
        }
        return false;
    }
}
