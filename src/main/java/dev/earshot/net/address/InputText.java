package dev.earshot.net.address;

import java.util.Locale;

/** Cleans the text of an address or port field, and makes it safe to show. */
public final class InputText {
    private static final int SHOWN_LENGTH = 40;

    private InputText() {}

    /** Removes white space of any script at both ends; pasted text brings no-break and ideographic spaces. */
    public static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Returns the number of characters that {@link #trim} removes at the beginning. */
    public static int indent(String text) {
        return text.indexOf(trim(text));
    }

    /** Returns the text safe to show: at most 40 characters, invisible and reordering characters as escapes. */
    public static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        int room = SHOWN_LENGTH;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            String one = escapeIfInvisible(c);
            room -= one.codePointCount(0, one.length());
            // The last place is for the ellipsis unless nothing follows.
            if (room < 0 || room == 0 && at < text.length()) {
                return shown.append('…').toString();
            }
            shown.append(one);
        }
        return shown.toString();
    }

    /** Replaces full-width forms (U+FF01 to U+FF5E) and ideographic full stops by their ASCII counterparts. */
    static String toAscii(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            ascii.append(toAscii(c));
        }
        return ascii.toString();
    }

    /** Replaces the decimal digits of every script by ASCII digits. */
    static String toAsciiDigits(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        text.codePoints().forEach(c -> digits.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return digits.toString();
    }

    private static char toAscii(char c) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - '\uFF01' + '!');
        }
        return c == '\u3002' || c == '\uFF61' ? '.' : c;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String escapeIfInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> escape(c);
            default -> Character.toString(c);
        };
    }

    private static String escape(int c) {
        return switch (c) {
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            default -> c < 0x100 ? "\\x" + hex(c, 2) : "\\u" + hex(c, 4);
        };
    }

    private static String hex(int c, int digits) {
        String hex = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "0".repeat(Math.max(0, digits - hex.length())) + hex;
    }
}
