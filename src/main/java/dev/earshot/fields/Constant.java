package dev.earshot.fields;

/**
 * A number or a text in a formula.
 *
 * @param value the number; NaN for a text that is none
 * @param text the text as it was written, or the digits of the number
 */
record Constant(double value, String text) implements Formula {

    static Constant of(double value) {
        return new Constant(value, FieldNumbers.text(value));
    }

    static Constant of(String text) {
        return new Constant(FieldNumbers.parse(text), text);
    }

    @Override
    public double number(FieldScope scope) {
        return value;
    }

    @Override
    public String text(FieldScope scope) {
        return text;
    }
}
