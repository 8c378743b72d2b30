package dev.earshot.fields;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.TextDecoder;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;

/** Writes the numbers of fields as decimal texts, and reads numbers in messages. */
final class FieldNumbers {
    private static final int MOST_DIGITS = 40;

    private static final MathContext DIGITS = new MathContext(12);
    private static final int EXACT_DIGITS = 15;
    private static final double[] POWERS = new double[EXACT_DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private FieldNumbers() {}

    /** Returns the shortest digits of a number, without an exponent where it has few digits. */
    static String text(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return plain(BigDecimal.valueOf(value), value);
    }

    /** Returns a number with at most 12 digits, so that computing leaves no trace such as 22.500000000000004. */
    static String rounded(double value) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        return text(new BigDecimal(value).round(DIGITS).doubleValue());
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

    /** Reads a decimal number in the bytes of a message; NaN if they are none. */
    static double parse(FieldInput message, Encoding encoding, int from, int to) {
        if (!encoding.isAsciiCompatible()) {
            return parse(TextDecoder.decode(encoding, message.bytes(), from, Math.min(to - from, 4 * MOST_DIGITS)));
        }
        byte[] bytes = message.bytes();
        int begin = from;
        int end = to;
        while (begin < end && bytes[begin] >= 0 && bytes[begin] <= ' ') {
            begin++;
        }
        while (end > begin && bytes[end - 1] >= 0 && bytes[end - 1] <= ' ') {
            end--;
        }
        if (begin == end || end - begin > MOST_DIGITS || !isNumberPart(bytes[begin])) {
            return Double.NaN;
        }
        return plainDigits(bytes, begin, end);
    }

    /** Reads digits with at most a sign and a point, which need no text; a number of up to 15 digits is exact so. */
    private static double plainDigits(byte[] bytes, int from, int to) {
        int at = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from;
        long digits = 0;
        int decimals = -1;
        int count = 0;
        for (; at < to && count <= EXACT_DIGITS; at++) {
            if (bytes[at] == '.' && decimals < 0) {
                decimals = 0;
            } else if (bytes[at] >= '0' && bytes[at] <= '9') {
                digits = digits * 10 + bytes[at] - '0';
                count++;
                decimals += decimals < 0 ? 0 : 1;
            } else {
                break;
            }
        }
        if (at < to || count == 0 || count > EXACT_DIGITS) {
            return parse(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        }
        double value = decimals > 0 ? digits / POWERS[decimals] : digits;
        return bytes[from] == '-' ? -value : value;
    }

    private static boolean isNumberPart(int c) {
        return c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.';
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
