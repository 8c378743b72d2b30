package dev.earshot.journal;

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
 * Writes a capture's records into its segments: into files, and while none can be written, into a bounded window in
 * memory whose oldest part is lost. Guarded by the journal's lock.
 */
final class SegmentedFile implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(SegmentedFile.class);

    /** The window: 16 MiB, lost in eighths. */
    static final int MEMORY = 2 << 20;

    static final int MOST_IN_MEMORY = 8;

    /** The beginning of every segment, so that it can be read without those before it. */
    interface Head {
        ByteBuffer at(long epochNanos);
    }

    private final CaptureLocation place;
    private final CaptureDisk disk;
    private final CaptureLimit cap;
    private final Head head;
    private final Segments segments;
    private Segment current;
    private long fullAt;
    private int files = 1;
    private boolean news;
    private volatile CaptureState.Kind kind = CaptureState.Kind.KEPT;
    private volatile String why = "";
    private volatile boolean homeless;
    private volatile long notKept;

    /**
     * Begins a capture in the place's first file.
     *
     * @throws FileAlreadyExistsException if it exists
     * @throws IOException if it cannot be made
     */
    SegmentedFile(CaptureLocation place, CaptureDisk disk, CaptureLimit cap, Head head, long now) throws IOException {
        this.place = place;
        this.disk = disk;
        this.cap = cap;
        this.head = head;
        current = begun(disk.create(place.file(1)), 0, now);
        segments = new Segments(ByteOrder.LITTLE_ENDIAN, current);
    }

    private Segment begun(Segment.Home home, long start, long now) throws IOException {
        Segment segment = Segment.inFile(start, now, home, 0);
        ByteBuffer begin = head.at(now);
        try {
            segment.append(begin, 0);
        } catch (IOException e) {
            disk.delete(home);
            throw e;
        }
        fullAt = segment.length() + cap.segment();
        return segment;
    }

    Segments segments() {
        return segments;
    }

    /** Whether something has happened since the last time of asking: a new file, or no file any more. */
    boolean takeNews() {
        boolean taken = news;
        news = false;
        return taken;
    }

    /** Any thread. */
    CaptureState state() {
        if (kind == CaptureState.Kind.KEPT) {
            return homeless ? new CaptureState(CaptureState.Kind.GONE, folder().toString(), 0, 0) : CaptureState.WELL;
        }
        return new CaptureState(kind, why, segments.bytesInMemory(), notKept);
    }

    /** Says whether there are segments whose files were deleted and could not be made again. */
    void homeless(boolean some) {
        if (some && !homeless) {
            log.warn("parts of the capture {} were deleted and are lost when the program ends", place.file(1));
        }
        homeless = some;
    }

    /** Begins the next segment if the present one is full. */
    void prepare(long now) {
        if (!current.isInMemory() && current.length() >= fullAt) {
            next(now);
        }
    }

    /** Where in its segment the next record will begin. */
    long positionInFile() {
        return current.length();
    }

    /**
     * Appends records and returns where they begin; see {@link #prepare}.
     *
     * @param messages how many of the bytes are messages
     */
    long append(ByteBuffer records, int messages, long now) {
        if (current.isInMemory() && !current.hasRoom(records.limit())) {
            intoMemory(now);
        }
        long offset = current.end();
        try {
            current.append(records, messages);
            return offset;
        } catch (IOException e) {
            fail(CaptureState.Kind.FAILING, reason(e), now);
            return append(records, messages, now);
        }
    }

    private void next(long now) {
        try {
            current = begun(create(), current.end(), now);
            segments.add(current);
            news = true;
        } catch (IOException e) {
            fail(CaptureState.Kind.FAILING, reason(e), now);
        }
    }

    /** Makes the next file, whose name may be taken by somebody else's. */
    private Segment.Home create() throws IOException {
        for (int number = files + 1; ; number++) {
            try {
                Segment.Home home = disk.create(place.file(number));
                files = number;
                return home;
            } catch (FileAlreadyExistsException e) {
                log.info("{} is taken", place.file(number));
            }
        }
    }

    private void fail(CaptureState.Kind what, String reason, long now) {
        if (kind == CaptureState.Kind.KEPT) {
            log.warn("the capture {} cannot be written: {}", place.file(1), reason);
            news = true;
        }
        why = reason;
        kind = what;
        if (!current.isInMemory()) {
            intoMemory(now);
        }
    }

    private void intoMemory(long now) {
        List<Segment> memory = segments.inMemory();
        if (memory.size() == MOST_IN_MEMORY) {
            lose(memory.get(0));
        }
        ByteBuffer begin = head.at(now);
        Segment next = Segment.inMemory(current.end(), now, begin.limit() + MEMORY);
        next.appendInMemory(begin, 0);
        segments.add(next);
        current = next;
    }

    private void lose(Segment oldest) {
        notKept += oldest.payload();
        Segment before = segments.before(oldest);
        boolean joins = before != null && before.isLost();
        segments.replace(joins ? List.of(before, oldest) : List.of(oldest), oldest.lostWith(joins ? before : null));
    }

    /** Writes what is in memory to a file, if it must and can be done; returns whether everything is in files then. */
    boolean recover() {
        if (current.isInMemory()) {
            try {
                place.renew();
                writeMemory();
            } catch (IOException e) {
                if (kind != CaptureState.Kind.GONE) {
                    why = reason(e); // else it tells from where it was deleted
                }
                return false;
            }
        }
        kind = CaptureState.Kind.KEPT;
        why = "";
        return true;
    }

    private void writeMemory() throws IOException {
        List<Segment> memory = segments.inMemory();
        Segment oldest = memory.get(0);
        Segment before = segments.before(oldest);
        if (before != null && before.isInFile() && disk.holds(before.home())) {
            before.append(memory);
            segments.replace(memory);
            current = before;
        } else {
            Segment.Home home = create();
            Segment fresh = Segment.inFile(oldest.start(), oldest.since(), home, 0);
            try {
                fresh.append(memory);
            } catch (IOException e) {
                disk.delete(home);
                throw e;
            }
            segments.replace(memory, fresh);
            current = fresh;
            fullAt = cap.segment();
        }
        log.info("the capture is written again, to {}", current.home().file());
    }

    /** How many bytes of messages were not kept since the last time of asking. */
    long takeNotKept() {
        long taken = notKept;
        notKept = 0;
        return taken;
    }

    /** The segments whose files are not where they were made: somebody has deleted them. Any thread. */
    List<Segment> vanished() {
        return segments.list().stream()
                .filter(segment -> segment.isInFile() && !disk.holds(segment.home()))
                .toList();
    }

    /** Takes note that files have vanished: what comes goes into memory, until there is a new one. */
    void leave(List<Segment> vanished, long now) {
        if (vanished.contains(current)) {
            fail(CaptureState.Kind.GONE, String.valueOf(current.home().file().getParent()), now);
        }
    }

    /** Whether records go into this segment at present. */
    boolean isWritten(Segment segment) {
        return segment == current;
    }

    /** Takes over a new cap: how large the present file may become follows from it. */
    boolean takeCap() {
        boolean other = cap.takeAsked();
        if (other) {
            fullAt = cap.segment();
        }
        return other;
    }

    /** Whether the oldest segment is to be removed, for the capture is at its cap. */
    boolean isOverCap() {
        long own = segments.bytesInFiles();
        Segment oldest = segments.first();
        return oldest != current && !oldest.isInMemory() && (oldest.isLost() || own + cap.segment() > cap.bytes());
    }

    /** Whether it is not kept in files as it should be. */
    boolean isInTrouble() {
        return kind != CaptureState.Kind.KEPT;
    }

    CaptureLimit cap() {
        return cap;
    }

    CaptureDisk disk() {
        return disk;
    }

    Path folder() {
        return place.file(1).toAbsolutePath().getParent();
    }

    static String reason(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** Writes what is only in memory, if it can, and closes. */
    @Override
    public void close() throws IOException {
        if (!recover()) {
            log.warn("{} bytes of the capture were never written: {}", segments.bytesInMemory() + notKept, why);
        }
        try (segments) {
            segments.sweep(disk);
        }
    }
}
