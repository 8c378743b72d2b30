package dev.earshot.journal.storage;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The list of a capture's segments, read as one long run of bytes. The offset of a byte counts all bytes that were ever
 * recorded before it. Changed under the journal's lock; read by any thread without one.
 */
public final class Segments implements Closeable {
    /** The bytes by which the byte order of a file is told. */
    private static final int HEAD = 12;

    private final ByteOrder order;
    private final Queue<SegmentFile> retired = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pins = new AtomicInteger();
    private volatile Segment[] all;

    /** @param order the byte order of its records */
    public Segments(ByteOrder order, Segment... all) {
        this.order = order;
        this.all = all;
    }

    /**
     * Opens the segments of an old capture.
     *
     * @param files in the order in which they were written
     * @param orders returns the byte order of a file by its first 12 bytes, or null if it is no capture
     * @throws NotACaptureException if the first is no capture
     * @throws IOException if one cannot be read
     */
    public static Segments open(List<Path> files, Function<ByteBuffer, ByteOrder> orders) throws IOException {
        List<Segment> opened = new ArrayList<>();
        long start = 0;
        try {
            for (Path file : files) {
                FileChannel channel = FileChannel.open(file);
                Segment segment = Segment.inFile(start, 0, new SegmentFile(file, channel, null), channel.size());
                opened.add(segment);
                start = segment.end();
            }
            return new Segments(order(opened.get(0), orders), opened.toArray(Segment[]::new));
        } catch (IOException e) {
            for (Segment segment : opened) {
                segment.close();
            }
            throw e;
        }
    }

    private static ByteOrder order(Segment first, Function<ByteBuffer, ByteOrder> orders) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(HEAD);
        while (head.hasRemaining()) {
            if (head.position() == first.length()) {
                throw new NotACaptureException();
            }
            first.read(head, head.position());
        }
        ByteOrder order = orders.apply(head);
        if (order == null) {
            throw new NotACaptureException();
        }
        return order;
    }

    /** Returns the byte order of the records. */
    public ByteOrder order() {
        return order;
    }

    /** Returns the segments at this moment, the oldest first. */
    public List<Segment> list() {
        return List.of(all);
    }

    /** Returns the offset of the oldest byte that is there. */
    public long start() {
        return all[0].start();
    }

    /** Returns the offset of the next byte to be recorded. */
    public long end() {
        Segment[] now = all;
        return now[now.length - 1].end();
    }

    /** Returns the oldest segment. */
    public Segment first() {
        return all[0];
    }

    /** Returns the bytes in files. */
    public long bytesInFiles() {
        long sum = 0;
        for (Segment segment : all) {
            sum += segment.isInFile() ? segment.length() : 0;
        }
        return sum;
    }

    /** Returns the bytes in files, with those of files that are still to be deleted. */
    public long bytesOnDisk() {
        long sum = bytesInFiles();
        for (SegmentFile file : retired) {
            sum += file.size();
        }
        return sum;
    }

    /** Returns the bytes that are held in memory, as no file can be written. */
    public long bytesInMemory() {
        return inMemory().stream().mapToLong(Segment::length).sum();
    }

    List<Segment> inMemory() {
        return list().stream().filter(Segment::isInMemory).toList();
    }

    /** Returns the segment before another, or null. */
    Segment segmentBefore(Segment segment) {
        List<Segment> now = list();
        int at = now.indexOf(segment);
        return at == 0 ? null : now.get(at - 1);
    }

    void add(Segment next) {
        Segment[] before = all;
        Segment[] now = Arrays.copyOf(before, before.length + 1);
        now[before.length] = next;
        all = now;
    }

    /** Replaces some segments, which must all be there and adjacent, by others. */
    public void replace(List<Segment> old, Segment... others) {
        List<Segment> now = new ArrayList<>(list());
        int at = now.indexOf(old.get(0));
        now.subList(at, at + old.size()).clear();
        now.addAll(at, List.of(others));
        all = now.toArray(Segment[]::new);
    }

    /** Removes the oldest segment; {@link #deleteRetired} deletes its file. */
    public void removeFirst() {
        Segment[] before = all;
        all = Arrays.copyOfRange(before, 1, before.length);
        retire(before[0]);
    }

    /** Leaves the file of a removed or replaced segment to {@link #deleteRetired}. */
    public void retire(Segment segment) {
        if (segment.isInFile()) {
            retired.add(segment.file());
        }
    }

    /** Leaves a file that is not needed any more to {@link #deleteRetired}. */
    public void retire(SegmentFile file) {
        retired.add(file);
    }

    /** Returns the segments at this moment, and keeps their files from being deleted until {@link #unpin}. */
    public List<Segment> pin() {
        pins.incrementAndGet();
        return list();
    }

    /** Ends a {@link #pin}. */
    public void unpin() {
        pins.decrementAndGet();
    }

    /** Deletes the files that are not needed any more. It may take a while, and needs no lock. */
    public void deleteRetired(CaptureDisk disk) throws IOException {
        while (pins.get() == 0 && !retired.isEmpty()) {
            disk.delete(retired.remove());
        }
    }

    /** Finds the segment that has an offset, or else the next one after it; null if there is none. */
    public Segment findFrom(long offset) {
        for (Segment segment : all) {
            if (offset < segment.end() && !segment.isLost()) {
                return segment;
            }
        }
        return null;
    }

    /**
     * Fills {@code into} with the bytes from an offset on.
     *
     * @throws RecordGoneException if they were removed, or not kept
     * @throws EOFException if the capture has become shorter
     */
    public void read(ByteBuffer into, long offset) throws IOException {
        long shift = offset - into.position();
        while (into.hasRemaining()) {
            readSome(into, shift + into.position());
        }
    }

    /** Reads at least one byte into {@code into}; throws as {@link #read} does. */
    public void readSome(ByteBuffer into, long offset) throws IOException {
        while (true) {
            Segment segment = segmentAt(offset);
            try {
                segment.read(into, offset);
                return;
            } catch (ClosedChannelException e) {
                if (segmentAt(offset) == segment) {
                    throw e;
                } // else it was removed or moved meanwhile: look again
            }
        }
    }

    private Segment segmentAt(long offset) throws IOException {
        Segment[] now = all;
        if (offset < now[0].start()) {
            throw RecordGoneException.removed();
        }
        int i = now.length - 1;
        while (offset < now[i].start()) {
            i--;
        }
        if (offset >= now[i].end()) {
            throw new EOFException("the capture ends before byte " + offset);
        }
        return now[i];
    }

    /** Returns when the record at an offset was recorded, or if it was lost, when records began to be lost. */
    public long timeAt(long offset) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(20).order(order);
        try {
            read(head, offset);
        } catch (RecordGoneException e) {
            return e.since();
        }
        return ((long) head.getInt(12) << 32) | (head.getInt(16) & 0xFFFFFFFFL);
    }

    @Override
    public void close() throws IOException {
        for (Segment segment : all) {
            segment.close();
        }
    }
}
