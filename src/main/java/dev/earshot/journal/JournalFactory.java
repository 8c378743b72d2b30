package dev.earshot.journal;

import dev.earshot.codec.Framing;
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
    public static Journal create(Path file, Path indexFolder, Framing framing, JournalListener recorded)
            throws IOException {
        return create(CaptureLocation.of(file), indexFolder, framing, recorded);
    }

    /** Begins a journal at a location; see {@link #create(Path, Path, Framing, JournalListener)}. */
    public static Journal create(CaptureLocation place, Path indexFolder, Framing framing, JournalListener recorded)
            throws IOException {
        CaptureDisk disk = new CaptureDisk();
        CaptureLimit cap = CaptureLimit.of(disk, place.file(1).toAbsolutePath().getParent());
        Journal journal = writing(place, disk, cap, indexFolder, framing, recorded);
        journal.keeper().start();
        return journal;
    }

    /** Begins a journal whose keeper runs only when a test calls it. */
    static Journal writing(
            CaptureLocation place,
            CaptureDisk disk,
            CaptureLimit cap,
            Path indexFolder,
            Framing framing,
            JournalListener recorded)
            throws IOException {
        Indexer indexer = new Indexer(framing, indexFolder);
        Clock clock = new Clock();
        try {
            CaptureWriter writer = new CaptureWriter(place, disk, cap, clock.now());
            Segments segments = writer.recording().segments();
            return new Journal(place.file(1), indexFolder, segments, writer, clock, indexer, recorded);
        } catch (IOException e) {
            indexer.close();
            throw e;
        }
    }

    /** Opens an old capture of one file, or one file of several. */
    static Journal open(Path file, Path indexFolder, Framing framing, JournalListener recorded) throws IOException {
        return open(List.of(file), indexFolder, framing, recorded, new TaskProgress());
    }

    /** Opens an old capture for a caller that needs no progress. */
    static Journal open(List<Path> files, Path indexFolder, Framing framing, JournalListener recorded)
            throws IOException {
        return open(files, indexFolder, framing, recorded, new TaskProgress());
    }

    /**
     * Opens an old capture to be read; its events go to {@code recorded} before this returns.
     *
     * @param files in the order in which they were written; one alone can be read as well
     * @throws NotACaptureException if Earshot has not written it
     * @throws TaskProgress.CancelledException if it was cancelled
     * @throws IOException if it cannot be read
     */
    public static Journal open(
            List<Path> files, Path indexFolder, Framing framing, JournalListener recorded, TaskProgress opening)
            throws IOException {
        Segments segments = Segments.open(files);
        Indexer indexer = null;
        try {
            indexer = new Indexer(framing, indexFolder);
            new CaptureReader(segments, recorded.noteKinds()).replay(indexer, recorded, opening);
            return new Journal(files.get(0), indexFolder, segments, null, new Clock(), indexer, recorded);
        } catch (IOException e) {
            segments.close();
            if (indexer != null) {
                indexer.close();
            }
            throw e;
        }
    }
}
