package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/**
 * Records everything that happens in one capture, and splits it into rows under the present framing. Every method may
 * be called on any thread.
 */
public final class Journal implements EventSink, Closeable {
    private final Path file;
    private final Path indexFolder;
    private final Segments segments;
    private final CaptureWriter writer; // null: an old capture, opened to be read
    private final JournalListener recorded;
    private final CaptureStorage keeping;
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock;
    private final AtomicReference<ReframeJob> reframing = new AtomicReference<>(); // null: none is wanted
    private volatile Indexer indexer;
    private volatile int generation;
    private volatile boolean closed;
    private final CaptureKeeper keeper; // null: an old capture

    /**
     * Makes the journal of an opened capture; see {@link JournalFactory}.
     *
     * @param writer null for an old capture, which is only read
     */
    Journal(
            Path file,
            Path indexFolder,
            Segments segments,
            CaptureWriter writer,
            Clock clock,
            Indexer indexer,
            JournalListener recorded) {
        this.file = file;
        this.indexFolder = indexFolder;
        this.segments = segments;
        this.writer = writer;
        this.clock = clock;
        this.indexer = indexer;
        this.recorded = recorded;
        this.keeping = new CaptureStorage(segments, writer == null ? null : writer.recording());
        this.keeper = writer == null ? null : new CaptureKeeper(this, writer.recording());
    }

    /** Returns the path of the capture's first file, which names the capture even if it was removed. */
    public Path file() {
        return file;
    }

    /** Returns the files of the capture and their state. */
    public CaptureStorage keeping() {
        return keeping;
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

    /** Returns the bytes in the capture's files. */
    public long bytesOnDisk() {
        return keeping.bytes();
    }

    @Override
    public void on(Event told) {
        Event event = told;
        long time;
        Event.Note note;
        lock.lock();
        try {
            if (closed || event instanceof Event.Silent silent && !indexer.ends(silent)) {
                return;
            }
            long step = clock.step();
            time = clock.now();
            if (step != 0) {
                keep(CaptureNote.CLOCK_SET.note(step), time);
            }
            event = writer.tellable(event);
            keep(event, time);
            note = indexer.takeNote();
            if (note != null) {
                keep(note, time);
            }
        } finally {
            lock.unlock();
        }
        recorded.on(event, time);
        if (note != null) {
            recorded.on(note, time);
        }
    }

    /** Records an event. Under the lock. */
    void keep(Event event, long time) {
        long offset = writer.append(event, time);
        indexer.on(event, offset, writer.payloadStart());
        if (writer.recording().takeNews()) {
            keeper.tellNews(time);
        }
    }

    /** Runs work of the keeper under the lock, unless the journal is closed; it takes the time, in nanoseconds. */
    void tend(LongFunction<Event.Note> work) {
        long time;
        Event.Note told;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            time = clock.now();
            told = work.apply(time);
        } finally {
            lock.unlock();
        }
        if (told != null) {
            recorded.on(told, time);
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
    public long first() {
        return indexer.index().first();
    }

    /** Returns a number that changes whenever row numbers change their meaning. */
    public int generation() {
        return generation;
    }

    /** Returns the framing in force, or while the history is being split again, the new one. */
    public Framing framing() {
        ReframeJob running = reframing.get();
        return running == null ? indexer.framing() : running.framing();
    }

    /** Returns the encoding that the peer seems to speak. */
    public Encoding encoding(int peer) {
        return indexer.encoding(peer);
    }

    /** Returns the number of received or sent messages of a peer; 0 if it left long ago. */
    public long messages(int peer, Row.Kind kind) {
        return indexer.counts().get(peer, kind);
    }

    /** Returns the number of received or sent messages of all peers. */
    public long messages(Row.Kind kind) {
        return indexer.counts().get(kind);
    }

    /** Makes a reader for one thread. */
    public RowReader reader() throws IOException {
        return new RowReader(segments, () -> indexer.index(), recorded.noteKinds());
    }

    /**
     * Begins to search the rows that pass a filter, on a thread of its own; returns at once. The rows are those of the
     * present generation.
     *
     * @param fixed the encoding in which everything is read, or null if each client is read in its own
     * @param encodings in which each message is read
     * @param told is run on that thread whenever the results have changed
     */
    public FilteredRows filter(Filter filter, Encoding fixed, RowEncoding encodings, Runnable told) {
        int now = generation;
        RowIndex index = indexer.index();
        return new FilteredRows(this, filter, fixed, encodings, indexFolder, index, now, told).start();
    }

    /**
     * Splits the whole history under another framing; blocks until it is done.
     *
     * @throws IOException if the capture cannot be read or the index not be written; then the rows stay as they are
     */
    public void reframe(Framing framing) throws IOException {
        reframing(framing).run();
    }

    /** Asks for another framing: cancels an earlier one, and returns a job that is to be run. */
    public ReframeJob reframing(Framing framing) {
        ReframeJob asked = new ReframeJob(this, framing, indexFolder);
        reframing.set(asked);
        return asked;
    }

    /** Returns how much of the history has been split again, from 0 to 1; -1 if no other framing is wanted. */
    public double reframeProgress() {
        ReframeJob running = reframing.get();
        return running == null ? -1 : running.progress();
    }

    /** Prepares to read everything again that was recorded until now. */
    public Playback playback() {
        return new Playback(segments);
    }

    /** Cancels the change of the framing; the rows stay as they are. */
    public void cancelReframe() {
        reframing.set(null);
    }

    boolean wants(ReframeJob asked) {
        return reframing.get() == asked && !closed;
    }

    void forget(ReframeJob asked) {
        reframing.compareAndSet(asked, null);
    }

    /** Makes {@code fresh} the index, after {@code rest} has added the latest events; returns false if too late. */
    boolean takeOver(ReframeJob asked, Indexer fresh, ReframeJob.Rest rest) throws IOException {
        lock.lock();
        try {
            rest.cut();
            if (closed || !reframing.compareAndSet(asked, null)) {
                return false;
            }
            fresh.takeNote();
            if (writer == null) {
                fresh.endAll(segments.end());
            }
            fresh.index().removeBefore(segments.start());
            // The old index is closed by the collector: a reader may be in the middle of it.
            indexer = fresh;
            generation++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Copies the capture as it is now to another file, whole or not at all. Not on the EDT.
     *
     * @throws TaskProgress.CancelledException if it was cancelled
     * @throws IOException if it cannot be written; an older file of that name is then untouched
     */
    public void copyTo(Path target, TaskProgress progress) throws IOException {
        CaptureCopy.to(target, segments, progress);
    }

    /** Ends the journal; the capture stays. */
    @Override
    public void close() throws IOException {
        if (keeper != null) {
            keeper.end();
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
