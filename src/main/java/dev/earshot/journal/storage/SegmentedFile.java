package dev.earshot.journal.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a capture's records to files one after the other, which are its segments. While no file can be written, it
 * writes to a bounded window in memory whose oldest part is lost when it is full. Guarded by the journal's lock.
 */
public final class SegmentedFile implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(SegmentedFile.class);

    /** The bytes of a segment in memory. */
    public static final int MEMORY = 2 << 20;

    /** The most segments in memory, together 16 MiB. */
    public static final int MOST_IN_MEMORY = 8;

    /** Makes the beginning of each segment, so that it can be read without those before it. */
    public interface Head {
        ByteBuffer at(long epochNanos);
    }

    private final CaptureLocation location;
    private final CaptureDisk disk;
    private final CaptureLimit limit;
    private final Head head;
    private final Segments segments;
    private final CaptureHealth health;
    private Segment current;
    private long fullAt;
    private int files = 1;
    private boolean hasFileChange;

    /**
     * Begins a capture in the location's first file.
     *
     * @throws FileAlreadyExistsException if it exists
     * @throws IOException if it cannot be made
     */
    public SegmentedFile(CaptureLocation location, CaptureDisk disk, CaptureLimit limit, Head head, long now)
            throws IOException {
        this.location = location;
        this.disk = disk;
        this.limit = limit;
        this.head = head;
        health = new CaptureHealth(location.file(1));
        current = begin(disk.create(location.file(1)), 0, now);
        segments = new Segments(ByteOrder.LITTLE_ENDIAN, current);
    }

    private Segment begin(SegmentFile file, long start, long now) throws IOException {
        Segment segment = Segment.inFile(start, now, file, 0);
        ByteBuffer begin = head.at(now);
        try {
            segment.append(begin, 0);
        } catch (IOException e) {
            disk.delete(file);
            throw e;
        }
        fullAt = segment.length() + limit.segmentBytes();
        return segment;
    }

    /** Returns the segments, for reading. */
    public Segments segments() {
        return segments;
    }

    /** Returns whether, since the last call, a new file was begun or writing failed. */
    public boolean takeFileChange() {
        boolean taken = hasFileChange;
        hasFileChange = false;
        return taken;
    }

    /** Returns whether the capture can be written. */
    public CaptureHealth health() {
        return health;
    }

    /** Returns the state of the capture for the outside. Any thread. */
    public CaptureState state() {
        return health.state(segments.bytesInMemory());
    }

    /** Begins the next segment if the present one is full. */
    public void prepare(long now) {
        if (!current.isInMemory() && current.length() >= fullAt) {
            beginNext(now);
        }
    }

    /** Returns where the next record will begin in its segment, in bytes. */
    public long positionInFile() {
        return current.length();
    }

    /**
     * Appends records and returns where they begin; see {@link #prepare}.
     *
     * @param messages the number of bytes that are messages
     */
    public long append(ByteBuffer records, int messages, long now) {
        if (current.isInMemory() && !current.hasRoomFor(records.limit())) {
            continueInMemory(now);
        }
        long offset = current.end();
        try {
            current.append(records, messages);
            return offset;
        } catch (IOException e) {
            fail(CaptureState.Kind.FAILING, CaptureHealth.reason(e), now);
            return append(records, messages, now);
        }
    }

    private void beginNext(long now) {
        try {
            current = begin(createNextFile(), current.end(), now);
            segments.add(current);
            hasFileChange = true;
        } catch (IOException e) {
            fail(CaptureState.Kind.FAILING, CaptureHealth.reason(e), now);
        }
    }

    /** Makes the next file, and skips names that other files have. */
    private SegmentFile createNextFile() throws IOException {
        for (int number = files + 1; ; number++) {
            try {
                SegmentFile file = disk.create(location.file(number));
                files = number;
                return file;
            } catch (FileAlreadyExistsException e) {
                log.info("{} is taken", location.file(number));
            }
        }
    }

    private void fail(CaptureState.Kind failure, String reason, long now) {
        hasFileChange |= health.fail(failure, reason);
        if (!current.isInMemory()) {
            continueInMemory(now);
        }
    }

    private void continueInMemory(long now) {
        List<Segment> memory = segments.inMemory();
        if (memory.size() == MOST_IN_MEMORY) {
            dropOldestInMemory(memory.get(0));
        }
        ByteBuffer begin = head.at(now);
        Segment next = Segment.inMemory(current.end(), now, begin.limit() + MEMORY);
        next.appendInMemory(begin, 0);
        segments.add(next);
        current = next;
    }

    private void dropOldestInMemory(Segment oldest) {
        health.addNotKept(oldest.messageBytes());
        Segment before = segments.segmentBefore(oldest);
        boolean joins = before != null && before.isLost();
        segments.replace(joins ? List.of(before, oldest) : List.of(oldest), oldest.toLost(joins ? before : null));
    }

    /** Writes the segments in memory to a file, if there are any; returns whether everything is in files then. */
    public boolean recover() {
        if (current.isInMemory()) {
            try {
                location.renew();
                writeMemory();
            } catch (IOException e) {
                health.failAgain(e);
                return false;
            }
        }
        health.recover();
        return true;
    }

    private void writeMemory() throws IOException {
        List<Segment> memory = segments.inMemory();
        Segment oldest = memory.get(0);
        Segment before = segments.segmentBefore(oldest);
        if (before != null && before.isInFile() && disk.isInPlace(before.file())) {
            before.append(memory);
            segments.replace(memory);
            current = before;
        } else {
            SegmentFile file = createNextFile();
            Segment fresh = Segment.inFile(oldest.start(), oldest.since(), file, 0);
            try {
                fresh.append(memory);
            } catch (IOException e) {
                disk.delete(file);
                throw e;
            }
            segments.replace(memory, fresh);
            current = fresh;
            fullAt = limit.segmentBytes();
        }
        log.info("the capture is written again, to {}", current.file().path());
    }

    /** Returns the segments whose files were deleted by somebody. Any thread. */
    public List<Segment> vanished() {
        return segments.list().stream()
                .filter(segment -> segment.isInFile() && !disk.isInPlace(segment.file()))
                .toList();
    }

    /** Writes to memory from now on, if the present file is one of those that were deleted. */
    public void leaveVanished(List<Segment> vanished, long now) {
        if (vanished.contains(current)) {
            fail(CaptureState.Kind.GONE, String.valueOf(current.file().path().getParent()), now);
        }
    }

    /** Whether records are written to this segment at present. */
    public boolean isWritten(Segment segment) {
        return segment == current;
    }

    /** Adopts a new size limit, if one was asked for; the size of the present file follows from it. */
    public boolean takeNewLimit() {
        boolean other = limit.takeRequest();
        if (other) {
            fullAt = limit.segmentBytes();
        }
        return other;
    }

    /** Whether the capture is over its limit, so that the oldest segment must be removed. */
    public boolean isOverLimit() {
        long own = segments.bytesInFiles();
        Segment oldest = segments.first();
        return oldest != current
                && !oldest.isInMemory()
                && (oldest.isLost() || own + limit.segmentBytes() > limit.bytes());
    }

    /** Returns the size limit of the capture. */
    public CaptureLimit limit() {
        return limit;
    }

    /** Returns the disk that makes and deletes the files. */
    public CaptureDisk disk() {
        return disk;
    }

    /** Returns the folder of the files. */
    public Path folder() {
        return health.folder();
    }

    /** Writes the segments in memory to a file, if that can be done, and closes all files. */
    @Override
    public void close() throws IOException {
        if (!recover()) {
            health.logLoss(segments.bytesInMemory());
        }
        try (segments) {
            segments.deleteRetired(disk);
        }
    }
}
