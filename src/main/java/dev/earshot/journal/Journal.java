package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Event;
import dev.earshot.net.EventSink;
import dev.earshot.net.Peer;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of everything that happened, in one capture file, and the rows that the present framing cuts out of it.
 * Every method may be called on any thread.
 */
public final class Journal implements EventSink, Closeable {
    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    private final Path file;
    private final Path indexFolder;
    private final CaptureWriter writer; // null: an old capture, opened to be read
    private final Recorded recorded;
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock = new Clock();
    private final AtomicReference<Reframing> reframing = new AtomicReference<>(); // null: none is wanted
    private volatile Indexer indexer;
    private volatile int generation;
    private volatile String failure = "";
    private volatile boolean closed;
    private long length;
    private long notKept;

    private Journal(Path file, Path indexFolder, CaptureWriter writer, Indexer indexer, Recorded recorded) {
        this.file = file;
        this.indexFolder = indexFolder;
        this.writer = writer;
        this.indexer = indexer;
        this.recorded = recorded;
    }

    /**
     * Begins a journal in a new file, which must not exist.
     *
     * @param indexFolder where the disposable index goes
     * @throws FileAlreadyExistsException if the file exists
     * @throws IOException if the file cannot be made
     */
    public static Journal create(Path file, Path indexFolder, Framing framing, Recorded recorded) throws IOException {
        Files.createFile(file, ownerOnly());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            return writing(channel, file, indexFolder, framing, recorded);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    static Journal writing(FileChannel channel, Path file, Path indexFolder, Framing framing, Recorded recorded)
            throws IOException {
        CaptureWriter writer = new CaptureWriter(channel);
        return new Journal(file, indexFolder, writer, new Indexer(framing, indexFolder), recorded);
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0]; // Windows: the folder decides
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        };
    }

    /**
     * Opens an old capture to be read; what it tells goes to {@code recorded} before this returns.
     *
     * @throws NotACaptureException if Earshot has not written it
     * @throws IOException if it cannot be read
     */
    public static Journal open(Path file, Path indexFolder, Framing framing, Recorded recorded) throws IOException {
        return open(file, indexFolder, framing, recorded, new Opening());
    }

    /**
     * The same, for somebody who wants to see how far it is.
     *
     * @throws Opening.CancelledException if it was cancelled
     */
    public static Journal open(Path file, Path indexFolder, Framing framing, Recorded recorded, Opening opening)
            throws IOException {
        Indexer indexer = new Indexer(framing, indexFolder);
        try (CaptureReader reader = new CaptureReader(file)) {
            long size = Files.size(file);
            reader.readTo(size, (event, offset, payloadStart, epochNanos) -> {
                opening.at(offset, size);
                indexer.on(event, offset, payloadStart);
                recorded.on(event, epochNanos);
            });
            if (!reader.ours()) {
                throw new NotACaptureException();
            }
            indexer.endAll(reader.position());
            Journal journal = new Journal(file, indexFolder, null, indexer, recorded);
            journal.length = reader.position();
            return journal;
        } catch (IOException e) {
            indexer.close();
            throw e;
        }
    }

    /** The capture file. */
    public Path file() {
        return file;
    }

    /** Bytes in the capture file. */
    public long bytesOnDisk() {
        return writer == null ? length : writer.length();
    }

    /** Why the latest record could not be kept, in the system's words; empty while all is well. */
    public String failure() {
        return failure;
    }

    @Override
    public void on(Event event) {
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
                keep(new Event.Note(null, Event.Kind.CLOCK_SET, Long.toString(step)), time);
            }
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

    private void keep(Event event, long time) {
        try {
            if (notKept > 0 && !failure.isEmpty()) {
                append(new Event.Note(null, Event.Kind.NOT_KEPT, Long.toString(notKept)), time);
                notKept = 0;
            }
            append(event, time);
            failure = "";
        } catch (IOException e) {
            notKept +=
                    event instanceof Event.Received r ? r.length() : event instanceof Event.Sending s ? s.length() : 0;
            if (failure.isEmpty()) {
                log.warn("{} cannot be written", file, e);
            }
            failure = e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }

    private void append(Event event, long time) throws IOException {
        long offset = writer.append(event, time);
        indexer.on(event, offset, writer.payloadStart());
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
     * removed when the capture was at its cap, and read as {@link dev.earshot.net.Event.Kind#REMOVED}.
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
        Reframing running = reframing.get();
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
        return new RowReader(file, () -> indexer.index());
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
     * Cuts the whole history anew; blocks. The same as {@link #reframing} and {@link Reframing#run} at once.
     *
     * @throws IOException as there
     */
    public void reframe(Framing framing) throws IOException {
        reframing(framing).run();
    }

    /** Asks for another framing: from now on no earlier one is wanted, and this one waits to be run. */
    public Reframing reframing(Framing framing) {
        Reframing asked = new Reframing(this, framing, indexFolder);
        reframing.set(asked);
        return asked;
    }

    /** How much of the history has been cut anew, from 0 to 1; -1 if no other framing is wanted. */
    public double reframeProgress() {
        Reframing running = reframing.get();
        return running == null ? -1 : running.progress();
    }

    /** Leaves the framing, and the rows, as they are. */
    public void cancelReframe() {
        reframing.set(null);
    }

    boolean wants(Reframing asked) {
        return reframing.get() == asked && !closed;
    }

    void forget(Reframing asked) {
        reframing.compareAndSet(asked, null);
    }

    /** Makes {@code fresh} the index once {@code rest} has told it what it does not know yet; false if too late. */
    boolean takeOver(Reframing asked, Indexer fresh, Reframing.Rest rest) throws IOException {
        lock.lock();
        try {
            rest.cut();
            if (closed || !reframing.compareAndSet(asked, null)) {
                return false;
            }
            fresh.takeNote();
            if (writer == null) {
                fresh.endAll(bytesOnDisk());
            }
            // The old index is closed by the collector: a reader may be in the middle of it.
            indexer = fresh;
            generation++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Something else has cut the file: without this, whoever wants to read on would try for ever. */
    void refuseCutShort(boolean more) throws EOFException {
        if (!more) {
            throw new EOFException(file.getFileName() + " has become shorter");
        }
    }

    /**
     * Copies the capture as it is now to another file, whole or not at all. Not on the EDT.
     *
     * @throws IOException if it cannot be written; an older file of that name is then untouched
     */
    public void copyTo(Path target) throws IOException {
        if (Files.exists(target) && Files.isSameFile(file, target)) {
            return; // replaced, the file that goes on growing would have no name any more
        }
        Path folder = target.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(folder, ".earshot-", ".pcapng");
        try {
            copyInto(temporary);
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private void copyInto(Path empty) throws IOException {
        try (FileChannel from = FileChannel.open(file);
                FileChannel to = FileChannel.open(empty, StandardOpenOption.WRITE)) {
            long end = bytesOnDisk();
            for (long at = 0; at < end; ) {
                long copied = from.transferTo(at, end - at, to);
                refuseCutShort(copied > 0);
                at += copied;
            }
            to.force(true);
        }
    }

    /** Ends the journal; the capture stays. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                if (writer != null) {
                    writer.close();
                }
                indexer.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
