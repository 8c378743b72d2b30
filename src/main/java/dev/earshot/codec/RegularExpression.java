package dev.earshot.codec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matches regular expressions with a bound on the work: after some number of steps the search is given up. Steps are
 * counted and not timed, so that a text gives the same result every time.
 */
public final class RegularExpression {
    /** The most characters that are read for one text, which takes some 50 ms. */
    public static final int MOST_STEPS = 5_000_000;

    /** The words for an expression with too many brackets within each other, as an argument of a {@link Problem}. */
    public static final Object TOO_MANY_BRACKETS = ExpressionMistake.DEEP.word();

    /** The largest product of the counts of repetitions from 100 on; those below are found in many good expressions. */
    private static final int MOST_REPETITIONS = 1_000_000;

    private static final Pattern COUNT = Pattern.compile("\\{0*([1-9][0-9]{2,9})");

    private RegularExpression() {}

    /**
     * Reads a regular expression as it was typed.
     *
     * @param key of the problem's words, which are filled with the position as people count and with the reason
     * @throws Problem if this is no regular expression
     */
    public static Pattern compile(String typed, String key) throws Problem {
        int repeated = findRepetition(typed);
        if (repeated >= 0) {
            throw new Problem(key, repeated, Hex.position(repeated), ExpressionMistake.MANY.word());
        }
        try {
            return Pattern.compile(typed);
        } catch (PatternSyntaxException e) {
            int position = Math.min(Math.max(0, e.getIndex()), Math.max(0, typed.length() - 1));
            throw new Problem(key, position, Hex.position(position), ExpressionMistake.describe(e));
        } catch (StackOverflowError e) {
            throw new Problem(key, 0, Hex.position(0), TOO_MANY_BRACKETS);
        }
    }

    /** Returns what is wrong with an expression, as an argument of a {@link Problem}. */
    public static Object reason(PatternSyntaxException e) {
        return ExpressionMistake.describe(e);
    }

    /**
     * Returns where the counts of repetitions become too many, or -1. An empty expression such as {@code (){99999999}}
     * is repeated without reading a character, which would not count as steps.
     */
    private static int findRepetition(String typed) {
        Matcher counts = COUNT.matcher(typed);
        long product = 1;
        while (counts.find()) {
            product *= Long.parseLong(counts.group(1));
            if (product > MOST_REPETITIONS) {
                return counts.start();
            }
        }
        return -1;
    }

    /**
     * Makes a matcher of the expression for a text. Its methods throw {@link TooLongException} after {@code steps}
     * steps, and {@link StackOverflowError} where the expression is nested too deeply.
     */
    public static Matcher matcher(Pattern pattern, String text, int steps) {
        return pattern.matcher(new Counted(text, new int[] {steps}));
    }

    /** Thrown when a search took too many steps. */
    public static final class TooLongException extends RuntimeException {
        TooLongException() {
            super("", null, false, false);
        }
    }

    /** A text that counts how often it is read, and throws when that is too often. */
    private record Counted(CharSequence text, int[] stepsLeft) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (--stepsLeft[0] < 0) {
                throw new TooLongException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.subSequence(start, end), stepsLeft);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
