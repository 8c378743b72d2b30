package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.Segments;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/**
 * A capture and its rows: records everything that happens, or opens an old capture to be read, and splits it into rows
 * under the present framing. Every method may be called on any thread.
 */
public final class Journal implements EventSink, Closeable {
    private final Path file;
    private final Path indexFolder;
    private final Segments segments;
    private final CaptureWriter writer; // null: an old capture, opened to be read
    private final JournalListener listener;
    private final CaptureStorage storage;
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final ReframeRequests reframes;
    private volatile Indexer indexer;
    private volatile boolean closed;
    private final CaptureKeeper keeper; // null: an old capture
    private final RowNotes notes = new RowNotes(this);

    /** Makes the journal of a capture; see {@link JournalFactory}. An old one, which is only read, has no writer. */
    Journal(
            Path file,
            Path indexFolder,
            Segments segments,
            CaptureWriter writer,
            Clock clock,
            Indexer indexer,
            JournalListener listener) {
        this.file = file;
        this.indexFolder = indexFolder;
        this.segments = segments;
        this.writer = writer;
        this.clock = clock;
        this.indexer = indexer;
        this.listener = listener;
        this.reframes = new ReframeRequests(this, indexFolder);
        this.storage = new CaptureStorage(segments, writer == null ? null : writer.segmentedFile(), notes);
        this.keeper = writer == null ? null : new CaptureKeeper(this, writer.segmentedFile());
    }

    /** Returns the path of the capture's first file, which names the capture even if it was removed. */
    public Path file() {
        return file;
    }

    /** Returns the files of the capture and their state. */
    public CaptureStorage storage() {
        return storage;
    }

    Segments segments() {
        return segments;
    }

    CaptureKeeper keeper() {
        return keeper;
    }

    RowIndex index() {
        return indexer.index();
    }

    /** Returns the index of this generation; null if there is another one since. */
    RowIndex index(int wanted) {
        Indexer present = indexer;
        return present.generation() == wanted ? present.index() : null;
    }

    /** Returns the notes that people have put on rows. */
    public RowNotes notes() {
        return notes;
    }

    @Override
    public void on(Event happened) {
        Event event = happened;
        long time;
        Event.Note note;
        lock.lock();
        try {
            if (closed || event instanceof Event.Silent silent && !indexer.endsRow(silent)) {
                return;
            }
            long step = clock.takeStep();
            time = clock.now();
            if (step != 0) {
                record(CaptureNote.CLOCK_SET.note(step), time);
            }
            if (event instanceof Event.Note about) {
                event = writer.recordable(about);
            }
            record(event, time);
            note = indexer.takeNote();
            if (note != null) {
                record(note, time);
            }
        } finally {
            lock.unlock();
        }
        listener.on(event, time);
        if (note != null) {
            listener.on(note, time);
        }
    }

    /** Records an event. Under the lock. */
    void record(Event event, long time) {
        long offset = writer.append(event, time);
        indexer.add(event, offset, writer.payloadStart(), time);
        if (writer.segmentedFile().takeFileChange()) {
            keeper.noteFileChange(time);
        }
    }

    /** Runs work of the keeper under the lock, unless the journal is closed; it takes the time, in nanoseconds. */
    void maintain(LongFunction<Event.Note> work) {
        long time;
        Event.Note note;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            time = clock.now();
            note = work.apply(time);
        } finally {
            lock.unlock();
        }
        if (note != null) {
            listener.on(note, time);
        }
    }

    @Override
    public int silenceMillis(Peer peer) {
        return indexer.silenceMillis(peer);
    }

    /** Returns the number of rows. */
    public long rows() {
        return indexer.index().rows();
    }

    /**
     * Returns the number of the oldest row that is still complete, which only grows within one generation. Those before
     * it were removed when the capture was at its limit, and read as {@link CaptureNote#REMOVED}.
     */
    public long oldestRow() {
        return indexer.index().oldestRow();
    }

    /** Returns a number that changes whenever row numbers change their meaning. */
    public int generation() {
        return indexer.generation();
    }

    /** Returns the framing in force, or while the history is being split again, the new one. */
    public Framing framing() {
        return reframes.framing(indexer.framing());
    }

    /** Returns the encoding that the peer seems to speak. */
    public Encoding encoding(int peer) {
        return indexer.encoding(peer);
    }

    /** Returns the encodings that any peers were seen to speak. */
    public Set<Encoding> encodings() {
        return indexer.encodings();
    }

    /** Returns the number of received or sent messages of a peer; 0 if it left long ago. */
    public long messages(int peer, Row.Kind kind) {
        return indexer.counts().get(peer, kind);
    }

    /** Returns the number of received or sent messages of all peers. */
    public long messages(Row.Kind kind) {
        return indexer.counts().get(kind);
    }

    /** Returns the messages that have begun and not ended, and whose first byte came at a time or before. */
    public List<OpenMessage> openSince(long epochNanos) {
        return indexer.openSince(epochNanos);
    }

    /** Makes a reader for one thread. */
    public RowReader reader() throws IOException {
        return new RowReader(segments, () -> indexer.index(), listener.noteKinds());
    }

    /** Returns what a search of the present generation's rows goes through. */
    public JournalContents contents() {
        Indexer present = indexer;
        return new JournalContents(segments, present.index(), indexFolder, present.generation());
    }

    /** Splits the whole history under another framing; see {@link ReframeJob#run}. */
    public void reframe(Framing framing) throws IOException {
        reframes.request(framing, peer -> null).run();
    }

    /** Returns the requests to split the history under another framing, for a caller that shows the progress. */
    public ReframeRequests reframes() {
        return reframes;
    }

    /** Prepares to read everything again that was recorded until now. */
    public Playback playback() {
        return new Playback(segments);
    }

    boolean isWanted(ReframeJob job) {
        return reframes.isLatest(job) && !closed;
    }

    /** Makes {@code fresh} the index, after {@code catchUp} has added the latest events; returns false if too late. */
    boolean takeOver(ReframeJob job, Indexer fresh, ReframeJob.CatchUp catchUp) throws IOException {
        lock.lock();
        try {
            catchUp.run();
            if (closed || !reframes.end(job)) {
                return false;
            }
            fresh.takeNote();
            if (writer == null) {
                fresh.endAllRows(segments.end());
            }
            fresh.index().removeBefore(segments.start());
            notes.resolve(fresh.index()); // mostly done before
            // The old index is closed by the collector: a reader may be in the middle of it.
            fresh.generation(indexer.generation() + 1);
            indexer = fresh;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the journal; the capture stays. */
    @Override
    public void close() throws IOException {
        if (keeper != null) {
            keeper.stop();
        }
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                (writer == null ? segments : writer).close();
                indexer.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
