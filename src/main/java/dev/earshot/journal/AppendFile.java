package dev.earshot.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A disposable file that only grows. One thread at a time appends; any thread reads what was published to it by other
 * means (a volatile count). The latest part is in memory, so that appending is a copy and not a system call; while the
 * disk is full, that part grows.
 */
final class AppendFile implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(AppendFile.class);
    private static final int CHUNK = 64 * 1024;

    /** The part that is not in the file yet; its bytes are never written twice. */
    private record Tail(long start, byte[] bytes) {}

    private final FileChannel channel;
    private volatile Tail tail = new Tail(0, new byte[CHUNK]);
    private int used;

    /** Makes a file without a name in the folder. */
    AppendFile(Path folder) throws IOException {
        this(FileChannel.open(
                Files.createTempFile(folder, "index-", ".tmp"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    AppendFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Appends so many of the bytes. */
    void append(byte[] bytes, int length) {
        for (int at = 0; at < length; ) {
            if (used == tail.bytes.length) {
                makeRoom();
            }
            int count = Math.min(length - at, tail.bytes.length - used);
            System.arraycopy(bytes, at, tail.bytes, used, count);
            used += count;
            at += count;
        }
    }

    private void makeRoom() {
        Tail full = tail;
        try {
            ByteBuffer whole = ByteBuffer.wrap(full.bytes);
            while (whole.hasRemaining()) {
                channel.write(whole, full.start + whole.position());
            }
            tail = new Tail(full.start + used, new byte[CHUNK]);
            used = 0;
        } catch (IOException e) {
            log.warn("the index stays in memory", e);
            tail = new Tail(full.start, Arrays.copyOf(full.bytes, full.bytes.length + CHUNK));
        }
    }

    /** Reads {@code into} full from {@code position} on; all of that must have been published. */
    void read(long position, ByteBuffer into) throws IOException {
        into.clear();
        readOn(position, into);
        into.flip();
    }

    /** The same, from where {@code into} stands up to its limit. */
    void readOn(long position, ByteBuffer into) throws IOException {
        Tail last = tail;
        long shift = position - into.position();
        int limit = into.limit();
        if (position < last.start) {
            into.limit((int) Math.min(limit, last.start - shift));
            while (into.hasRemaining()) {
                if (channel.read(into, shift + into.position()) < 0) {
                    throw new IOException("the index ends before " + position);
                }
            }
            into.limit(limit);
        }
        if (into.hasRemaining()) {
            into.put(last.bytes, (int) (shift + into.position() - last.start), into.remaining());
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
