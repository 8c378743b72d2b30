package dev.earshot.journal;

import dev.earshot.journal.storage.Segments;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.EOFException;
import java.io.IOException;

/**
 * Reads a capture's events again, from the oldest that is kept to the last one when the playback was made. Recording
 * goes on meanwhile. Run by one thread; any other may ask for the progress, or cancel it.
 */
public final class Playback {
    /** The bytes read in one step, more than any record has, so that each step makes progress. */
    private static final long STEP_BYTES = 4 << 20;

    private final Segments capture;
    private final long end;
    private volatile double progress;
    private volatile boolean isCancelled;

    /** Receives the events of a capture. */
    public interface Listener {
        /** Takes one event and the time when it was recorded, in nanoseconds since 1970-01-01 UTC. */
        void on(Event event, long epochNanos);

        /** Learns that bytes of one direction are missing before the next event. */
        void onGap(Peer peer, boolean inbound);
    }

    Playback(Segments capture) {
        this.capture = capture;
        this.end = capture.end();
    }

    /** Returns the progress, from 0 to 1. */
    public double progress() {
        return progress;
    }

    /** Lets {@link #run} end soon. */
    public void cancel() {
        isCancelled = true;
    }

    /** Whether it was cancelled. */
    public boolean isCancelled() {
        return isCancelled;
    }

    /**
     * Reads until the end, or until it is cancelled; blocks so long. Not on the EDT.
     *
     * @throws IOException if the capture cannot be read
     */
    public void run(Listener listener) throws IOException {
        CaptureReader reader = new CaptureReader(capture, CaptureNote.KNOWN);
        CaptureReader.Listener adapter = adapt(listener);
        while (!isCancelled && reader.position() < end) {
            long before = reader.position();
            reader.readTo(Math.min(end, before + STEP_BYTES), adapter);
            if (reader.position() == before) {
                throw new EOFException("the capture was changed");
            }
            long start = capture.start();
            progress = end <= start ? 1 : Math.min(1, (double) (reader.position() - start) / (end - start));
        }
        progress = isCancelled ? progress : 1;
    }

    private CaptureReader.Listener adapt(Listener listener) {
        return new CaptureReader.Listener() {
            @Override
            public void on(Event event, long offset, int payloadStart, long epochNanos) {
                if (!isCancelled) {
                    listener.on(event, epochNanos);
                }
            }

            @Override
            public void onGap(Peer peer, boolean inbound, long offset) {
                listener.onGap(peer, inbound);
            }
        };
    }
}
