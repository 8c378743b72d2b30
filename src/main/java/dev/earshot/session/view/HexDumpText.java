package dev.earshot.session.view;

import dev.earshot.codec.HexDump;
import java.util.Locale;
import java.util.stream.IntStream;

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
        return new HexDumpText(dump(bytes, columns), inDump(hits, columns));
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

    /** Turns places in the bytes into places in the dump: a hit has one in the digits and one in the ASCII of each line. */
    private static int[] inDump(int[] hits, int columns) {
        IntStream.Builder places = IntStream.builder();
        int count = 0;
        for (int i = 0; i < hits.length && count < MOST_HITS; i += 2) {
            for (int at = hits[i]; at < hits[i + 1] && count < MOST_HITS; count++) {
                int line = at / columns;
                int end = Math.min(hits[i + 1], (line + 1) * columns);
                int start = lineStart(line, columns);
                int digits = start + offsetWidth(line * columns) + 2;
                int ascii = digits + Math.max(columns * 3, hexWidth(columns)) + 2 - line * columns;
                places.add(digits + column(at % columns)).add(digits + column(end - 1 - line * columns) + 2);
                places.add(ascii + at).add(ascii + end);
                at = end;
            }
        }
        return places.build().toArray();
    }

    private static int column(int place) {
        return place * 3 + place / 8;
    }

    private static int hexWidth(int columns) {
        return column(columns - 1) + 2;
    }

    private static int offsetWidth(int offset) {
        return Math.max(4, Integer.toHexString(offset).length());
    }

    /** Returns the place at which a line begins. Lines are longer where the offset has more than four digits. */
    private static int lineStart(int line, int columns) {
        int start = 0;
        int width = Math.max(columns * 3, hexWidth(columns)) + 4 + columns + 1;
        for (int digits = 4, from = 0; from < line; digits++) {
            int to = (int) Math.min(line, (1L << 4 * digits) / columns);
            start += (to - from) * (width + digits);
            from = to;
        }
        return start;
    }
}
