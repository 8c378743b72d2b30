package dev.earshot.session.view;

import java.util.stream.IntStream;

/**
 * Finds the places of bytes in a hex dump, whose lines are longer where the offset has more than four digits.
 *
 * @param columns the number of bytes in a line
 * @param length the number of bytes
 */
public record HexDumpPlaces(int columns, int length) {

    /**
     * Turns places in the bytes into places in the dump: each line of a hit has one in the digits and one in the ASCII.
     *
     * @param hits pairs of a beginning and an end in the bytes, rising
     * @param most the greatest number of lines that are marked, twice each
     */
    int[] inDump(int[] hits, int most) {
        IntStream.Builder places = IntStream.builder();
        int count = 0;
        for (int i = 0; i < hits.length && count < most; i += 2) {
            for (int at = hits[i]; at < hits[i + 1] && count < most; count++) {
                int line = at / columns;
                int end = Math.min(hits[i + 1], (line + 1) * columns);
                int digits = digits(line);
                int ascii = ascii(line) - line * columns;
                places.add(digits + column(at % columns)).add(digits + column(end - 1 - line * columns) + 2);
                places.add(ascii + at).add(ascii + end);
                at = end;
            }
        }
        return places.build().toArray();
    }

    /** Turns a part of the bytes into pairs of places in the dump. */
    public int[] of(int from, int to) {
        return inDump(new int[] {from, Math.min(to, length)}, Integer.MAX_VALUE);
    }

    /**
     * Returns the byte to which a place in the dump belongs: in the offset it is the first one of the line, behind a
     * line its last one. Returns -1 if there are no bytes.
     */
    public int byteAt(int place) {
        int least = 0;
        int most = Math.max(0, (length - 1) / columns);
        while (least < most) { // the last line that begins at the place or before
            int middle = (least + most + 1) >>> 1;
            if (lineStart(middle) <= place) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        int inLine = 0;
        if (place >= ascii(least) - 1) {
            inLine = Math.max(0, place - ascii(least));
        } else {
            while (inLine + 1 < columns && digits(least) + column(inLine + 1) <= place) {
                inLine++;
            }
        }
        return Math.min(length - 1, least * columns + Math.min(columns - 1, inLine));
    }

    private int digits(int line) {
        return lineStart(line) + offsetWidth(line * columns) + 2;
    }

    private int ascii(int line) {
        return digits(line) + hexWidth() + 2;
    }

    private static int column(int place) {
        return place * 3 + place / 8;
    }

    private int hexWidth() {
        return Math.max(columns * 3, column(columns - 1) + 2);
    }

    private static int offsetWidth(int offset) {
        return Math.max(4, Integer.toHexString(offset).length());
    }

    private int lineStart(int line) {
        int start = 0;
        int width = hexWidth() + 4 + columns + 1;
        for (int digits = 4, from = 0; from < line; digits++) {
            int to = (int) Math.min(line, (1L << 4 * digits) / columns);
            start += (to - from) * (width + digits);
            from = to;
        }
        return start;
    }
}
