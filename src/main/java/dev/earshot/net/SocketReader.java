package dev.earshot.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/** Reads one peer to the end of its stream and tells each read. Confined to its peer's reader. */
final class SocketReader {
    /** Enough for what devices say, and 10,000 of them hold 40 MB; the JDK keeps a direct buffer of the same size a thread. */
    private static final int SMALL = 4 * 1024;

    /** After so many reads in a row that a small buffer could have held, a grown one is given back. */
    static final int SMALL_READS = 64;

    private final Peer peer;
    private final InputStream in;
    private final EventSink sink;
    private final BooleanSupplier muted;
    private final SilenceWatch silence;
    private final Semaphore large;
    private byte[] buffer = new byte[SMALL];
    private int smallReads;

    /**
     * @param muted whether what comes in is thrown away from now on: read, so that the peer's FIN is seen, but not told
     * @param large one permit for each buffer that may be larger than the others
     */
    SocketReader(
            Peer peer, InputStream in, EventSink sink, BooleanSupplier muted, SilenceWatch silence, Semaphore large) {
        this.peer = peer;
        this.in = in;
        this.sink = sink;
        this.muted = muted;
        this.silence = silence;
        this.large = large;
    }

    /** Returns at the end of the stream (FIN). */
    void run() throws IOException {
        try {
            while (next()) {
                // until the end of the stream
            }
        } finally {
            silence.close();
            shrink();
        }
    }

    private boolean next() throws IOException {
        silence.begins();
        int count;
        long waited;
        try {
            count = in.read(buffer);
        } finally {
            waited = silence.ends();
        }
        if (count > 0 && !muted.getAsBoolean()) {
            sink.on(new Event.Received(peer, buffer, 0, count, waited));
        }
        resize(count);
        return count >= 0;
    }

    private void resize(int count) {
        if (count == buffer.length && count < Endpoint.MAX_PIECE) {
            if (buffer.length > SMALL || large.tryAcquire()) {
                buffer = new byte[Math.min(count * 2, Endpoint.MAX_PIECE)];
            }
        }
        smallReads = count <= SMALL ? smallReads + 1 : 0;
        if (smallReads == SMALL_READS) {
            smallReads = 0;
            shrink();
        }
    }

    private void shrink() {
        if (buffer.length > SMALL) {
            buffer = new byte[SMALL];
            large.release();
        }
    }
}
