package dev.earshot.journal;

import dev.earshot.net.Endpoint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds where rows end in the next bytes of a stream. One per index, guarded by whoever writes that index. */
final class Cutter {
    /** A row is never longer; what is, becomes several. */
    static final int MAX_ROW = 1 << 20;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private final Framing framing;
    private final int[] ends = new int[Endpoint.MAX_PIECE + 2];
    private int count;

    Cutter(Framing framing) {
        this.framing = framing;
    }

    /** Where the rows found last end, counted from the first of the bytes that were looked at. */
    int[] ends() {
        return ends;
    }

    /** Forgets what was found. */
    void clear() {
        count = 0;
    }

    /** Ends a row at this place, unless one ends there already. */
    void endAt(int place) {
        if (count == 0 || ends[count - 1] != place) {
            ends[count++] = place;
        }
    }

    /**
     * Looks for the ends of rows in {@code length} bytes, of which {@code open} bytes more lie before them, and returns
     * how many there are, those of {@link #endAt} included.
     */
    int cut(byte[] bytes, int offset, int length, int open) {
        if (framing == Framing.LINES) {
            lines(bytes, offset, length, MAX_ROW - open);
        } else {
            endAt(length);
        }
        return count;
    }

    /** How many rows end in what was looked at last. */
    int count() {
        return count;
    }

    /** The bytes behind the last end that are still open. */
    int lastEnd() {
        return count == 0 ? 0 : ends[count - 1];
    }

    private void lines(byte[] bytes, int offset, int length, int room) {
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            long word = (long) LONGS.get(bytes, offset + i) ^ LINE_FEEDS;
            // The high bit of each byte that is zero now, exactly (no carry between bytes).
            long hits = ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
            while (hits != 0) {
                lineEnds(i + (Long.numberOfTrailingZeros(hits) >>> 3) + 1, room);
                hits &= hits - 1;
            }
        }
        for (; i < length; i++) {
            if (bytes[offset + i] == '\n') {
                lineEnds(i + 1, room);
            }
        }
        if (lastEnd() == 0 && length >= room) {
            endAt(room);
        }
    }

    private void lineEnds(int end, int room) {
        if (end > room && lastEnd() == 0) {
            endAt(room); // only the first line can be too long: no read is longer than a row may be
        }
        endAt(end);
    }
}
