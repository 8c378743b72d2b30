package dev.earshot.journal;

import dev.earshot.files.WholeFile;
import dev.earshot.journal.storage.Segment;
import dev.earshot.journal.storage.Segments;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * Copies a growing capture into one file, segment by segment, as a pcapng file may have many sections. Notes of people
 * become comments of their packets. Used on one thread.
 */
final class CaptureCopy {
    private static final int MOST_HEAD = 512;

    private final Segments capture;
    private final NavigableMap<Long, List<String>> comments;
    private final List<RowNote> appended;
    private final TaskProgress progress;
    private long all;

    private CaptureCopy(Segments capture, RowNotes notes, TaskProgress progress) {
        this.capture = capture;
        comments = notes.comments();
        appended = notes.unrecorded();
        this.progress = progress;
    }

    /**
     * Copies the capture as it is now, whole or not at all.
     *
     * @throws TaskProgress.CancelledException if it was cancelled
     * @throws IOException if it cannot be written; an older file of that name is then untouched
     */
    static void write(Path target, Segments capture, RowNotes notes, TaskProgress progress) throws IOException {
        List<Segment> segments = capture.pin();
        try {
            for (Segment segment : segments) {
                if (segment.isInFile() && isSame(segment.file().path(), target)) {
                    refuseUnlessSingle(target, segments.size());
                    return;
                }
            }
            CaptureCopy copy = new CaptureCopy(capture, notes, progress);
            WholeFile.write(target, empty -> copy.write(segments, empty));
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

    private void write(List<Segment> segments, FileChannel to) throws IOException {
        all = segments.stream().mapToLong(Segment::length).sum();
        long before = 0;
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            // Not beyond the next one: the bytes of a segment in memory may have come into this file meanwhile.
            long next = i + 1 < segments.size() ? segments.get(i + 1).start() : Long.MAX_VALUE;
            if (!segment.isLost()) {
                write(segment, Math.min(segment.end(), next), to, before);
            }
            before += segment.length();
        }
        if (!appended.isEmpty() && hasOurHead(segments.get(segments.size() - 1))) {
            long now = System.currentTimeMillis() * 1_000_000;
            for (RowNote note : appended) {
                write(Pcapng.textRecord(CaptureComment.note(note.toEvent()), now), to);
            }
        }
    }

    private void write(Segment segment, long end, FileChannel to, long done) throws IOException {
        long at = segment.start();
        for (Map.Entry<Long, List<String>> comment : comments.subMap(at, end).entrySet()) {
            copy(segment, at, comment.getKey(), to, done);
            ByteBuffer block = readBlock(segment, comment.getKey());
            write(CommentedBlock.of(block, comment.getValue()), to);
            at = comment.getKey() + block.limit();
        }
        copy(segment, at, end, to, done);
    }

    private void copy(Segment segment, long from, long end, FileChannel to, long done) throws IOException {
        segment.copyTo(to, from, end, copied -> progress.report(done + from - segment.start() + copied, all));
    }

    private ByteBuffer readBlock(Segment segment, long offset) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(RecordEncoder.MOST_RECORD).order(capture.order());
        read(segment, block.limit(2 * Integer.BYTES), offset);
        int length = block.getInt(Integer.BYTES);
        if (length < Pcapng.PACKET_HEADER || length > block.capacity()) {
            throw new IOException("the capture was changed at byte " + offset);
        }
        read(segment, block.limit(length), offset);
        return block.flip();
    }

    /** Fills {@code into} with the bytes that begin at an offset, or with those that there are. */
    private static void read(Segment segment, ByteBuffer into, long offset) throws IOException {
        while (into.hasRemaining() && offset + into.position() < segment.end()) {
            segment.read(into, offset + into.position());
        }
    }

    /** Whether a segment begins as ours do, so that it has the interface of our texts. */
    private static boolean hasOurHead(Segment segment) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(MOST_HEAD).order(ByteOrder.LITTLE_ENDIAN);
        Pcapng.putHead(head);
        ByteBuffer begin = ByteBuffer.allocate(head.flip().limit());
        read(segment, begin, segment.start());
        return begin.flip().equals(head);
    }

    private static void write(ByteBuffer bytes, FileChannel to) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }
}
