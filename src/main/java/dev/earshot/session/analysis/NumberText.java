package dev.earshot.session.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers as devices write them. */
final class NumberText {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(0[xX][0-9A-Fa-f]{1,15}|(\\d+([.,]\\d*)?|[.,]\\d+)([eE][-+]?\\d{1,4})?)");

    private NumberText() {}

    /** Reads a text that is a number: {@code 23.5}, {@code -2,5}, {@code 1e3}, {@code 0x1F}; else it is NaN. */
    static double parse(String text) {
        String stripped = text.strip();
        return NUMBER.matcher(stripped).matches() ? value(stripped) : first(stripped, true);
    }

    /** Reads the first number in a text; NaN if it has none. */
    static double first(String text) {
        return first(text, false);
    }

    /** @param alone whether there may be no other characters than a unit behind the number */
    private static double first(String text, boolean alone) {
        Matcher numbers = NUMBER.matcher(text);
        if (!numbers.find() || alone && numbers.start() > 0) {
            return Double.NaN;
        }
        return value(numbers.group());
    }

    private static double value(String number) {
        boolean negative = number.startsWith("-");
        String digits = negative || number.startsWith("+") ? number.substring(1) : number;
        double value = digits.startsWith("0x") || digits.startsWith("0X")
                ? Long.parseLong(digits.substring(2), 16)
                : Double.parseDouble(digits.replace(',', '.'));
        return negative ? -value : value;
    }
}
