package dev.earshot.fields;

import dev.earshot.codec.Problem;
import java.math.BigInteger;
import java.util.Arrays;

/** A formula over the fields of a message, for templates, columns of the log and plots. Immutable; any thread. */
public final class FieldFormula {
    private final Formula formula;

    private FieldFormula(Formula formula) {
        this.formula = formula;
    }

    /**
     * Reads a formula as {@link Formula} describes it; often it is the name of a field alone.
     *
     * @throws Problem if it is none, with the position of the mistake
     */
    public static FieldFormula parse(String text) throws Problem {
        return new FieldFormula(Formula.parse(text));
    }

    /** Whether the formula is the name of a field alone. */
    public boolean isName() {
        return formula instanceof FieldName;
    }

    /**
     * Returns the value as text: that of a field without its unit, and a computed number with at most 12 digits.
     *
     * @return empty if the message does not have the field; it may hold control characters
     */
    public String text(FieldReading reading) {
        MessageScope scope = new MessageScope(reading);
        if (formula instanceof FieldName name) {
            FieldValue field = name.last(scope);
            return field != null ? field.plainText() : text(name.number(scope));
        }
        String constant = formula.text(scope);
        return constant != null ? constant : text(formula.number(scope));
    }

    /** Whether the bytes of the field that the formula names contradict the layout, such as a wrong checksum. */
    public boolean isWrong(FieldReading reading) {
        FieldValue field = formula instanceof FieldName name ? name.last(new MessageScope(reading)) : null;
        return field != null && field.isWrong();
    }

    private static String text(double number) {
        return Double.isNaN(number) ? "" : FieldNumbers.rounded(number);
    }

    /** Returns the value as a number; not a number (NaN) if it has none, or the message does not have the field. */
    public double number(FieldReading reading) {
        MessageScope scope = new MessageScope(reading);
        FieldValue field = formula instanceof FieldName name ? name.last(scope) : null;
        return field == null ? formula.number(scope) : field.number();
    }

    /** Returns the value rounded to a whole number, of which the lowest 64 bits count; null if it is no number. */
    public Long wholeNumber(FieldReading reading) {
        MessageScope scope = new MessageScope(reading);
        FieldValue field = formula instanceof FieldName name ? name.last(scope) : null;
        if (field != null && field.plainText().matches("-?[0-9]{1,20}")) {
            BigInteger digits = new BigInteger(field.plainText());
            if (!field.isNumeric() || digits.doubleValue() == field.number()) { // else they are hex digits
                return digits.longValue(); // a double has 53 bits
            }
        }
        double number = field == null ? formula.number(scope) : field.number();
        return Double.isNaN(number) ? null : Long.valueOf(Math.round(number));
    }

    /** Returns a copy of the bytes of the field that the formula names; none if the message does not have it. */
    public byte[] bytes(FieldReading reading) {
        FieldValue field = formula instanceof FieldName name ? name.last(new MessageScope(reading)) : null;
        return field == null || field.from() < 0
                ? new byte[0]
                : Arrays.copyOfRange(reading.input().bytes(), field.from(), field.to());
    }
}
