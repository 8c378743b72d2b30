package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.Segments;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * Splits the whole history of a journal under another framing, while reception goes on. Run by one thread; any other
 * may ask for the progress, or cancel it through the journal.
 */
public final class ReframeJob {
    /** The bytes at the end that are split while events wait: a few milliseconds of work. */
    private static final long CATCH_UP_BYTES = 1 << 20;

    /** The bytes that are split between two checks whether the job was cancelled. */
    private static final long STEP_BYTES = 4 << 20;

    /** Splits the end of the history, while events wait. */
    interface CatchUp {
        void run() throws IOException;
    }

    private final Journal journal;
    private final Framing framing;
    private final IntFunction<Encoding> chosen;
    private final Path indexFolder;
    private volatile double progress;

    ReframeJob(Journal journal, Framing framing, IntFunction<Encoding> chosen, Path indexFolder) {
        this.journal = journal;
        this.framing = framing;
        this.chosen = chosen;
        this.indexFolder = indexFolder;
    }

    Framing framing() {
        return framing;
    }

    /** Returns how much is done, from 0 to 1. */
    double progress() {
        return progress;
    }

    /**
     * Splits the history; blocks until that is done. It ends early if it is cancelled, another framing is asked for, or
     * the journal is closed. Not on the EDT.
     *
     * @throws IOException if the capture cannot be read or the index not be written; then the rows stay as they are
     */
    public void run() throws IOException {
        try {
            if (journal.isWanted(this)) {
                split();
            }
        } finally {
            journal.reframes().end(this);
        }
    }

    private void split() throws IOException {
        Indexer fresh = new Indexer(framing, chosen, indexFolder);
        boolean taken = false;
        Segments capture = journal.segments();
        try {
            CaptureReader reader = new CaptureReader(capture, CaptureNote.KNOWN);
            CaptureReader.Listener listener = adapt(fresh);
            while (journal.isWanted(this) && capture.end() - reader.position() > CATCH_UP_BYTES) {
                long before = reader.position();
                reader.readTo(Math.min(capture.end(), before + STEP_BYTES), listener);
                requireProgress(reader.position() > before);
                long start = capture.start();
                progress = (double) (reader.position() - start) / (capture.end() - start);
            }
            journal.notes().resolve(fresh.index());
            taken = journal.isWanted(this) && journal.takeOver(this, fresh, () -> splitRest(capture, reader, listener));
        } finally {
            if (!taken) {
                fresh.close();
            }
        }
    }

    private static CaptureReader.Listener adapt(Indexer fresh) {
        return new CaptureReader.Listener() {
            @Override
            public void on(Event event, long offset, int payloadStart, long epochNanos) {
                fresh.add(event, offset, payloadStart, epochNanos);
            }

            @Override
            public void onGap(Peer peer, boolean inbound, long offset) {
                fresh.endRowBeforeGap(peer, inbound, offset);
            }
        };
    }

    private static void splitRest(Segments capture, CaptureReader reader, CaptureReader.Listener listener)
            throws IOException {
        reader.readTo(capture.end(), listener);
        requireProgress(reader.position() == capture.end());
    }

    /** Fails when reading makes no progress, because another program has changed a file; else it would never end. */
    private static void requireProgress(boolean more) throws EOFException {
        if (!more) {
            throw new EOFException("the capture was changed");
        }
    }
}
