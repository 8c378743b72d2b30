package dev.earshot.fields;

import java.time.Instant;

/** Decimal digits, two in a byte. */
final class BcdDigits {
    private BcdDigits() {}

    /** Returns the digits without filler; other half bytes as letters, so that they are seen. */
    static String digits(byte[] bytes, int from, int to) {
        StringBuilder digits = new StringBuilder();
        for (int i = from; i < to; i++) {
            append(digits, bytes[i] >> 4 & 0xF);
            append(digits, bytes[i] & 0xF);
        }
        return digits.toString();
    }

    private static void append(StringBuilder digits, int half) {
        if (half != 0xF) {
            digits.append(Character.toUpperCase(Character.forDigit(half, 16)));
        }
    }

    /** Reads year of this century, month, day, hour, minute and second. */
    static Instant read(byte[] bytes, int at) {
        int[] parts = new int[6];
        for (int i = 0; i < parts.length; i++) {
            int high = bytes[at + i] >> 4 & 0xF;
            int low = bytes[at + i] & 0xF;
            parts[i] = high > 9 || low > 9 ? 99 : high * 10 + low; // 99 is no month, day, hour, minute or second
        }
        return TimeType.utc(2000 + parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], 0);
    }
}
