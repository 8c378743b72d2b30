package dev.earshot.codec;

import java.util.function.Supplier;

/**
 * Ends the rows of a message that is longer than one row, between two characters. It waits for so many bytes more that
 * no cutter finds an end before that place afterwards.
 */
final class LongMessage {
    /** The bytes before the longest row's end in which the place between two characters is found. */
    private static final int WINDOW = 1024;

    private static final int WINDOW_START = Cutter.MAX_ROW - WINDOW;

    /** The longest character less one, in bytes. */
    private static final int MOST_INSIDE = 3;

    private final Supplier<Encoding> encoding;
    private byte[] window;
    private int border; // of the row, once it was found: it must not move with the encoding

    LongMessage(Supplier<Encoding> encoding) {
        this.encoding = encoding;
    }

    /** Ends the first row of a read where it is too long. Later rows are shorter than a read. */
    void limit(byte[] bytes, int offset, int length, int open, RowEnds ends) {
        if (open + length <= WINDOW_START) {
            return;
        }
        if (open <= WINDOW_START) {
            border = 0; // another row
        }
        keep(bytes, offset, length, open);
        int row = open + (ends.count() > 0 ? ends.get(0) : length);
        if (row > Cutter.MAX_ROW) {
            findBorder();
            if (ends.count() > 0 || row > border + RowEnds.MOST_BACK) {
                ends.addFirst(border - open, Completeness.PART);
            }
        }
    }

    /** Ends the first row of an open message that has ended behind its last byte, {@code open} bytes long. */
    void limitEnded(int open, RowEnds ends) {
        if (open > Cutter.MAX_ROW) {
            findBorder();
            ends.addFirst(border - open, Completeness.PART);
        }
    }

    private void keep(byte[] bytes, int offset, int length, int open) {
        int from = Math.max(open, WINDOW_START);
        int to = Math.min(open + length, Cutter.MAX_ROW);
        if (from < to) {
            window = window == null ? new byte[WINDOW] : window;
            System.arraycopy(bytes, offset + from - open, window, from - WINDOW_START, to - from);
        }
    }

    private void findBorder() {
        if (border == 0) {
            int inside = 0;
            while (inside <= MOST_INSIDE
                    && TextDecoder.endsInsideCharacter(encoding.get(), window, 0, WINDOW - inside)) {
                inside++;
            }
            border = Cutter.MAX_ROW - (inside <= MOST_INSIDE ? inside : 0);
        }
    }
}
