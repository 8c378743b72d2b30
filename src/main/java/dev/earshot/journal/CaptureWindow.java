package dev.earshot.journal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** A piece of the capture in memory, moved along by big reads. Confined to one thread. */
final class CaptureWindow implements Closeable {
    /** Small enough to be searched while it is still in the processor's cache. */
    private static final int SIZE = 256 * 1024;

    private final FileChannel channel;
    private final LongSupplier length;
    private final byte[] bytes = new byte[SIZE];
    private long start;
    private int filled;

    /** @param length how much of the file is whole records: what lies behind may still be written anew */
    CaptureWindow(Path file, LongSupplier length) throws IOException {
        channel = FileChannel.open(file);
        this.length = length;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Has so many bytes from this place in the file in {@link #bytes}, and says where. */
    int at(long offset, int count) throws IOException {
        if (offset < start || offset + count > start + filled) {
            start = offset;
            filled = 0;
            ByteBuffer into = ByteBuffer.wrap(bytes, 0, (int) Math.min(SIZE, length.getAsLong() - offset));
            while (into.hasRemaining() && channel.read(into, offset + into.position()) >= 0) {
                filled = into.position();
            }
            if (filled < count) {
                throw new EOFException("the capture ends before byte " + (offset + count));
            }
        }
        return (int) (offset - start);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
