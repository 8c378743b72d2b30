package dev.earshot.codec;

/** The width of characters in columns of fixed width, as terminals and monospaced fonts show them. */
public final class CharacterWidth {
    private CharacterWidth() {}

    /** Returns 2 for a Chinese, Japanese or Korean character and for pictures, else 1. */
    public static int of(int codePoint) {
        return isWide(codePoint) ? 2 : 1;
    }

    /** Returns the width of a text. */
    public static int of(String text) {
        return text.codePoints().map(CharacterWidth::of).sum();
    }

    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
