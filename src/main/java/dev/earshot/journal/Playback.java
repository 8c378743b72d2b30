package dev.earshot.journal;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.EOFException;
import java.io.IOException;

/**
 * Tells once more what was recorded, from the oldest that is kept to where the capture ended when this was made, while
 * recording goes on. Run by one thread; any other may ask how far it is, or cancel it.
 */
public final class Playback {
    /** Longer than any record, so that each step gets somewhere. */
    private static final long STEP_BYTES = 4 << 20;

    private final Segments capture;
    private final long end;
    private volatile double progress;
    private volatile boolean cancelled;

    /** Receives what the capture tells. */
    public interface Listener {
        /** Takes one event and when it was recorded, in nanoseconds since 1970-01-01 UTC. */
        void on(Event event, long epochNanos);

        /** Learns that bytes of one direction are missing before the next event. */
        void gap(Peer peer, boolean inbound);
    }

    Playback(Segments capture) {
        this.capture = capture;
        this.end = capture.end();
    }

    /** From 0 to 1. */
    public double progress() {
        return progress;
    }

    /** Lets {@link #run} end soon. */
    public void cancel() {
        cancelled = true;
    }

    public boolean cancelled() {
        return cancelled;
    }

    /**
     * Blocks until everything has been told, or until it was cancelled. Not on the EDT.
     *
     * @throws IOException if the capture cannot be read
     */
    public void run(Listener listener) throws IOException {
        CaptureReader reader = new CaptureReader(capture, CaptureNote.KNOWN);
        CaptureReader.Listener told = into(listener);
        while (!cancelled && reader.position() < end) {
            long before = reader.position();
            reader.readTo(Math.min(end, before + STEP_BYTES), told);
            if (reader.position() == before) {
                throw new EOFException("the capture was changed");
            }
            long start = capture.start();
            progress = end <= start ? 1 : Math.min(1, (double) (reader.position() - start) / (end - start));
        }
        progress = cancelled ? progress : 1;
    }

    private CaptureReader.Listener into(Listener listener) {
        return new CaptureReader.Listener() {
            @Override
            public void on(Event event, long offset, int payloadStart, long epochNanos) {
                if (!cancelled) {
                    listener.on(event, epochNanos);
                }
            }

            @Override
            public void gap(Peer peer, boolean inbound, long offset) {
                listener.gap(peer, inbound);
            }
        };
    }
}
