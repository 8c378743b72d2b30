package dev.earshot.net;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/** Reads a peer's socket, as much at a time as is there. Confined to the peer's reader thread. */
final class SocketReader implements Closeable {
    /**
     * The size of a small buffer in bytes: enough for the messages of devices, and 10,000 of them take 40 MB. The JDK
     * keeps a direct buffer of the same size for each thread.
     */
    private static final int SMALL_BUFFER = 4 * 1024;

    /** The number of small reads in a row after which a large buffer is given back. */
    static final int SMALL_READS_TO_SHRINK = 64;

    private final Peer peer;
    private final TcpStream stream;
    private final SilenceWatch silence;
    private final Semaphore largeBuffers;
    private final ReadModerator moderator;
    private InputStream in;
    private byte[] buffer = new byte[SMALL_BUFFER];
    private int smallReads;
    private int latestCount;
    private long latestWait;

    /**
     * @param largeBuffers has one permit for each large buffer
     * @param moderator pauses the reader after reads
     */
    SocketReader(Peer peer, TcpStream stream, SilenceWatch silence, Semaphore largeBuffers, ReadModerator moderator)
            throws IOException {
        this.peer = peer;
        this.stream = stream;
        in = stream.input();
        this.silence = silence;
        this.largeBuffers = largeBuffers;
        this.moderator = moderator;
    }

    /**
     * Reads the next bytes, and blocks until there are some. The event is valid until the next reading, which uses the
     * same buffer.
     *
     * @return null at the end of the stream (FIN)
     */
    Event.Received read() throws IOException {
        int count;
        long waited;
        do {
            prepare();
            silence.beginWait();
            try {
                count = stream.readHead(in, buffer, in.read(buffer));
            } finally {
                waited = silence.endWait();
            }
            InputStream other = stream.inputAfter(buffer, count);
            if (other != null) {
                in = other;
                count = 0;
            }
            latestCount = count;
            latestWait = waited;
        } while (count == 0);
        return count < 0 ? null : new Event.Received(peer, buffer, 0, count, waited);
    }

    /** Prepares for the next read by the one before it, whose bytes have been taken by now. */
    private void prepare() {
        if (latestCount > 0) {
            resize(latestCount);
            moderator.afterRead(latestCount, latestWait);
        }
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

    @Override
    public void close() {
        silence.close();
        moderator.close();
        shrink();
    }
}
