package dev.earshot.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A piece of the capture in memory, moved along by big reads. Confined to one thread. */
final class CaptureWindow {
    /** Small enough to be searched while it is still in the processor's cache. */
    private static final int SIZE = 256 * 1024;

    private final Segments segments;
    private final byte[] bytes = new byte[SIZE];
    private long start;
    private int filled;

    CaptureWindow(Segments segments) {
        this.segments = segments;
    }

    byte[] bytes() {
        return bytes;
    }

    /**
     * Has so many bytes of one record, from this place in the capture, in {@link #bytes}, and says where.
     *
     * @throws RecordGoneException if they are not there any more
     */
    int at(long offset, int count) throws IOException {
        if (offset < start || offset + count > start + filled) {
            start = offset;
            filled = 0;
            ByteBuffer into = ByteBuffer.wrap(bytes);
            while (filled < count) {
                segments.readSome(into, offset + filled);
                filled = into.position();
            }
        }
        return (int) (offset - start);
    }
}
