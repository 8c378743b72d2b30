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
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of everything that happened, in one capture file, and the rows that the present framing cuts out of it.
 * Every method may be called on any thread.
 */
public final class Journal implements EventSink, Closeable {
    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    /** What is left to be cut anew while events wait: a few milliseconds of work. */
    private static final long CATCH_UP_BYTES = 1 << 20;

    private final Path file;
    private final Path indexFolder;
    private final CaptureWriter writer; // null: an old capture, opened to be read
    private final Recorded recorded;
    private final ReentrantLock lock = new ReentrantLock();
    private final Clock clock = new Clock();
    private volatile Indexer indexer;
    private volatile int generation;
    private volatile Framing wanted;
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
        this.wanted = indexer.framing();
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
        Indexer indexer = new Indexer(framing, indexFolder);
        try (CaptureReader reader = new CaptureReader(file)) {
            reader.readTo(Files.size(file), (event, offset, payloadStart, epochNanos) -> {
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

    /** Changes whenever row numbers change their meaning. */
    public int generation() {
        return generation;
    }

    /** The framing that was asked for last; the rows follow as soon as the history has been cut anew. */
    public Framing framing() {
        return wanted;
    }

    /** The encoding that the peer was seen to speak. */
    public Encoding encoding(int peer) {
        return indexer.encoding(peer);
    }

    /** A reader for one thread. */
    public RowReader reader() throws IOException {
        return new RowReader(file, () -> indexer.index());
    }

    /**
     * Cuts the whole history anew while reception goes on; blocks until it is done, or until another framing is asked
     * for meanwhile. Not on the EDT.
     *
     * @throws IOException if the capture cannot be read or the index not be written; then the rows stay as they are
     */
    public void reframe(Framing framing) throws IOException {
        wanted = framing;
        Indexer fresh = new Indexer(framing, indexFolder);
        boolean taken = false;
        try (CaptureReader reader = new CaptureReader(file)) {
            CaptureReader.Listener cut = (event, offset, payloadStart, time) -> fresh.on(event, offset, payloadStart);
            while (bytesOnDisk() - reader.position() > CATCH_UP_BYTES && wanted == framing && !closed) {
                long before = reader.position();
                reader.readTo(Math.min(bytesOnDisk(), before + CATCH_UP_BYTES * 4), cut);
                refuseCutShort(reader.position() > before);
            }
            taken = wanted == framing && !closed && takeOver(fresh, reader, cut);
        } finally {
            if (!taken) {
                fresh.close();
                wanted = wanted == framing ? indexer.framing() : wanted;
            }
        }
    }

    /** Something else has cut the file: without this, whoever wants to read on would try for ever. */
    private void refuseCutShort(boolean more) throws EOFException {
        if (!more) {
            throw new EOFException(file.getFileName() + " has become shorter");
        }
    }

    private boolean takeOver(Indexer fresh, CaptureReader reader, CaptureReader.Listener cut) throws IOException {
        lock.lock();
        try {
            reader.readTo(bytesOnDisk(), cut);
            refuseCutShort(reader.position() == bytesOnDisk());
            fresh.takeNote();
            if (writer == null) {
                fresh.endAll(reader.position());
            }
            // The old index is closed by the collector: a reader may be in the middle of it.
            indexer = fresh;
            generation++;
        } finally {
            lock.unlock();
        }
        return true;
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
