package dev.earshot.codec;

import java.io.ByteArrayOutputStream;

/** Reads the escapes that stand for one byte in the strings of C and Python. */
final class ByteEscape {
    /** The escapes of one letter, and the byte that each stands for. */
    private static final String LETTERS = "abfnrtve\\'\"?";

    private static final byte[] VALUES = {7, 8, 12, 10, 13, 9, 11, 27, '\\', '\'', '"', '?'};
    private static final int MOST_OCTAL_DIGITS = 3;

    private ByteEscape() {}

    /**
     * Reads the escape whose backslash is at a position; returns the position behind it. A backslash at the end of a
     * line stands for nothing.
     *
     * @throws Problem if it is no such escape
     */
    static int read(String text, int start, ByteArrayOutputStream to) throws Problem {
        int at = start + 1;
        if (at == text.length()) {
            throw ByteLiteral.problem("problem.escape.unfinished", start);
        }
        char c = text.charAt(at);
        if (c == 'x') {
            int value = Hex.value(text, at + 1, 2);
            if (value < 0) {
                throw ByteLiteral.problem("problem.escape.digits", start, "\\x", 2);
            }
            to.write(value);
            return at + 3;
        } else if (c == 'u' && Hex.value(text, at + 1, 4) >= 0 && Hex.value(text, at + 1, 4) < 0x80) {
            to.write(Hex.value(text, at + 1, 4));
            return at + 5;
        } else if (c >= '0' && c <= '7') {
            return readOctal(text, start, to);
        } else if (c == '\n' || text.startsWith("\r\n", at)) {
            return c == '\n' ? at + 1 : at + 2;
        }
        int letter = LETTERS.indexOf(c);
        if (letter < 0) {
            String shown = "\\" + VisibleText.of(Character.toString(text.codePointAt(at)));
            throw ByteLiteral.problem("problem.hex.literal.escape", start, shown);
        }
        to.write(VALUES[letter]);
        return at + 1;
    }

    private static int readOctal(String text, int start, ByteArrayOutputStream to) throws Problem {
        int value = 0;
        int at = start + 1;
        while (at < text.length()
                && at <= start + MOST_OCTAL_DIGITS
                && text.charAt(at) >= '0'
                && text.charAt(at) <= '7') {
            value = 8 * value + text.charAt(at) - '0';
            at++;
        }
        if (value > 0xFF) {
            throw ByteLiteral.problem("problem.hex.literal.large", start, text.substring(start, at));
        }
        to.write(value);
        return at;
    }
}
