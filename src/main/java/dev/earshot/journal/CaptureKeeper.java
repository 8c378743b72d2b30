package dev.earshot.journal;

import dev.earshot.journal.storage.CaptureState;
import dev.earshot.journal.storage.Segment;
import dev.earshot.journal.storage.SegmentFile;
import dev.earshot.journal.storage.SegmentedFile;
import dev.earshot.journal.storage.Segments;
import dev.earshot.net.Background;
import dev.earshot.net.Event;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Maintains a growing capture, once a second on a thread of its own. It copies back deleted files, writes to files
 * again once there is room, and removes the oldest part when the capture is too large.
 */
final class CaptureKeeper {
    private static final Logger log = LoggerFactory.getLogger(CaptureKeeper.class);
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Journal journal;
    private final SegmentedFile segmentedFile;
    private final Segments segments;
    private final Thread thread = Background.thread("capture", this::run);
    private volatile boolean ended;

    CaptureKeeper(Journal journal, SegmentedFile segmentedFile) {
        this.journal = journal;
        this.segmentedFile = segmentedFile;
        this.segments = segmentedFile.segments();
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!ended) {
            LockSupport.parkNanos(this, PERIOD_NANOS);
            synchronized (this) {
                if (!ended) {
                    checkSafely();
                }
            }
        }
    }

    /** Checks the capture; an error is only logged, because nobody else would see that there is room again. */
    private void checkSafely() {
        try {
            check();
        } catch (RuntimeException | Error e) {
            log.error("looking after the capture", e);
        }
    }

    /** Checks the capture once, and does what is needed. */
    void check() {
        segmentedFile.limit().measure(segmentedFile.disk(), segmentedFile.folder(), segments.bytesOnDisk());
        List<Segment> vanished = segmentedFile.vanished();
        boolean hasRoom = segmentedFile.limit().hasRoomFor(segments.bytesInMemory());
        journal.maintain(time -> maintain(vanished, hasRoom, time));
        boolean allRestored = true;
        for (Segment segment : segmentedFile.vanished()) {
            allRestored &= restore(segment);
        }
        segmentedFile.health().setMissingFiles(!allRestored);
        try {
            segments.deleteRetired(segmentedFile.disk());
        } catch (IOException e) {
            log.warn("a removed part of the capture cannot be deleted", e);
        }
    }

    private Event.Note maintain(List<Segment> vanished, boolean hasRoom, long time) {
        Event.Note note = null;
        segmentedFile.leaveVanished(vanished, time);
        if (segmentedFile.takeFileChange()) {
            note = noteFileChange(time);
        }
        if (segmentedFile.health().isInTrouble() && hasRoom && segmentedFile.recover()) {
            note = noteRecovery(time);
        }
        if (!segmentedFile.health().isInTrouble() && segmentedFile.takeNewLimit()) {
            note = trim(time);
        }
        return note;
    }

    private Event.Note noteRecovery(long time) {
        long lost = segmentedFile.health().takeNotKept();
        Event.Note note = lost == 0 ? CaptureNote.CAPTURE_RECOVERED.note() : CaptureNote.NOT_KEPT.note(lost);
        return record(note, time);
    }

    /** Writes a deleted file again from its open channel, which can be read as long as it is open. */
    private boolean restore(Segment vanished) {
        SegmentFile file = null;
        try {
            file = segmentedFile.disk().create(vanished.file().path());
            vanished.copyTo(file.channel(), vanished.start(), Long.MAX_VALUE, copied -> {});
            SegmentFile copied = file;
            journal.maintain(time -> replace(vanished, copied));
            return true;
        } catch (IOException e) {
            log.debug("{} was deleted and cannot be restored", vanished.file().path(), e);
            if (file != null) {
                segments.retire(file);
            }
            return false;
        }
    }

    private Event.Note replace(Segment vanished, SegmentFile copied) {
        if (segmentedFile.isWritten(vanished)) {
            segments.retire(copied); // deleted only just now: it is left for another file first
        } else if (segments.list().contains(vanished)) {
            segments.replace(List.of(vanished), vanished.movedTo(copied));
            segments.retire(vanished);
        } else {
            segments.retire(copied); // it was removed meanwhile
        }
        return null;
    }

    /** Reacts to a new file, by removing old ones, or to the loss of all files; returns the note about it, or null. */
    Event.Note noteFileChange(long time) {
        CaptureState now = segmentedFile.state();
        if (!segmentedFile.health().isInTrouble()) {
            return trim(time);
        }
        boolean gone = now.kind() == CaptureState.Kind.GONE;
        return record((gone ? CaptureNote.CAPTURE_GONE : CaptureNote.CAPTURE_FAILING).note(now.why()), time);
    }

    private Event.Note record(Event.Note note, long time) {
        journal.record(note, time);
        return note;
    }

    /** Removes the oldest segments while the capture is over its limit; returns the note about that, or null. */
    private Event.Note trim(long time) {
        long bytes = 0;
        long firstBefore = journal.oldestRow();
        try {
            while (segmentedFile.isOverLimit()) {
                Segment oldest = segments.first();
                journal.index().removeBefore(oldest.end());
                segments.removeFirst();
                bytes += oldest.length();
            }
        } catch (IOException e) {
            log.warn("the oldest part of the capture cannot be removed", e);
        }
        if (bytes == 0) {
            return null;
        }
        long rows = journal.oldestRow() - firstBefore;
        long until = segments.first().since() / 1_000_000;
        return record(
                CaptureNote.OLDEST_REMOVED.note(
                        rows, bytes, until, journal.storage().limit()),
                time);
    }

    /** Stops the checks; none is going on when this returns. */
    void stop() {
        synchronized (this) {
            ended = true;
        }
        LockSupport.unpark(thread);
    }
}
