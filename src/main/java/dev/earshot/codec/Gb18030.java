package dev.earshot.codec;

import java.nio.charset.Charset;
import java.util.BitSet;

/** Finds the ends of GB 18030 characters, and tells assigned ones from unassigned and private ones. */
final class Gb18030 {
    private static final Charset CHARSET = Charset.forName("GB18030");

    /** The last four-byte form of the basic plane, 8431A439. */
    private static final int LAST_BASIC = linear(0x84, 0x31, 0xA4, 0x39);

    private static final int FIRST_SUPPLEMENTARY = linear(0x90, 0x30, 0x81, 0x30);
    private static final int LAST_SUPPLEMENTARY = linear(0xE3, 0x32, 0x9A, 0x35);

    /** The two-byte characters that texts contain; computed at first use, which most sessions never need. */
    private static final class TextPairs {
        static final BitSet SET = textPairs();
    }

    private Gb18030() {}

    /**
     * Returns the length in bytes of the character at {@code at}: 1, 2 or 4; 0 if no character stands there; -1 if the
     * bytes end at {@code end} inside what may still become one.
     */
    static int length(byte[] b, int at, int end) {
        int lead = b[at] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        if (lead == 0x80 || lead == 0xFF) {
            return 0;
        }
        if (at + 1 == end) {
            return -1;
        }
        int second = b[at + 1] & 0xFF;
        if (isDigit(second)) {
            return fourBytes(b, at, end);
        }
        return second >= 0x40 && second != 0x7F && second != 0xFF ? 2 : 0;
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

    /** Whether the character of that length is assigned and not for private use. */
    static boolean isText(byte[] b, int at, int length) {
        if (length == 4) {
            return isText(new String(b, at, 4, CHARSET));
        }
        return length == 1 || TextPairs.SET.get((b[at] & 0xFF) << 8 | b[at + 1] & 0xFF);
    }

    private static int fourBytes(byte[] b, int at, int end) {
        int third = at + 2 < end ? b[at + 2] & 0xFF : 0x81;
        int fourth = at + 3 < end ? b[at + 3] & 0xFF : '0';
        if (third < 0x81 || third == 0xFF || !isDigit(fourth)) {
            return 0;
        }
        int place = linear(b[at] & 0xFF, b[at + 1] & 0xFF, third, fourth);
        boolean assigned = place <= LAST_BASIC || place >= FIRST_SUPPLEMENTARY && place <= LAST_SUPPLEMENTARY;
        return !assigned ? 0 : at + 3 < end ? 4 : -1;
    }

    private static boolean isDigit(int b) {
        return b >= '0' && b <= '9';
    }

    private static int linear(int first, int second, int third, int fourth) {
        return (((first - 0x81) * 10 + second - '0') * 126 + third - 0x81) * 10 + fourth - '0';
    }

    /** Decodes all pairs, one lead byte at a time: one by one would delay somebody's first message by half a second. */
    private static BitSet textPairs() {
        BitSet pairs = new BitSet(0x10000);
        for (int lead = 0x81; lead <= 0xFE; lead++) {
            textPairs(lead, pairs);
        }
        return pairs;
    }

    private static void textPairs(int lead, BitSet pairs) {
        byte[] row = new byte[2 * 0xBE];
        int length = 0;
        for (int trail = 0x40; trail <= 0xFE; trail++) {
            if (trail != 0x7F) {
                row[length++] = (byte) lead;
                row[length++] = (byte) trail;
            }
        }
        String characters = new String(row, CHARSET);
        for (int i = 0; i < characters.length(); i++) {
            pairs.set((row[2 * i] & 0xFF) << 8 | row[2 * i + 1] & 0xFF, isText(characters.substring(i, i + 1)));
        }
    }

    private static boolean isText(String character) {
        int type = Character.getType(character.codePointAt(0));
        return type != Character.PRIVATE_USE && type != Character.UNASSIGNED;
    }
}
