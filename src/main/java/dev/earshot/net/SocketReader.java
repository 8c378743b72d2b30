package dev.earshot.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/** Reads a peer's socket to the end of its stream and reports each read. Confined to the peer's reader thread. */
final class SocketReader {
    /**
     * The size of a small buffer in bytes: enough for the messages of devices, and 10,000 of them take 40 MB. The JDK keeps
     * a direct buffer of the same size for each thread.
     */
    private static final int SMALL_BUFFER = 4 * 1024;

    /** The number of small reads in a row after which a large buffer is given back. */
    static final int SMALL_READS_TO_SHRINK = 64;

    private final Peer peer;
    private final InputStream in;
    private final EventSink sink;
    private final SilenceWatch silence;
    private final Semaphore largeBuffers;
    private final ReadModerator moderator;
    private byte[] buffer = new byte[SMALL_BUFFER];
    private int smallReads;

    /**
     * @param largeBuffers has one permit for each large buffer
     * @param moderator pauses the reader after reads
     */
    SocketReader(
            Peer peer,
            InputStream in,
            EventSink sink,
            SilenceWatch silence,
            Semaphore largeBuffers,
            ReadModerator moderator) {
        this.peer = peer;
        this.in = in;
        this.sink = sink;
        this.silence = silence;
        this.largeBuffers = largeBuffers;
        this.moderator = moderator;
    }

    /** Reads until the end of the stream (FIN). */
    void run() throws IOException {
        try {
            while (readOnce()) {
                // until the end of the stream
            }
        } finally {
            silence.close();
            moderator.close();
            shrink();
        }
    }

    private boolean readOnce() throws IOException {
        silence.beginWait();
        int count;
        long waited;
        try {
            count = in.read(buffer);
        } finally {
            waited = silence.endWait();
        }
        if (count > 0) {
            sink.on(new Event.Received(peer, buffer, 0, count, waited));
        }
        resize(count);
        if (count > 0) {
            moderator.afterRead(count, waited);
        }
        return count >= 0;
    }

    private void resize(int count) {
        if (count == buffer.length && count < Endpoint.MAX_PIECE) {
            if (buffer.length > SMALL_BUFFER || largeBuffers.tryAcquire()) {
                buffer = new byte[Math.min(count * 2, Endpoint.MAX_PIECE)];
            }
        }
        smallReads = count <= SMALL_BUFFER ? smallReads + 1 : 0;
        if (smallReads == SMALL_READS_TO_SHRINK) {
            smallReads = 0;
            shrink();
        }
    }

    private void shrink() {
        if (buffer.length > SMALL_BUFFER) {
            buffer = new byte[SMALL_BUFFER];
            largeBuffers.release();
        }
    }
}
