package dev.earshot.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Ends a message at each LF. It looks at eight bytes at a time and remembers nothing, so that one serves all streams.
 */
final class LineCutter implements Cutter {
    static final LineCutter SHARED = new LineCutter();

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LINE_FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private LineCutter() {}

    @Override
    public void cut(byte[] bytes, int offset, int length, RowEnds ends) {
        int i = 0;
        for (; i + 8 <= length; i += 8) {
            long word = (long) LONGS.get(bytes, offset + i) ^ LINE_FEEDS;
            // The high bit of each byte that is zero now, exactly (no carry between bytes).
            long hits = ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
            while (hits != 0) {
                ends.add(i + (Long.numberOfTrailingZeros(hits) >>> 3) + 1);
                hits &= hits - 1;
            }
        }
        for (; i < length; i++) {
            if (bytes[offset + i] == '\n') {
                ends.add(i + 1);
            }
        }
    }
}
