package dev.earshot.journal;

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
    private final SegmentedFile recording;
    private final Segments segments;
    private final Thread thread = Background.thread("capture", this::run);
    private volatile boolean ended;

    CaptureKeeper(Journal journal, SegmentedFile recording) {
        this.journal = journal;
        this.recording = recording;
        this.segments = recording.segments();
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!ended) {
            LockSupport.parkNanos(this, PERIOD_NANOS);
            synchronized (this) {
                if (!ended) {
                    lookAgain();
                }
            }
        }
    }

    /** Checks the capture; an error is only logged, because nobody else would see that there is room again. */
    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException | Error e) {
            log.error("looking after the capture", e);
        }
    }

    /** Checks the capture once, and does what is needed. */
    void look() {
        recording.cap().measure(recording.disk(), recording.folder(), segments.bytesOnDisk());
        List<Segment> vanished = recording.vanished();
        boolean room = recording.cap().hasRoomFor(segments.bytesInMemory());
        journal.tend(time -> tend(vanished, room, time));
        boolean whole = true;
        for (Segment segment : recording.vanished()) {
            whole &= restore(segment);
        }
        recording.homeless(!whole);
        try {
            segments.sweep(recording.disk());
        } catch (IOException e) {
            log.warn("a removed part of the capture cannot be deleted", e);
        }
    }

    private Event.Note tend(List<Segment> vanished, boolean room, long time) {
        Event.Note told = null;
        recording.leave(vanished, time);
        if (recording.takeNews()) {
            told = tellNews(time);
        }
        if (recording.isInTrouble() && room && recording.recover()) {
            told = written(time);
        }
        if (!recording.isInTrouble() && recording.takeCap()) {
            told = trim(time);
        }
        return told;
    }

    private Event.Note written(long time) {
        long lost = recording.takeNotKept();
        Event.Note note = lost == 0 ? CaptureNote.CAPTURE_RECOVERED.note() : CaptureNote.NOT_KEPT.note(lost);
        return keep(note, time);
    }

    /** Writes a deleted file again from its open channel, which can be read as long as it is open. */
    private boolean restore(Segment vanished) {
        Segment.Home home = null;
        try {
            home = recording.disk().create(vanished.home().file());
            vanished.copyTo(home.channel(), Long.MAX_VALUE, copied -> {});
            Segment.Home copied = home;
            journal.tend(time -> replace(vanished, copied));
            return true;
        } catch (IOException e) {
            log.debug("{} was deleted and cannot be restored", vanished.home().file(), e);
            if (home != null) {
                segments.retire(home);
            }
            return false;
        }
    }

    private Event.Note replace(Segment vanished, Segment.Home copied) {
        if (recording.isWritten(vanished)) {
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
    Event.Note tellNews(long time) {
        CaptureState now = recording.state();
        if (!recording.isInTrouble()) {
            return trim(time);
        }
        boolean gone = now.kind() == CaptureState.Kind.GONE;
        return keep((gone ? CaptureNote.CAPTURE_GONE : CaptureNote.CAPTURE_FAILING).note(now.why()), time);
    }

    private Event.Note keep(Event.Note note, long time) {
        journal.keep(note, time);
        return note;
    }

    /** Removes the oldest segments while the capture is over its limit; returns the note about that, or null. */
    private Event.Note trim(long time) {
        long bytes = 0;
        long firstBefore = journal.first();
        try {
            while (recording.isOverCap()) {
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
        long rows = journal.first() - firstBefore;
        long until = segments.first().since() / 1_000_000;
        return keep(
                CaptureNote.OLDEST_REMOVED.note(
                        rows, bytes, until, journal.keeping().cap()),
                time);
    }

    /** Stops the checks; none is going on when this returns. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        LockSupport.unpark(thread);
    }
}
