package dev.earshot.journal;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.CaptureDisk;
import dev.earshot.journal.storage.CaptureLimit;
import dev.earshot.journal.storage.CaptureLocation;
import dev.earshot.journal.storage.Segments;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;

/** Makes the journals of new captures, and opens those of old ones. Any thread. */
public final class JournalFactory {
    private JournalFactory() {}

    /**
     * Begins a journal in a new file, which must not exist, and in others beside it.
     *
     * @param indexFolder where the disposable index goes
     * @throws FileAlreadyExistsException if the file exists
     * @throws IOException if the file cannot be made
     */
    public static Journal create(Path file, Path indexFolder, Framing framing, JournalListener listener)
            throws IOException {
        return create(CaptureLocation.of(file), indexFolder, framing, listener);
    }

    /** Begins a journal at a location; see {@link #create(Path, Path, Framing, JournalListener)}. */
    public static Journal create(CaptureLocation location, Path indexFolder, Framing framing, JournalListener listener)
            throws IOException {
        CaptureDisk disk = new CaptureDisk();
        CaptureLimit limit =
                CaptureLimit.of(disk, location.file(1).toAbsolutePath().getParent());
        Journal journal = writing(location, disk, limit, indexFolder, framing, listener);
        journal.keeper().start();
        return journal;
    }

    /** Begins a journal whose keeper runs only when a test calls it. */
    static Journal writing(
            CaptureLocation location,
            CaptureDisk disk,
            CaptureLimit limit,
            Path indexFolder,
            Framing framing,
            JournalListener listener)
            throws IOException {
        Indexer indexer = new Indexer(framing, peer -> null, indexFolder);
        Clock clock = new Clock();
        try {
            CaptureWriter writer = new CaptureWriter(location, disk, limit, clock.now());
            Segments segments = writer.segmentedFile().segments();
            return new Journal(location.file(1), indexFolder, segments, writer, clock, indexer, listener);
        } catch (IOException e) {
            indexer.close();
            throw e;
        }
    }

    /** Opens an old capture of one file, or one file of several. */
    public static Journal open(Path file, Path indexFolder, Framing framing, JournalListener listener)
            throws IOException {
        return open(List.of(file), indexFolder, framing, listener, new TaskProgress());
    }

    /** Opens an old capture for a caller that needs no progress. */
    static Journal open(List<Path> files, Path indexFolder, Framing framing, JournalListener listener)
            throws IOException {
        return open(files, indexFolder, framing, listener, new TaskProgress());
    }

    /**
     * Opens an old capture to be read; its events go to {@code listener} before this returns.
     *
     * @param files in the order in which they were written; one alone can be read as well
     * @throws NotACaptureException if Earshot has not written it
     * @throws TaskProgress.CancelledException if it was cancelled
     * @throws IOException if it cannot be read
     */
    public static Journal open(
            List<Path> files, Path indexFolder, Framing framing, JournalListener listener, TaskProgress opening)
            throws IOException {
        Segments segments = Segments.open(files, Pcapng::byteOrder);
        Indexer indexer = null;
        try {
            indexer = new Indexer(framing, peer -> null, indexFolder);
            RecordedNotes notes = new RecordedNotes();
            CaptureReader reader = new CaptureReader(segments, listener.noteKinds());
            reader.replay(indexer, listener, notes, opening);
            Journal journal = new Journal(files.get(0), indexFolder, segments, null, new Clock(), indexer, listener);
            journal.notes().open(notes);
            journal.storage().opened(reader.state());
            return journal;
        } catch (IOException e) {
            segments.close();
            if (indexer != null) {
                indexer.close();
            }
            throw e;
        }
    }

    /**
     * Reads the capture of another program and opens it to be read; its events go to {@code listener} before this
     * returns.
     *
     * @param name the file whose name the journal has
     * @param location where the events are recorded; the caller deletes these files when the journal is closed
     * @throws NotACaptureException if it is no capture that can be read
     * @throws TaskProgress.CancelledException if it was cancelled
     * @throws IOException if it cannot be read, or the events cannot be recorded
     */
    public static Journal read(
            EventSource source,
            Path name,
            CaptureLocation location,
            Path indexFolder,
            Framing framing,
            JournalListener listener,
            TaskProgress opening)
            throws IOException {
        CaptureImport reading = new CaptureImport(location, new CaptureDisk(), indexFolder, framing, listener);
        try {
            return reading.run(source, name, opening);
        } catch (IOException | RuntimeException e) {
            reading.close();
            throw e;
        }
    }
}
