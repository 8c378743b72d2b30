package dev.earshot.session.view;

import dev.earshot.codec.HexDump;
import java.util.Locale;

/**
 * The text of a hex dump with the hits of a search. Each line has an offset, digits and ASCII.
 *
 * @param text the lines, as wide as {@link #width} says unless offsets have more than four digits
 * @param hits the places of the hits in the text, in the digits and in the ASCII: pairs of a beginning and an end
 */
public record HexDumpText(String text, int[] hits) {
    private static final int MOST_HITS = 1000;

    /**
     * Dumps the bytes of a message.
     *
     * @param columns the number of bytes in a line
     * @param hits the hits of a search: pairs of a beginning and an end in the bytes, rising
     */
    public static HexDumpText of(byte[] bytes, int columns, int[] hits) {
        return new HexDumpText(dump(bytes, columns), new HexDumpPlaces(columns, bytes.length).inDump(hits, MOST_HITS));
    }

    /** Returns the number of characters in a line of a dump with this number of bytes in a line. */
    public static int width(int columns) {
        return 6 + columns * 3 + 1 + 2 + columns;
    }

    private static String dump(byte[] bytes, int columns) {
        StringBuilder dump = new StringBuilder(bytes.length * 5);
        int wide = columns * 3;
        for (HexDump.Line line : HexDump.lines(bytes, columns)) {
            String offset = Integer.toHexString(line.offset()).toUpperCase(Locale.ROOT);
            dump.append(dump.isEmpty() ? "" : "\n")
                    .append("0".repeat(Math.max(0, 4 - offset.length())))
                    .append(offset)
                    .append("  ")
                    .append(line.hex())
                    .append(" ".repeat(Math.max(0, wide - line.hex().length()) + 2))
                    .append(line.ascii());
        }
        return dump.toString();
    }
}
