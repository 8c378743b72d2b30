package dev.earshot.codec;

/** Finds where a UTF-8 character ends (RFC 3629, section 4). */
final class Utf8 {
    private Utf8() {}

    /**
     * Returns the length in bytes of the character at {@code at}: 1 to 4; 0 if no character stands there; -1 if the
     * bytes end at {@code end} inside what may still become one.
     */
    static int length(byte[] b, int at, int end) {
        int lead = b[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        for (int i = 1; i < length; i++) {
            if (at + i == end) {
                return -1;
            }
            int next = b[at + i] & 0xFF;
            if (i == 1 ? !mayFollow(lead, next) : !isContinuation(next)) {
                return 0;
            }
        }
        return length;
    }

    /** Whether the bytes from a border to {@code end} end inside a character that is well formed so far. */
    static boolean endsInside(byte[] b, int border, int end) {
        for (int at = border, length; at < end; at += Math.max(1, length)) {
            length = length(b, at, end);
            if (length < 0) {
                return true;
            }
        }
        return false;
    }

    static boolean isContinuation(int b) {
        return (b & 0xC0) == 0x80;
    }

    /** Whether the second byte is allowed: it rules out long forms, surrogates and what lies above U+10FFFF. */
    private static boolean mayFollow(int lead, int next) {
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        return next >= low && next <= high;
    }
}
