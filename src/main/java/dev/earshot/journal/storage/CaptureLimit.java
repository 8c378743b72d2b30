package dev.earshot.journal.storage;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Limits the size of a capture to what was asked for, and to what the disk can spare. Any thread. */
public final class CaptureLimit {
    private static final Logger log = LoggerFactory.getLogger(CaptureLimit.class);
    private static final long MIB = 1 << 20;

    /** The bytes that a capture may have even where the disk is nearly full. */
    private static final long LEAST = 256 * MIB;

    private static final long MOST_USUAL = 8192 * MIB;

    /** The bytes of a large disk that are left to other programs. */
    private static final long MOST_SPARED = 512 * MIB;

    private static final long LEAST_SEGMENT = 4 * MIB;
    private static final long MOST_SEGMENT = 256 * MIB;
    private static final int SEGMENTS = 16;

    private final long usual;
    private volatile long requested; // 0: nothing
    private volatile boolean hasNewRequest;
    private volatile CaptureDisk.Space space;
    private volatile long available; // free, and what the capture had then: what it writes and removes changes nothing

    /** Begins with a limit of half the free space, from 256 MiB to 8 GiB. */
    public CaptureLimit(CaptureDisk.Space space) {
        this.space = space;
        available = space.usable();
        usual = Math.max(LEAST, Math.min(MOST_USUAL, space.usable() / 2));
    }

    /** Makes the limit that suits the disk of a folder. */
    public static CaptureLimit of(CaptureDisk disk, Path folder) {
        return new CaptureLimit(measureSpace(disk, folder));
    }

    private static CaptureDisk.Space measureSpace(CaptureDisk disk, Path folder) {
        try {
            return disk.space(folder);
        } catch (IOException e) {
            log.debug("the free space is not known", e);
            return new CaptureDisk.Space(Long.MAX_VALUE / 2, Long.MAX_VALUE / 2);
        }
    }

    /** Asks for another limit in bytes, or with 0 for the first one. */
    public void request(long bytes) {
        requested = bytes;
        hasNewRequest = true;
    }

    /** Returns whether another limit was asked for since the last call. One thread. */
    boolean takeRequest() {
        boolean taken = hasNewRequest;
        hasNewRequest = false;
        return taken;
    }

    /**
     * Measures the free space; takes as long as the system does.
     *
     * @param own the bytes of the capture on the disk, with files that are still to be deleted
     */
    public void measure(CaptureDisk disk, Path folder, long own) {
        CaptureDisk.Space now = measureSpace(disk, folder);
        space = now;
        available = own + now.usable();
    }

    /** Whether this many bytes can be written, with a margin. */
    public boolean hasRoomFor(long bytes) {
        CaptureDisk.Space now = space;
        return now.usable() >= bytes + Math.min(SEGMENTS * MIB, now.total() / 20);
    }

    private long wanted() {
        long now = requested;
        return now > 0 ? now : usual;
    }

    /** Returns the largest size of the capture, in bytes. */
    public long bytes() {
        long spared = available - Math.min(MOST_SPARED, space.total() / 20);
        return Math.max(Math.min(wanted(), LEAST), Math.min(wanted(), spared));
    }

    /** Returns the largest size of one of its files, in bytes. */
    public long segmentBytes() {
        return Math.max(LEAST_SEGMENT, Math.min(MOST_SEGMENT, wanted() / SEGMENTS));
    }
}
