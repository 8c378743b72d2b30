package dev.earshot.journal;

import dev.earshot.codec.Framing;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Splits the whole history of a journal under another framing, while reception goes on. Run by one thread; any other may
 * ask how far it is, or make it end early through the journal.
 */
public final class ReframeJob {
    /** The bytes left to be cut while events wait: a few milliseconds of work. */
    private static final long CATCH_UP_BYTES = 1 << 20;

    /** Between two looks at whether it is still wanted. */
    private static final long STEP_BYTES = 4 << 20;

    /** The last bit of the history, cut while events wait. */
    interface Rest {
        void cut() throws IOException;
    }

    private final Journal journal;
    private final Framing framing;
    private final Path indexFolder;
    private volatile double progress;

    ReframeJob(Journal journal, Framing framing, Path indexFolder) {
        this.journal = journal;
        this.framing = framing;
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
     * Blocks until the history is cut, or until this is no longer wanted, for it was cancelled, another framing was asked
     * for, or the journal was closed. Not on the EDT.
     *
     * @throws IOException if the capture cannot be read or the index not be written; then the rows stay as they are
     */
    public void run() throws IOException {
        try {
            if (journal.wants(this)) {
                cut();
            }
        } finally {
            journal.forget(this);
        }
    }

    private void cut() throws IOException {
        Indexer fresh = new Indexer(framing, indexFolder);
        boolean taken = false;
        Segments capture = journal.segments();
        try {
            CaptureReader reader = new CaptureReader(capture, CaptureNote.KNOWN);
            CaptureReader.Listener listener = into(fresh);
            while (journal.wants(this) && capture.end() - reader.position() > CATCH_UP_BYTES) {
                long before = reader.position();
                reader.readTo(Math.min(capture.end(), before + STEP_BYTES), listener);
                refuseCutShort(reader.position() > before);
                long start = capture.start();
                progress = (double) (reader.position() - start) / (capture.end() - start);
            }
            taken = journal.wants(this) && journal.takeOver(this, fresh, () -> cutRest(capture, reader, listener));
        } finally {
            if (!taken) {
                fresh.close();
            }
        }
    }

    private static CaptureReader.Listener into(Indexer fresh) {
        return new CaptureReader.Listener() {
            @Override
            public void on(Event event, long offset, int payloadStart, long epochNanos) {
                fresh.on(event, offset, payloadStart);
            }

            @Override
            public void gap(Peer peer, boolean inbound, long offset) {
                fresh.gap(peer, inbound, offset);
            }
        };
    }

    private static void cutRest(Segments capture, CaptureReader reader, CaptureReader.Listener listener)
            throws IOException {
        reader.readTo(capture.end(), listener);
        refuseCutShort(reader.position() == capture.end());
    }

    /** Something else has cut a file or written into it: without this, reading would be tried again for ever. */
    private static void refuseCutShort(boolean more) throws EOFException {
        if (!more) {
            throw new EOFException("the capture was changed");
        }
    }
}
