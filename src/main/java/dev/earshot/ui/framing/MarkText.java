package dev.earshot.ui.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.DelimiterFraming;
import dev.earshot.codec.framing.Mark;

/** Prints and reads marks in text fields. */
final class MarkText {
    private MarkText() {}

    /** Prints hex digits in pairs, such as {@code 0D 0A|0D}. */
    static String print(String marks) {
        return marks.replaceAll("([^|]{2})(?=[^|])", "$1 ");
    }

    /**
     * Reads marks with {@code |} between, as {@link DelimiterFraming#parse} does.
     *
     * @throws Problem if there is none, or one is wrong
     */
    static String parseSeveral(String typed) throws Problem {
        return DelimiterFraming.parse(typed).bytes();
    }

    /** Reads one mark; none is empty. */
    static String parseOptional(String typed) throws Problem {
        return typed.isBlank() ? "" : Mark.parse(typed).toString();
    }
}
