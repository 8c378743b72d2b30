package dev.earshot.journal;

import dev.earshot.files.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies a growing capture into one file, segment by segment, as a pcapng file may have many sections. */
final class CaptureCopy {
    private CaptureCopy() {}

    /**
     * Copies the capture as it is now, whole or not at all.
     *
     * @throws TaskProgress.CancelledException if it was cancelled
     * @throws IOException if it cannot be written; an older file of that name is then untouched
     */
    static void write(Path target, Segments capture, TaskProgress progress) throws IOException {
        List<Segment> segments = capture.pin();
        try {
            for (Segment segment : segments) {
                if (segment.isInFile() && isSame(segment.file().path(), target)) {
                    refuseUnlessSingle(target, segments.size());
                    return;
                }
            }
            WholeFile.write(target, empty -> copy(segments, empty, progress));
        } finally {
            capture.unpin();
        }
    }

    /** Refuses to replace a file of the capture, which would lose its name; a single file is its own copy. */
    private static void refuseUnlessSingle(Path target, int segments) throws FileAlreadyExistsException {
        if (segments > 1) {
            throw new FileAlreadyExistsException(target.toString());
        }
    }

    private static boolean isSame(Path file, Path target) throws IOException {
        return Files.exists(target) && Files.exists(file) && Files.isSameFile(file, target);
    }

    private static void copy(List<Segment> segments, FileChannel to, TaskProgress progress) throws IOException {
        long all = segments.stream().mapToLong(Segment::length).sum();
        long before = 0;
        for (int i = 0; i < segments.size(); i++) {
            // Not beyond the next one: the bytes of a segment in memory may have come into this file meanwhile.
            long end = i + 1 < segments.size() ? segments.get(i + 1).start() : Long.MAX_VALUE;
            long done = before;
            segments.get(i).copyTo(to, end, copied -> progress.report(done + copied, all));
            before += segments.get(i).length();
        }
    }
}
