package dev.earshot.reply;

import dev.earshot.codec.Problem;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number is written: as decimal digits, or as 1, 2 or 4 bytes.
 *
 * @param digits at least so many, if it is written as digits
 * @param size how many bytes, or 0 for digits
 * @param little whether its least significant byte goes first
 */
record NumberForm(int digits, int size, boolean little) {
    static final NumberForm PLAIN = new NumberForm(1, 0, false);

    private static final Pattern TYPED = Pattern.compile("([1-9]|1[0-9])|u(8|16|32)(le|be)?");

    /** What {@code 4}, {@code u8}, {@code u16} or {@code u32le} says, or null if it is none of these. */
    static NumberForm parse(String typed) {
        Matcher parts = TYPED.matcher(typed.strip());
        if (!parts.matches()) {
            return null;
        }
        return parts.group(1) != null
                ? new NumberForm(Integer.parseInt(parts.group(1)), 0, false)
                : new NumberForm(0, Integer.parseInt(parts.group(2)) / 8, "le".equals(parts.group(3)));
    }

    /** The highest number that it holds. */
    long most() {
        return size == 0 ? Long.MAX_VALUE : (1L << 8 * size) - 1;
    }

    /** Of a number that counts on and on, what it holds: the lowest bytes. */
    byte[] wrapped(long number) {
        return bytes(number & most());
    }

    /** @throws Problem if it does not hold that number */
    byte[] exact(long number) throws Problem {
        if (number > most()) {
            throw new Problem("problem.template.overflow", -1, Long.toString(number), size);
        }
        return bytes(number);
    }

    private byte[] bytes(long number) {
        if (size == 0) {
            String text = Long.toString(number);
            return ("0".repeat(Math.max(0, digits - text.length())) + text).getBytes(StandardCharsets.US_ASCII);
        }
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[little ? i : size - 1 - i] = (byte) (number >>> 8 * i);
        }
        return bytes;
    }
}
