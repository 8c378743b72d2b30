package dev.earshot.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Converts hex digits to bytes and back. */
public final class Hex {
    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private Hex() {}

    /**
     * Reads typed hex digits: {@code 48 65 6C}, {@code 0x48,0x65} or {@code 48656C}, in any case, separated by
     * spaces, tabs, line ends, or the signs {@code , ; : - . _ / |} in any width. Comments between two slashes with a
     * blank on each side and the end of their line are left out, as are characters that nobody sees.
     *
     * @throws Problem at the first character that is no digit, or a digit without its second
     */
    public static byte[] parse(String typed) throws Problem {
        byte[] bytes = new byte[typed.length() / 2];
        int count = 0;
        int at = 0;
        while (at < typed.length()) {
            if (isSeparator(typed.charAt(at))) {
                at = isComment(typed, at) ? lineEnd(typed, at) : at + 1;
                continue;
            }
            at = skipPrefix(typed, at);
            while (!endsToken(typed, at)) {
                bytes[count++] = (byte) pair(typed, at);
                at += 2;
            }
        }
        return Arrays.copyOf(bytes, count);
    }

    /** Prints bytes as {@code 48 65 6C}. */
    public static String print(byte[] b, int off, int len) {
        if (len == 0) {
            return "";
        }
        byte[] text = new byte[Math.multiplyExact(len, 3) - 1];
        Arrays.fill(text, (byte) ' ');
        for (int i = 0; i < len; i++) {
            text[3 * i] = DIGITS[b[off + i] >> 4 & 0xF];
            text[3 * i + 1] = DIGITS[b[off + i] & 0xF];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Returns the value of {@code count} hex digits at {@code at}, or -1 if they are not there. */
    static int value(String typed, int at, int count) {
        int value = 0;
        for (int i = at; i < at + count; i++) {
            int digit = i < typed.length() ? digit(typed.charAt(i)) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private static boolean isComment(String typed, int at) {
        return typed.startsWith("// ", at) && (at == 0 || Character.isWhitespace(typed.charAt(at - 1)));
    }

    private static int lineEnd(String typed, int at) {
        int end = typed.indexOf('\n', at);
        return end < 0 ? typed.length() : end;
    }

    private static int skipPrefix(String typed, int at) throws Problem {
        if (!typed.regionMatches(true, at, "0x", 0, 2)) {
            return at;
        }
        if (endsToken(typed, at + 2)) {
            throw new Problem("problem.hex.prefix", at, position(at), typed.substring(at, at + 2));
        }
        return at + 2;
    }

    private static int pair(String typed, int at) throws Problem {
        int high = digitAt(typed, at);
        if (endsToken(typed, at + 1)) {
            throw new Problem("problem.hex.odd", at, position(at), typed.substring(at, at + 1));
        }
        return high << 4 | digitAt(typed, at + 1);
    }

    private static int digitAt(String typed, int at) throws Problem {
        int digit = digit(typed.charAt(at));
        if (digit < 0) {
            throw notDigit(typed, at);
        }
        return digit;
    }

    private static Problem notDigit(String typed, int at) {
        char c = typed.charAt(at);
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return new Problem("problem.hex.fullwidth", at, position(at), c, (char) (c - 0xFEE0));
        }
        String character = Character.toString(typed.codePointAt(at));
        return new Problem("problem.hex.digit", at, position(at), VisibleText.of(character));
    }

    // Character.digit would take full-width and Arabic digits as well.
    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = (c | 0x20) - 'a';
        return letter >= 0 && letter < 6 && c < 0x80 ? letter + 10 : -1;
    }

    private static boolean endsToken(String typed, int at) {
        return at >= typed.length() || isSeparator(typed.charAt(at));
    }

    private static boolean isSeparator(char c) {
        return switch (c) {
            case ' ', ',', ';', ':', '-', '.', '_', '/', '|', '\t', '\r', '\n' -> true;
            case '，', '；', '：', '、' -> true;
            default -> isBlankElsewhere(c);
        };
    }

    /**
     * Whether this is a blank of pages, documents and input methods, or a character that nobody sees, as a byte order
     * mark.
     */
    static boolean isBlankElsewhere(char c) {
        return c >= 0x80
                && (Character.isSpaceChar(c) || c >= '\u200B' && c <= '\u200F' || c == '\u2060' || c == '\uFEFF');
    }

    /** Returns a position as people count, from 1. */
    static String position(int at) {
        return Integer.toString(at + 1);
    }
}
