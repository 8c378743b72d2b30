package dev.earshot.fields;

import java.math.BigDecimal;

/** Numbers as texts. */
final class FieldNumbers {
    private static final int MOST_DIGITS = 40;

    private FieldNumbers() {}

    /** Returns the shortest digits of a number, without an exponent where it has few digits. */
    static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return plain(BigDecimal.valueOf(value), value);
    }

    /** Returns the shortest digits that mean this number among those of single precision. */
    static String text(float value) {
        if (Float.isNaN(value) || Float.isInfinite(value)) {
            return Float.toString(value);
        }
        return plain(new BigDecimal(Float.toString(value)), value);
    }

    private static String plain(BigDecimal digits, double value) {
        BigDecimal shortest = digits.stripTrailingZeros();
        boolean isLong = shortest.scale() > 20 || shortest.precision() - shortest.scale() > 20;
        return value == 0 ? "0" : isLong ? Double.toString(value) : shortest.toPlainString();
    }

    /** Reads a decimal number; NaN if the text is none. */
    static double parse(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return Double.NaN;
        }
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) { // neither NaN, nor 1f, nor 0x1p3
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
