package dev.earshot.fields;

import dev.earshot.codec.Problem;

/**
 * A formula over fields: a condition such as {@code function = 3 and unit != 0}, or a number such as {@code count * 2}.
 * True is 1, false is 0; what depends on a field that the message does not have is unknown, which is not a number
 * (NaN). Immutable; any thread.
 *
 * <p>From the weakest to the strongest there are {@code or}, {@code and}, {@code not}, the comparisons {@code = != < <=
 * > >=} and {@code contains}, then {@code |}, {@code &}, {@code << >>}, {@code + -}, {@code * / %} and the sign {@code
 * -}. Whole numbers may be written as {@code 0x1F}; texts stand between quotes. The name of a field alone is true if it
 * is not 0, or if it has no number; that of a checksum if it is right. {@code gps.lat} is a field {@code lat} in a
 * group {@code gps}; a name with other characters stands between backquotes.
 */
public interface Formula {

    /** Computes the formula, or returns not a number (NaN) where a field that it needs is missing. */
    double number(FieldScope scope);

    /** Returns the formula's value as a text to compare with; null if it has none. */
    default String text(FieldScope scope) {
        return null;
    }

    /** Whether the formula is true; false where that is unknown. */
    default boolean isTrue(FieldScope scope) {
        return truth(number(scope)) > 0;
    }

    /** Returns 1 for any number but 0, 0 for 0, and NaN for NaN. */
    static double truth(double number) {
        return Double.isNaN(number) ? number : number == 0 ? 0 : 1;
    }

    /**
     * Reads a formula.
     *
     * @throws Problem if it is none, with the position of the mistake
     */
    static Formula parse(String text) throws Problem {
        return new FormulaParser(text).parse();
    }
}
