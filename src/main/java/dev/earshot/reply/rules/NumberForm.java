package dev.earshot.reply.rules;

import dev.earshot.codec.Encoding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form in which a template writes a number: as decimal digits, or as 1 to 8 bytes.
 *
 * @param digits the least number of digits, if it is written as digits
 * @param size the number of bytes, or 0 for digits
 * @param littleEndian whether its least significant byte goes first
 */
record NumberForm(int digits, int size, boolean littleEndian) {
    static final NumberForm PLAIN = new NumberForm(1, 0, false);

    private static final Pattern TYPED = Pattern.compile("([1-9]|1[0-9])|u(8|16|24|32|64)(le|be)?");

    /** Parses {@code 4}, {@code u8}, {@code u24} or {@code u32le}; null if it is none of these. */
    static NumberForm parse(String typed) {
        Matcher parts = TYPED.matcher(typed.strip());
        if (!parts.matches()) {
            return null;
        }
        return parts.group(1) != null
                ? new NumberForm(Integer.parseInt(parts.group(1)), 0, false)
                : new NumberForm(0, Integer.parseInt(parts.group(2)) / 8, "le".equals(parts.group(3)));
    }

    /** Returns the highest number that fits. */
    long most() {
        return size == 0 || size == Long.BYTES ? Long.MAX_VALUE : (1L << 8 * size) - 1;
    }

    /** Returns a number as digits in an encoding, or as bytes. The highest are left out if it has more. */
    byte[] bytes(long number, Encoding encoding) {
        if (size == 0) {
            String sign = number < 0 ? "-" : "";
            String text = Long.toString(number).substring(sign.length());
            String padded = sign + "0".repeat(Math.max(0, digits - text.length())) + text;
            return padded.getBytes(encoding.writeCharset());
        }
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[littleEndian ? i : size - 1 - i] = (byte) (number >>> 8 * i);
        }
        return bytes;
    }
}
