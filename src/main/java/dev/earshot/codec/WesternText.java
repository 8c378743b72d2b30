package dev.earshot.codec;

/**
 * Tells whether the high bytes of a row look like accented letters and signs of ISO-8859-1 or windows-1252. Examples
 * are {@code 25.3 B0 43} or {@code gr F6 DF e}. Such bytes come alone or two together, and touch letters or digits.
 */
final class WesternText {
    /** The longest run of high bytes in a Western word, as in {@code 25 B0 B1} or {@code cr E9 E9 e}. */
    private static final int LONGEST_RUN = 3;

    /**
     * The signs from A0 to BF that texts use, one bit each. There is no 4, 6, 8, C, D or F of the A row, no 6 or 8 of
     * the B row.
     */
    private static final int SIGNS = bits(0xA0, 0xA1, 0xA2, 0xA3, 0xA5, 0xA7, 0xA9, 0xAA, 0xAB, 0xAE)
            | bits(0xB0, 0xB1, 0xB2, 0xB3, 0xB4, 0xB5, 0xB7, 0xB9, 0xBA, 0xBB, 0xBC, 0xBD, 0xBE, 0xBF);

    /** The signs from 80 to 9F of windows-1252 that texts use: euro, ellipsis, quotation marks and dashes. */
    private static final int WINDOWS_SIGNS = bits(0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97);

    private static final int MULTIPLICATION = 0xD7;

    private WesternText() {}

    /** Whether every run of high bytes can be Western, and the row has ASCII letters or digits. */
    static boolean isPlausible(byte[] b, int off, int end) {
        boolean words = false;
        for (int at = off; at < end; ) {
            if (b[at] >= 0) {
                words |= isWordByte(b[at++]);
                continue;
            }
            int from = at;
            while (at < end && b[at] < 0) {
                if (at - from == LONGEST_RUN || !isUsual(b[at] & 0xFF)) {
                    return false;
                }
                at++;
            }
            boolean touches = from > off && isWordByte(b[from - 1]) || at < end && isWordByte(b[at]);
            boolean alone = at - from == 1 && (at == end || b[at] < '@' || (b[from] & 0xFF) < 0xC0);
            if (!touches && !alone) {
                return false;
            }
        }
        return words;
    }

    /** Whether a row has signs that windows-1252 has and ISO-8859-1 has not. */
    static boolean isWindows(byte[] b, int off, int end) {
        for (int at = off; at < end; at++) {
            if ((b[at] & 0xE0) == 0x80) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether two high bytes between ASCII bytes are rather Western than a character of GBK. Such are two accented
     * letters inside a word of the same case (ATENÇÃO), an exponent and a dot inside a unit (m²·K), or a degree and a
     * tolerance (90°±5).
     */
    static boolean isPairInWord(byte[] b, int at, int off, int end) {
        if (at == off || at + 2 >= end || !isWordByte(b[at - 1]) || !isWordByte(b[at + 2])) {
            return false;
        }
        int first = b[at] & 0xFF;
        int second = b[at + 1] & 0xFF;
        if (!isLetter(b[at - 1]) || !isLetter(b[at + 2])) {
            return first == 0xB0 && second == 0xB1 && b[at - 1] <= '9';
        }
        if (first == 0xB2 || first == 0xB3) {
            return second == 0xB7;
        }
        boolean upper = b[at - 1] < 'a' && b[at + 2] < 'a';
        boolean longWord = at - 1 > off && isLetter(b[at - 2]);
        return upper && longWord && isCapital(first) && isCapital(second);
    }

    private static boolean isUsual(int b) {
        if (b < 0xA0) {
            return (WINDOWS_SIGNS >>> (b - 0x80) & 1) != 0;
        }
        return b < 0xC0 ? (SIGNS >>> (b - 0xA0) & 1) != 0 : b != 0xFF;
    }

    private static boolean isCapital(int b) {
        return b >= 0xC0 && b < 0xDD && b != 0xD0 && b != MULTIPLICATION;
    }

    private static boolean isWordByte(byte b) {
        return b >= '0' && b <= '9' || isLetter(b);
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    private static int bits(int... bytes) {
        int bits = 0;
        for (int b : bytes) {
            bits |= 1 << (b & 0x1F);
        }
        return bits;
    }
}
