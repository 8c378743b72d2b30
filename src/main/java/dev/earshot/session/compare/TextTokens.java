package dev.earshot.session.compare;

import java.util.Arrays;
import java.util.Map;

/** A text as the words, numbers, blanks and punctuation that a person compares; Chinese by characters. Immutable. */
final class TextTokens {
    private final int[] numbers;
    private final int[] ends;

    private TextTokens(int[] numbers, int[] ends) {
        this.numbers = numbers;
        this.ends = ends;
    }

    /** @param known the numbers of the tokens that both sides share, to which new ones are added */
    static TextTokens of(String text, Map<String, Integer> known) {
        int[] numbers = new int[text.length()];
        int[] ends = new int[text.length()];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            numbers[count] = known.computeIfAbsent(text.substring(at, end), token -> known.size());
            ends[count++] = end;
            at = end;
        }
        return new TextTokens(Arrays.copyOf(numbers, count), Arrays.copyOf(ends, count));
    }

    private static int end(String text, int from) {
        int at = from + Character.charCount(text.codePointAt(from));
        Kind kind = Kind.of(text.codePointAt(from));
        while (kind != Kind.SIGN && at < text.length() && goesOn(text, at, kind)) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Whether a character belongs to the token before it; a point between digits does. */
    private static boolean goesOn(String text, int at, Kind kind) {
        boolean isPoint = kind == Kind.DIGITS && text.charAt(at) == '.';
        return isPoint
                ? at + 1 < text.length() && Kind.of(text.codePointAt(at + 1)) == kind
                : Kind.of(text.codePointAt(at)) == kind;
    }

    private enum Kind {
        LETTERS,
        DIGITS,
        BLANKS,
        SIGN;

        static Kind of(int c) {
            if (Character.isDigit(c)) {
                return DIGITS;
            } else if (Character.isWhitespace(c)) {
                return BLANKS;
            }
            return Character.isLetter(c) && !Character.isIdeographic(c) ? LETTERS : SIGN;
        }
    }

    /** Returns a number for each token, equal for equal tokens; owned by this object. */
    int[] numbers() {
        return numbers;
    }

    /** Returns the index in the text at which a token begins, or the end of the text for the number of tokens. */
    int start(int token) {
        return token == 0 ? 0 : ends[token - 1];
    }
}
