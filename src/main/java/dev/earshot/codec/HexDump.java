package dev.earshot.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints bytes as a hex dump: offset, hex digits, ASCII. */
public final class HexDump {
    private static final int GROUP = 8;
    private static final char UNPRINTABLE = '\u00B7';

    private HexDump() {}

    /**
     * A line of a hex dump.
     *
     * @param offset of its first byte
     * @param hex the bytes in groups of eight, padded so that all lines are equally long
     * @param ascii the same bytes as characters, U+00B7 for those that ASCII does not print
     */
    public record Line(int offset, String hex, String ascii) {}

    /** Splits the bytes into lines of {@code columns} (1 or more) bytes. */
    public static List<Line> lines(byte[] b, int columns) {
        List<Line> lines = new ArrayList<>(b.length / columns + 1);
        for (int at = 0; at < b.length; at += columns) {
            int end = Math.min(b.length, at + columns);
            lines.add(new Line(at, hex(b, at, end, columns), ascii(b, at, end)));
        }
        return lines;
    }

    /** Prints the whole dump, 16 bytes a line, for the clipboard. */
    public static String print(byte[] b) {
        String format = "%0"
                + Math.max(4, Integer.toHexString(Math.max(0, b.length - 1)).length()) + "X";
        StringBuilder dump = new StringBuilder();
        for (Line line : lines(b, 16)) {
            dump.append(dump.isEmpty() ? "" : "\n").append(String.format(Locale.ROOT, format, line.offset));
            dump.append("  ").append(line.hex).append("  ").append(line.ascii);
        }
        return dump.toString();
    }

    private static String hex(byte[] b, int at, int end, int columns) {
        int width = 3 * columns - 1 + (columns - 1) / GROUP;
        StringBuilder hex = new StringBuilder(width);
        for (int group = at; group < end; group += GROUP) {
            hex.append(group == at ? "" : "  ").append(Hex.print(b, group, Math.min(GROUP, end - group)));
        }
        return hex.append(" ".repeat(width - hex.length())).toString();
    }

    private static String ascii(byte[] b, int at, int end) {
        StringBuilder ascii = new StringBuilder(end - at);
        for (int i = at; i < end; i++) {
            ascii.append(b[i] >= 0x20 && b[i] < 0x7F ? (char) b[i] : UNPRINTABLE);
        }
        return ascii.toString();
    }
}
