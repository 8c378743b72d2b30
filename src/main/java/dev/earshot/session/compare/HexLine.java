package dev.earshot.session.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds one side of a line of two hex dumps: offset, digits, ASCII. Where a byte is missing, it has dashes. */
final class HexLine {
    /** In place of the number of a difference: the byte is the same on both sides. */
    static final int EQUAL = -1;

    private static final String DIGITS = "0123456789ABCDEF";
    private static final int OFFSET = 6;
    private static final int GROUP = 8;
    private static final char UNPRINTABLE = '\u00B7';

    private final int columns;
    private final StringBuilder hex = new StringBuilder();
    private final StringBuilder ascii = new StringBuilder();
    private final List<Marked> marked = new ArrayList<>();
    private int count;
    private int offset = -1;

    /**
     * A byte that differs.
     *
     * @param at where its digits stand among the digits
     * @param index where it stands in the line
     */
    private record Marked(int at, int index, int difference) {}

    HexLine(int columns) {
        this.columns = columns;
    }

    /** Returns the number of characters in a line. */
    static int width(int columns) {
        return OFFSET + 3 * columns + (columns - 1) / GROUP + 1 + columns;
    }

    void add(byte value, int at, int difference) {
        offset = offset < 0 ? at : offset;
        gap();
        if (difference != EQUAL) {
            marked.add(new Marked(hex.length(), count, difference));
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
    List<ComparedLine.Mark> marks() {
        int digits =
                Math.max(OFFSET - 2, Integer.toHexString(Math.max(0, offset)).length()) + 2;
        int text = digits + Math.max(hex.length() + 1, 3 * columns + (columns - 1) / GROUP + 1);
        List<ComparedLine.Mark> places = new ArrayList<>();
        marked.forEach(one -> addOrExtend(places, digits + one.at, 2, one.difference));
        marked.forEach(one -> addOrExtend(places, text + one.index, 1, one.difference));
        return places;
    }

    /**
     * Adds a mark. Where only a blank lies between it and the one before, and both are of one difference, it extends
     * that.
     */
    private static void addOrExtend(List<ComparedLine.Mark> places, int from, int length, int difference) {
        int last = places.size() - 1;
        ComparedLine.Mark before = last < 0 ? null : places.get(last);
        if (before != null && before.difference() == difference && from - before.end() <= 1) {
            places.set(last, new ComparedLine.Mark(before.from(), from + length, difference));
        } else {
            places.add(new ComparedLine.Mark(from, from + length, difference));
        }
    }
}
