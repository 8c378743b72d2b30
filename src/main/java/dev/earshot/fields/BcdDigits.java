package dev.earshot.fields;

import java.time.Instant;

/** Reads binary-coded decimals (BCD), two digits in a byte, as a text or as a time. */
final class BcdDigits {
    private static final int FILLER = 0xF;

    private BcdDigits() {}

    /** Returns the digits without the filler around them; other half bytes as letters, so that they are seen. */
    static String digits(byte[] bytes, int from, int to) {
        int first = 2 * from;
        int end = 2 * to;
        while (first < end && half(bytes, first) == FILLER) {
            first++;
        }
        while (end > first && half(bytes, end - 1) == FILLER) {
            end--;
        }
        StringBuilder digits = new StringBuilder(end - first);
        for (int i = first; i < end; i++) {
            digits.append(Character.toUpperCase(Character.forDigit(half(bytes, i), 16)));
        }
        return digits.toString();
    }

    private static int half(byte[] bytes, int at) {
        int both = bytes[at / 2];
        return (at % 2 == 0 ? both >> 4 : both) & 0xF;
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
