package dev.earshot.journal.storage;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A run of a capture's bytes, held in a file, or in memory while no file can be written, or lost. Written under the
 * journal's lock, read by any thread without one.
 */
public final class Segment implements Closeable {
    /** The bytes that are copied between two calls of the listener: a few milliseconds of work. */
    private static final long COPY_STEP = 8 << 20;

    private final long start;
    private final long since;
    private final SegmentFile file; // null unless it is in a file
    private final FileChannel channel;
    private final byte[] bytes; // null unless it is in memory
    private volatile long length;
    private long messageBytes;

    private Segment(long start, long since, SegmentFile file, byte[] bytes, long length) {
        this.start = start;
        this.since = since;
        this.file = file;
        this.channel = file == null ? null : file.channel();
        this.bytes = bytes;
        this.length = length;
    }

    /**
     * Makes a segment in a file.
     *
     * @param start its offset in the capture: the number of bytes recorded before it
     * @param since when that was, nanoseconds since 1970-01-01 UTC
     */
    static Segment inFile(long start, long since, SegmentFile file, long length) {
        return new Segment(start, since, file, null, length);
    }

    /** Makes a segment in memory, with room for {@code room} bytes. */
    public static Segment inMemory(long start, long since, int room) {
        return new Segment(start, since, null, new byte[room], 0);
    }

    private static Segment lost(long start, long since, long length) {
        return new Segment(start, since, null, null, length);
    }

    /** Returns the segment at the same place, in another file. */
    public Segment movedTo(SegmentFile other) {
        return inFile(start, since, other, length);
    }

    /** Returns the lost segment that takes the place of this one, and of {@code before} if that is lost as well. */
    Segment toLost(Segment before) {
        return before != null && before.isLost()
                ? lost(before.start, before.since, end() - before.start)
                : lost(start, since, length);
    }

    /** Returns its offset in the capture: the number of bytes recorded before it. */
    public long start() {
        return start;
    }

    /** Returns when it was begun, in nanoseconds since 1970-01-01 UTC. */
    public long since() {
        return since;
    }

    /** Returns its bytes: only whole records; the number grows. */
    public long length() {
        return length;
    }

    /** Returns the offset behind its last byte; it grows. */
    public long end() {
        return start + length;
    }

    /** Returns its file; null if it is not in one. */
    public SegmentFile file() {
        return file;
    }

    boolean isInMemory() {
        return bytes != null;
    }

    /** Whether its bytes are in a file. */
    public boolean isInFile() {
        return channel != null;
    }

    /** Whether its bytes could not be kept. */
    public boolean isLost() {
        return bytes == null && channel == null;
    }

    /** Returns the bytes of messages that were written into it. Under the journal's lock. */
    long messageBytes() {
        return messageBytes;
    }

    /** Whether a segment in memory has room for {@code count} more bytes. */
    boolean hasRoomFor(int count) {
        return bytes.length - length >= count;
    }

    /**
     * Appends records, with one write.
     *
     * @param messages the number of bytes that are messages
     * @throws IOException if the file cannot be written; the segment and {@code records} are then as before
     */
    void append(ByteBuffer records, int messages) throws IOException {
        if (bytes != null) {
            appendInMemory(records, messages);
            return;
        }
        long size = length;
        write(records, size);
        messageBytes += messages;
        length = size + records.limit();
    }

    /** Appends to a segment in memory, which cannot fail; there must be room. */
    public void appendInMemory(ByteBuffer records, int messages) {
        int count = records.limit();
        records.get(bytes, (int) length, count);
        messageBytes += messages;
        length += count;
    }

    private void write(ByteBuffer records, long size) throws IOException {
        try {
            while (records.hasRemaining()) {
                channel.write(records, size + records.position());
            }
        } catch (IOException e) {
            records.rewind();
            cutOff(e);
            throw e;
        }
    }

    private void cutOff(IOException why) {
        try {
            channel.truncate(length);
        } catch (IOException e) {
            why.addSuppressed(e); // a reader finds a torn record at the end, or what is written there later
        }
    }

    /**
     * Appends the segments in memory, all of them or none.
     *
     * @throws IOException if they cannot be written; this segment is then as before
     */
    void append(Iterable<Segment> inMemory) throws IOException {
        long at = length;
        long messages = 0;
        try {
            for (Segment segment : inMemory) {
                ByteBuffer records = ByteBuffer.wrap(segment.bytes, 0, (int) segment.length);
                while (records.hasRemaining()) {
                    channel.write(records, at + records.position());
                }
                at += records.limit();
                messages += segment.messageBytes;
            }
        } catch (IOException e) {
            cutOff(e);
            throw e;
        }
        messageBytes += messages;
        length = at;
    }

    /** Ends the segment at an offset, as no whole record follows. */
    public void endAt(long offset) {
        length = offset - start;
    }

    /**
     * Reads at least one byte at an offset.
     *
     * @throws EOFException if another program has shortened the file
     * @throws RecordGoneException if it was never kept
     */
    public void read(ByteBuffer into, long offset) throws IOException {
        if (isLost()) {
            throw RecordGoneException.lost(since);
        }
        int limit = into.limit();
        into.limit((int) Math.min(limit, into.position() + end() - offset));
        try {
            if (bytes != null) {
                into.put(bytes, (int) (offset - start), into.remaining());
            } else if (channel.read(into, offset - start) <= 0) {
                throw new EOFException(file.path().getFileName() + " has become shorter");
            }
        } finally {
            into.limit(limit);
        }
    }

    /** Receives the number of bytes copied so far; an exception ends the copying. */
    public interface CopyListener {
        void copied(long bytes) throws IOException;
    }

    /** Appends its bytes between two offsets to another file. */
    public void copyTo(FileChannel target, long fromOffset, long endOffset, CopyListener listener) throws IOException {
        long from = fromOffset - start;
        long end = Math.min(length, endOffset - start);
        if (bytes != null) {
            ByteBuffer memory = ByteBuffer.wrap(bytes, (int) from, (int) (end - from));
            while (memory.hasRemaining()) {
                target.write(memory);
            }
            listener.copied(end - from);
        } else if (channel != null) {
            for (long at = from; at < end; listener.copied(at - from)) {
                long copied = channel.transferTo(at, Math.min(COPY_STEP, end - at), target);
                if (copied <= 0) {
                    throw new EOFException(file.path().getFileName() + " has become shorter");
                }
                at += copied;
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
