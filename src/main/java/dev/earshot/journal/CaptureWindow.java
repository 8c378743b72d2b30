package dev.earshot.journal;

import dev.earshot.journal.storage.Segments;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Buffers a piece of the capture in memory, read in big steps. Confined to one thread. */
public final class CaptureWindow {
    /** The size in bytes, small enough to be searched while it is in the processor's cache. */
    private static final int SIZE = 256 * 1024;

    private final Segments segments;
    private final byte[] bytes = new byte[SIZE];
    private long start;
    private int filled;
    private long loads;

    /** Makes a window that holds nothing yet. */
    public CaptureWindow(Segments segments) {
        this.segments = segments;
    }

    /** Returns the array that holds the bytes. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns the number of bytes that are loaded. */
    public int filled() {
        return filled;
    }

    /** Returns the offset in the capture behind the bytes that are loaded. */
    long end() {
        return start + filled;
    }

    /** Returns how often the bytes have been replaced. */
    public long loads() {
        return loads;
    }

    /**
     * Loads a part of one record into {@link #bytes}, and returns where it begins there.
     *
     * @throws RecordGoneException if they are not there any more
     */
    public int at(long offset, int count) throws IOException {
        if (offset < start || offset + count > start + filled) {
            start = offset;
            filled = 0;
            loads++;
            ByteBuffer into = ByteBuffer.wrap(bytes);
            while (filled < count) {
                segments.readSome(into, offset + filled);
                filled = into.position();
            }
        }
        return (int) (offset - start);
    }
}
