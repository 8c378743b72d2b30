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
 * The record of everything that happened, in one capture, and the rows that the present framing cuts out of it. Every
 * method may be called on any thread.
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
     * Makes one for an opened capture; see {@link JournalFactory}.
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

    /** The capture's first file, or where that was; it names the capture. */
    public Path file() {
        return file;
    }

    /** How the capture is kept. */
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

    /** Bytes in the capture's files. */
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

    /** Records an event; under the lock. */
    void keep(Event event, long time) {
        long offset = writer.append(event, time);
        indexer.on(event, offset, writer.payloadStart());
        if (writer.recording().takeNews()) {
            keeper.tellNews(time);
        }
    }

    /** Lets the keeper do something at this time, under the lock; nothing once the journal is closed. */
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

    /** How many rows there are. */
    public long rows() {
        return indexer.index().rows();
    }

    /**
     * The number of the oldest row that is still whole, which only grows within one generation; those before it were
     * removed when the capture was at its cap, and read as {@link CaptureNote#REMOVED}.
     */
    public long first() {
        return indexer.index().first();
    }

    /** Changes whenever row numbers change their meaning. */
    public int generation() {
        return generation;
    }

    /** The framing in force, or where the history is being cut anew, the one that will be. */
    public Framing framing() {
        ReframeJob running = reframing.get();
        return running == null ? indexer.framing() : running.framing();
    }

    /** The encoding that the peer was seen to speak. */
    public Encoding encoding(int peer) {
        return indexer.encoding(peer);
    }

    /** How many received or sent messages of this peer there are; 0 if it left long ago. */
    public long messages(int peer, Row.Kind kind) {
        return indexer.counts().get(peer, kind);
    }

    /** How many received or sent messages of all peers there are. */
    public long messages(Row.Kind kind) {
        return indexer.counts().get(kind);
    }

    /** A reader for one thread. */
    public RowReader reader() throws IOException {
        return new RowReader(segments, () -> indexer.index(), recorded.noteKinds());
    }

    /**
     * Begins to look for the rows that pass a filter, on a thread of its own; returns at once. They are those of the
     * present generation.
     *
     * @param fixed the encoding in which everything is read, or null if each client is read in its own
     * @param encodings in which each message is read
     * @param told is run on that thread whenever more is known
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

    /** Asks for another framing: from now on no earlier one is wanted, and this one waits to be run. */
    public ReframeJob reframing(Framing framing) {
        ReframeJob asked = new ReframeJob(this, framing, indexFolder);
        reframing.set(asked);
        return asked;
    }

    /** How much of the history has been cut anew, from 0 to 1; -1 if no other framing is wanted. */
    public double reframeProgress() {
        ReframeJob running = reframing.get();
        return running == null ? -1 : running.progress();
    }

    /** Makes ready to tell once more what was recorded until now. */
    public Playback playback() {
        return new Playback(segments);
    }

    /** Leaves the framing, and the rows, as they are. */
    public void cancelReframe() {
        reframing.set(null);
    }

    boolean wants(ReframeJob asked) {
        return reframing.get() == asked && !closed;
    }

    void forget(ReframeJob asked) {
        reframing.compareAndSet(asked, null);
    }

    /** Makes {@code fresh} the index once {@code rest} has told it what it does not know yet; false if too late. */
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
