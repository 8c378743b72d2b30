package dev.earshot.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How a capture is kept: in which files, up to which size, and whether at all at present. Any thread. */
public final class CaptureStorage {
    private final Segments segments;
    private final SegmentedFile recording; // null: an old capture

    CaptureStorage(Segments segments, SegmentedFile recording) {
        this.segments = segments;
        this.recording = recording;
    }

    /** Its files, the oldest first. */
    public List<Path> files() {
        return segments.list().stream()
                .filter(Segment::isInFile)
                .map(segment -> segment.home().file())
                .toList();
    }

    /** Bytes in its files. */
    public long bytes() {
        return segments.bytesInFiles();
    }

    /** How many bytes it may have at present, before its oldest part is removed; 0 for an old capture. */
    public long cap() {
        return recording == null ? 0 : recording.cap().bytes();
    }

    /** Sets the cap in bytes, at least 64 MiB, or with 0 what suits the disk, as at first; it holds within a second. */
    public void cap(long bytes) {
        if (recording != null) {
            recording.cap().ask(bytes);
        }
    }

    /** Whether all is well. */
    public CaptureState state() {
        return recording == null ? CaptureState.WELL : recording.state();
    }

    /** Deletes its files, for there is nothing in them. Only after the journal's end. */
    public void delete() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
    }
}
