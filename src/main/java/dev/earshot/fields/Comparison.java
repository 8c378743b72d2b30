package dev.earshot.fields;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Compares two values as numbers if both are numbers, else as texts without regard to case; {@code contains} compares
 * texts only. A field that a whole message has several times is compared each time, and one that fits is enough.
 */
record Comparison(Operator operator, Formula left, Formula right) implements Formula {
    /** From here on, whole numbers such as those of SIM cards differ and are the same in double precision. */
    private static final double INEXACT = 1L << 53;

    private static final Pattern DIGITS = Pattern.compile("-?[0-9]{1,40}");

    /** The operators, those first that begin like a shorter one. */
    enum Operator {
        NOT_EQUAL("!="),
        AT_MOST("<="),
        AT_LEAST(">="),
        LESS("<"),
        GREATER(">"),
        EQUAL("="),
        CONTAINS("contains");

        final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        boolean holds(int order) {
            return switch (this) {
                case NOT_EQUAL -> order != 0;
                case AT_MOST -> order <= 0;
                case AT_LEAST -> order >= 0;
                case LESS -> order < 0;
                case GREATER -> order > 0;
                case EQUAL, CONTAINS -> order == 0;
            };
        }
    }

    @Override
    public double number(FieldScope scope) {
        if (!(left instanceof FieldName name)) {
            return compare(left.number(scope), left.text(scope), null, scope);
        }
        if (!scope.comparesAll()) {
            FieldValue last = name.last(scope);
            return last == null
                    ? compare(name.number(scope), null, null, scope)
                    : compare(last.number(), null, last, scope);
        }
        FieldReading reading = scope.reading();
        int at = name.next(reading, 0);
        if (at < 0) {
            return compare(name.number(scope), scope.factText(name.toString()), null, scope);
        }
        double result = 0;
        for (; at >= 0 && result != 1; at = name.next(reading, at + 1)) {
            FieldValue value = reading.get(at);
            result = compare(value.number(), null, value, scope);
        }
        return result;
    }

    /** @param field the field on the left, whose text is made only where it is needed; or null */
    private double compare(double number, String text, FieldValue field, FieldScope scope) {
        double other = right instanceof FieldName name ? fieldNumber(name, scope) : right.number(scope);
        boolean numbers = !Double.isNaN(number) && !Double.isNaN(other) && operator != Operator.CONTAINS;
        if (numbers && (number != other || Math.abs(number) < INEXACT)) {
            return operator.holds(Double.compare(number + 0.0, other + 0.0)) ? 1 : 0;
        }
        String wanted = wanted(scope);
        String own = field != null ? field.plainText() : text;
        if (numbers) {
            return operator.holds(orderOfDigits(own, wanted, number)) ? 1 : 0;
        }
        if (own == null || wanted == null) {
            return Double.NaN;
        }
        boolean fits = fits(own, wanted) || field != null && field.word() != null && fits(field.word(), wanted);
        return operator == Operator.NOT_EQUAL ? fits ? 0 : 1 : fits ? 1 : 0;
    }

    /** Compares by their digits what is the same number but for those; 0 if the digits are not those of the number. */
    private static int orderOfDigits(String own, String wanted, double number) {
        boolean whole = isDigitsOf(own, number) && isDigitsOf(wanted, number);
        return whole ? new BigInteger(own.strip()).compareTo(new BigInteger(wanted.strip())) : 0;
    }

    private static boolean isDigitsOf(String text, double number) {
        return text != null
                && DIGITS.matcher(text.strip()).matches()
                && new BigInteger(text.strip()).doubleValue() == number;
    }

    /** Returns the text on the right; a word that names nothing stands for itself. */
    private String wanted(FieldScope scope) {
        String text = right.text(scope);
        boolean isWord = text == null && right instanceof FieldName name && Double.isNaN(name.number(scope));
        return isWord ? right.toString() : text;
    }

    private static double fieldNumber(FieldName name, FieldScope scope) {
        FieldValue value = name.last(scope);
        return value == null ? name.number(scope) : value.number();
    }

    private boolean fits(String own, String wanted) {
        return switch (operator) {
            case CONTAINS -> own.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
            case EQUAL, NOT_EQUAL -> own.equalsIgnoreCase(wanted);
            default -> operator.holds(own.compareToIgnoreCase(wanted));
        };
    }
}
