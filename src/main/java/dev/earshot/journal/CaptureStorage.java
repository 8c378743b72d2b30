package dev.earshot.journal;

import dev.earshot.journal.storage.CaptureState;
import dev.earshot.journal.storage.Segment;
import dev.earshot.journal.storage.SegmentedFile;
import dev.earshot.journal.storage.Segments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a capture, their size and its limit, and whether they can be written. Any thread. */
public final class CaptureStorage {
    private final Segments segments;
    private final SegmentedFile segmentedFile; // null: an old capture
    private final RowNotes notes; // null: none, and nothing is copied
    private volatile CaptureState old = CaptureState.WELL;

    CaptureStorage(Segments segments, SegmentedFile segmentedFile, RowNotes notes) {
        this.segments = segments;
        this.notes = notes;
        this.segmentedFile = segmentedFile;
    }

    /** Returns the files, the oldest first. */
    public List<Path> files() {
        return segments.list().stream()
                .filter(Segment::isInFile)
                .map(segment -> segment.file().path())
                .toList();
    }

    /** Returns the bytes in the files. */
    public long bytes() {
        return segments.bytesInFiles();
    }

    /** Returns the size in bytes at which the oldest part is removed; 0 for an old capture. */
    public long limit() {
        return segmentedFile == null ? 0 : segmentedFile.limit().bytes();
    }

    /** Sets the size limit in bytes, at least 64 MiB, or with 0 what suits the disk; it holds within a second. */
    public void setLimit(long bytes) {
        if (segmentedFile != null) {
            segmentedFile.limit().request(bytes);
        }
    }

    /** Keeps the state in which an old capture was found. */
    void opened(CaptureState state) {
        old = state;
    }

    /** Returns whether the capture is whole and kept in files, and if not, why. */
    public CaptureState state() {
        return segmentedFile == null ? old : segmentedFile.state();
    }

    /**
     * Copies the capture as it is now to another file, whole or not at all, with the notes of people as comments of
     * their packets. Not on the EDT.
     *
     * @throws TaskProgress.CancelledException if it was cancelled
     * @throws IOException if it cannot be written; an older file of that name is then untouched
     */
    public void copyTo(Path target, TaskProgress progress) throws IOException {
        CaptureCopy.write(target, segments, notes, progress);
    }

    /** Deletes the files of an empty capture, after its journal was closed. */
    public void delete() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
    }
}
