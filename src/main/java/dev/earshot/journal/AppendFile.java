package dev.earshot.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A disposable file that only grows. One thread at a time appends; any thread reads what was published to it by other
 * means (a volatile count). The latest part is in memory, so that appending is a copy and not a system call.
 */
final class AppendFile implements Closeable {
    private static final int CHUNK = 64 * 1024;

    /** The part that is not in the file yet; its bytes are never written twice. */
    private record Tail(long start, byte[] bytes) {}

    private final FileChannel channel;
    private volatile Tail tail = new Tail(0, new byte[CHUNK]);
    private int used;

    /** Makes a file without a name in the folder. */
    AppendFile(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "index-", ".tmp");
        channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** Appends; {@code bytes} must be a length that divides 64 KiB, always the same one. */
    void append(byte[] bytes, int length) throws IOException {
        Tail last = tail;
        if (used == CHUNK) {
            ByteBuffer whole = ByteBuffer.wrap(last.bytes);
            while (whole.hasRemaining()) {
                channel.write(whole, last.start + whole.position());
            }
            last = new Tail(last.start + CHUNK, new byte[CHUNK]);
            tail = last;
            used = 0;
        }
        System.arraycopy(bytes, 0, last.bytes, used, length);
        used += length;
    }

    /** Reads {@code into} full from {@code position} on, which must lie in what was appended as one. */
    void read(long position, ByteBuffer into) throws IOException {
        Tail last = tail;
        into.clear();
        if (position >= last.start) {
            into.put(last.bytes, (int) (position - last.start), into.capacity());
        } else {
            while (into.hasRemaining()) {
                if (channel.read(into, position + into.position()) < 0) {
                    throw new IOException("the index ends before " + position);
                }
            }
        }
        into.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
