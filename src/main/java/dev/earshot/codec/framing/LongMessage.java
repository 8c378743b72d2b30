package dev.earshot.codec.framing;

import dev.earshot.codec.CharacterTail;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.TextDecoder;
import java.util.function.Supplier;

/**
 * Splits a message that is too long for one row into rows, between two characters. It waits for so many bytes more that
 * no cutter finds an end before that place afterwards.
 */
final class LongMessage {
    /** The bytes before the longest row's end in which the place between two characters is found. */
    private static final int WINDOW = 1024;

    private static final int WINDOW_START = Cutter.MAX_ROW - WINDOW;

    /** The longest character less one, in bytes. */
    private static final int MOST_INSIDE = 3;

    private final Supplier<Encoding> encoding;
    private final CharacterTail tail = new CharacterTail();

    /** The last bytes of the longest row, behind those of a character that begins before them. */
    private byte[] window;

    /** The number of bytes of a character that begins before the last bytes of the longest row. */
    private int before;

    private int border; // of the row, once it was found: it must not move with the encoding

    LongMessage(Supplier<Encoding> encoding) {
        this.encoding = encoding;
    }

    /** Ends the first row of a read where it is too long. Later rows are shorter than a read. */
    void limit(byte[] bytes, int offset, int length, int open, RowEnds ends) {
        int whole = Math.max(0, ends.last()); // what a row has ended in needs no look: the end is a border
        if (open + length <= WINDOW_START) {
            tail.read(bytes, offset + whole, length - whole, whole > 0);
            return;
        }
        if (open <= WINDOW_START) {
            border = 0; // another row
            keepTail(bytes, offset, WINDOW_START - open);
        }
        keep(bytes, offset, length, open);
        int passed = Math.max(0, WINDOW_START - open);
        int from = Math.max(passed, whole);
        tail.read(bytes, offset + from, length - from, whole > passed);
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

    /** Keeps the bytes of the character, if any, in which the place lies where the last bytes of the row begin. */
    private void keepTail(byte[] bytes, int offset, int length) {
        tail.read(bytes, offset, length, false);
        window = window == null ? new byte[CharacterTail.MOST + WINDOW] : window;
        before = tail.copyTo(window, CharacterTail.MOST);
    }

    private void keep(byte[] bytes, int offset, int length, int open) {
        int from = Math.max(open, WINDOW_START);
        int to = Math.min(open + length, Cutter.MAX_ROW);
        if (from < to) {
            System.arraycopy(bytes, offset + from - open, window, CharacterTail.MOST + from - WINDOW_START, to - from);
        }
    }

    private void findBorder() {
        if (border == 0) {
            Encoding spoken = encoding.get();
            // The other ones tell by their bytes alone where a character begins.
            int more = spoken.isAsciiCompatible() && !spoken.equals(Encoding.UTF_8) ? before : 0;
            int start = CharacterTail.MOST - more;
            int inside = 0;
            while (inside <= MOST_INSIDE
                    && TextDecoder.endsInsideCharacter(spoken, window, start, more + WINDOW - inside)) {
                inside++;
            }
            border = Cutter.MAX_ROW - (inside <= MOST_INSIDE ? inside : 0);
        }
    }
}
