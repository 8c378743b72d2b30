package dev.earshot.journal.search;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;
import dev.earshot.codec.PastedHex;
import dev.earshot.codec.Problem;
import dev.earshot.codec.RegularExpression;
import dev.earshot.codec.RequiredLiterals;
import dev.earshot.fields.FieldCondition;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A text, bytes or a regular expression to be found in messages. Immutable. */
public sealed interface SearchTerm {

    /** Returns the term as it was typed. */
    String typed();

    /** A text, searched as bytes: ASCII letters in either case, everything else as it is. */
    record Text(String typed, String text) implements SearchTerm {}

    /** A run of bytes, some of which may be any byte. */
    record Bytes(String typed, BytePattern pattern) implements SearchTerm {}

    /** A regular expression, searched in each message's text without its line ending. */
    record Expression(String typed, Pattern pattern) implements SearchTerm {

        /**
         * Returns the texts that every match has, the longest first, each as the byte patterns of which a message has
         * one.
         *
         * @param searched the encodings in which messages are read
         */
        List<List<BytePattern>> literals(Collection<Encoding> searched) {
            return RequiredLiterals.of(pattern).stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(literal -> new Text(literal, literal).patterns(searched))
                    .toList();
        }
    }

    /** A condition on the fields of a message, after the word {@code where}. */
    record Condition(String typed, FieldCondition condition) implements SearchTerm {}

    /** The word before a condition. */
    String WHERE = "where ";

    /** The shortest text between slashes or quotes, with them. */
    int SHORTEST_ENCLOSED = 3;

    /** Two or more pairs of hex digits, one of which may not be {@code ??}. */
    Pattern PAIRS = Pattern.compile("(?=.*[0-9A-Fa-f])\\s*([0-9A-Fa-f]{2}|\\?\\?)(\\s+([0-9A-Fa-f]{2}|\\?\\?))+\\s*");

    /**
     * Reads a term as a person types it. Two or more pairs of hex digits or {@code ??} with spaces between them are
     * bytes, and so is everything after {@code hex}; {@code /.../} is a regular expression; what follows {@code where}
     * is a condition on fields; everything else is a text, and {@code "..."} always is.
     *
     * @return null if nothing was typed
     * @throws Problem if hex digits, a regular expression or a condition are wrong
     */
    static SearchTerm parse(String typed) throws Problem {
        if (typed.isEmpty()) {
            return null;
        } else if (enclosed(typed, '"')) {
            return new Text(typed, typed.substring(1, typed.length() - 1));
        } else if (enclosed(typed, '/')) {
            return expression(typed);
        } else if (typed.startsWith(WHERE)) {
            return new Condition(typed, condition(typed));
        } else if (typed.regionMatches(true, 0, "hex ", 0, 4)
                && !typed.substring(4).isBlank()) {
            return hex(typed, "    " + typed.substring(4));
        } else if (PAIRS.matcher(typed).matches()) {
            return bytes(typed, typed);
        }
        return new Text(typed, typed);
    }

    private static boolean enclosed(String typed, char mark) {
        int last = typed.length() - 1;
        return typed.length() >= SHORTEST_ENCLOSED && typed.charAt(0) == mark && typed.charAt(last) == mark;
    }

    private static FieldCondition condition(String typed) throws Problem {
        try {
            return FieldCondition.parse(typed.substring(WHERE.length()));
        } catch (Problem e) {
            throw new Problem(
                    e.key(), e.position() + WHERE.length(), e.arguments().toArray());
        }
    }

    private static SearchTerm expression(String typed) throws Problem {
        try {
            return new Expression(typed, Pattern.compile(typed.substring(1, typed.length() - 1)));
        } catch (PatternSyntaxException e) {
            int position = Math.max(0, e.getIndex()) + 1;
            throw new Problem(
                    "problem.filter.expression", position, Integer.toString(position + 1), RegularExpression.reason(e));
        } catch (StackOverflowError e) {
            throw new Problem("problem.filter.expression", 1, "2", RegularExpression.TOO_MANY_BRACKETS);
        }
    }

    private static SearchTerm hex(String typed, String digits) throws Problem {
        Optional<byte[]> pasted = PastedHex.find(digits);
        return pasted.isEmpty()
                ? bytes(typed, digits)
                : new Bytes(typed, BytePattern.ofBytes(pasted.get(), new boolean[pasted.get().length]));
    }

    /** @param digits as long as the typed text, so that a problem has the right position */
    private static SearchTerm bytes(String typed, String digits) throws Problem {
        byte[] low = Hex.parse(digits.replace("??", "00"));
        byte[] high = Hex.parse(digits.replace("??", "FF"));
        boolean[] any = new boolean[low.length];
        for (int i = 0; i < low.length; i++) {
            any[i] = low[i] != high[i];
            if (any[i] && (low[i] != 0 || high[i] != (byte) 0xFF)) {
                int at = digits.indexOf("??"); // such as 4??1, where the marks stand for halves of two bytes
                throw new Problem("problem.hex.digit", at, Integer.toString(at + 1), "?");
            }
        }
        return new Bytes(typed, BytePattern.ofBytes(low, any));
    }

    /** Whether the note of a person contains the term. Bytes are searched in messages only. */
    default boolean isIn(String note) {
        if (this instanceof Text text) {
            return note.toLowerCase(Locale.ROOT).contains(text.text.toLowerCase(Locale.ROOT));
        }
        try {
            return this instanceof Expression expression
                    && RegularExpression.matcher(expression.pattern, note, RegularExpression.MOST_STEPS)
                            .find();
        } catch (RegularExpression.TooLongException | StackOverflowError e) {
            return false;
        }
    }

    /**
     * Returns the byte patterns of the term; none for an expression or a condition, or if no encoding can write it.
     *
     * @param searched the encodings in which messages are read
     */
    default List<BytePattern> patterns(Collection<Encoding> searched) {
        if (this instanceof Bytes bytes) {
            return List.of(bytes.pattern);
        } else if (this instanceof Text text) {
            return patterns(text.text, searched);
        }
        return List.of();
    }

    private static List<BytePattern> patterns(String text, Collection<Encoding> searched) {
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(text);
        Set<Charset> charsets = new HashSet<>();
        List<BytePattern> patterns = new ArrayList<>();
        for (Encoding one : searched) {
            // ASCII has the same bytes in most encodings.
            Encoding encoding = ascii && one.isAsciiCompatible() ? Encoding.UTF_8 : one;
            if (charsets.add(encoding.readCharset())) {
                BytePattern pattern = BytePattern.ofText(text, encoding);
                if (pattern != null) {
                    patterns.add(pattern);
                }
            }
        }
        return patterns;
    }
}
