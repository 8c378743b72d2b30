package dev.earshot.session.compare;

import java.util.Arrays;
import java.util.Locale;

/** Builds one side of a line of two hex dumps: offset, digits, ASCII. Where a byte is missing, it has dashes. */
final class HexLine {
    private static final String DIGITS = "0123456789ABCDEF";
    private static final int OFFSET = 6;
    private static final int GROUP = 8;
    private static final char UNPRINTABLE = '\u00B7';

    private final int columns;
    private final StringBuilder hex = new StringBuilder();
    private final StringBuilder ascii = new StringBuilder();
    private final int[] marks;
    private int count;
    private int markCount;
    private int offset = -1;

    HexLine(int columns) {
        this.columns = columns;
        marks = new int[4 * columns];
    }

    /** Returns the number of characters in a line. */
    static int width(int columns) {
        return OFFSET + 3 * columns + (columns - 1) / GROUP + 1 + columns;
    }

    void add(byte value, int at, boolean isMarked) {
        offset = offset < 0 ? at : offset;
        gap();
        if (isMarked) {
            mark();
        }
        hex.append(DIGITS.charAt(value >> 4 & 0xF)).append(DIGITS.charAt(value & 0xF));
        ascii.append(value >= 0x20 && value < 0x7F ? (char) value : UNPRINTABLE);
        count++;
    }

    void addMissing() {
        gap();
        hex.append("--");
        ascii.append(' ');
        count++;
    }

    private void gap() {
        hex.append(count == 0 ? "" : count % GROUP == 0 ? "  " : " ");
    }

    private void mark() {
        marks[markCount++] = hex.length();
        marks[markCount++] = count;
    }

    /** Returns the line; null if it has no byte at all. */
    String text() {
        if (offset < 0) {
            return null;
        }
        String digits = Integer.toHexString(offset).toUpperCase(Locale.ROOT);
        int wide = 3 * columns + (columns - 1) / GROUP + 1;
        return "0".repeat(Math.max(0, OFFSET - 2 - digits.length())) + digits + "  " + hex
                + " ".repeat(Math.max(1, wide - hex.length())) + ascii;
    }

    /** Returns the places of the marked bytes in the text, in the digits and in the ASCII. */
    int[] marks() {
        if (markCount == 0) {
            return new int[0];
        }
        int digits =
                Math.max(OFFSET - 2, Integer.toHexString(Math.max(0, offset)).length()) + 2;
        int text = digits + Math.max(hex.length() + 1, 3 * columns + (columns - 1) / GROUP + 1);
        int[] places = new int[2 * markCount];
        for (int i = 0; i < markCount; i += 2) {
            places[i] = digits + marks[i];
            places[i + 1] = places[i] + 2;
            places[markCount + i] = text + marks[i + 1];
            places[markCount + i + 1] = places[markCount + i] + 1;
        }
        return merged(places);
    }

    /** Joins marks with at most a blank between them. */
    private static int[] merged(int... places) {
        int count = 2;
        for (int i = 2; i < places.length; i += 2) {
            boolean touches = places[i] - places[count - 1] <= 1;
            if (touches) {
                places[count - 1] = places[i + 1];
            } else {
                places[count++] = places[i];
                places[count++] = places[i + 1];
            }
        }
        return Arrays.copyOf(places, count);
    }
}
