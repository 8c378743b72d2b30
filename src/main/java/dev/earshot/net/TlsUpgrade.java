package dev.earshot.net;

import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.ClientTls;
import dev.earshot.net.tls.ServerTls;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The change of one connection from plain bytes to TLS. Two threads take part: the writer makes the handshake, and the
 * reader hands over the bytes that it has read, then waits for the end. Closing the connection frees both.
 */
final class TlsUpgrade {
    /**
     * The longest pause within the first bytes of TLS. Bytes that may be these are held back so long, because nothing
     * that was reported as plain can be taken back.
     */
    private static final int HEAD_MILLIS = 1_000;

    private static final Logger log = LoggerFactory.getLogger(TlsUpgrade.class);

    private final Socket connection;
    private final HandedSocket handed;
    private final Layer layer;
    private final Queue begins; // null: we begin
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile TlsStream stream;

    /** Queues the upgrade behind the bytes that wait to be sent. */
    interface Queue {
        /** Returns false if nothing can be sent any more. */
        boolean offer();
    }

    /** Layers TLS over a connection. */
    private interface Layer {
        TlsStream over(Socket connection) throws IOException;
    }

    private TlsUpgrade(Socket connection, Layer layer, Queue begins) throws IOException {
        this.connection = connection;
        handed = new HandedSocket(connection);
        this.layer = layer;
        this.begins = begins;
    }

    /** Makes the upgrade of an accepted connection: it begins when the peer does. */
    static TlsUpgrade ofServer(Socket connection, ServerTls tls, Queue begins) throws IOException {
        String peer = Addresses.text((InetSocketAddress) connection.getRemoteSocketAddress());
        return new TlsUpgrade(
                connection,
                over -> new TlsStream(over, tls.layer(over), peer, true, TlsCalls.HANDSHAKE_MILLIS),
                begins);
    }

    /** Makes the upgrade of a connection that we have made: we begin. */
    static TlsUpgrade ofClient(Socket connection, ClientTls tls, ConnectAddress to) throws IOException {
        return new TlsUpgrade(
                connection,
                over -> new TlsStream(
                        over, tls.layer(over, to.host(), to.port()), to.text(), false, TlsCalls.HANDSHAKE_MILLIS),
                null);
    }

    /** Begins: from now on the peer's bytes may be TLS. Returns the stream whose handshake is to be made. */
    TlsStream begin() throws IOException {
        stream = layer.over(handed);
        return stream;
    }

    /** The encrypted connection; null before it has begun. */
    TlsStream stream() {
        return stream;
    }

    /** Ends it: the handshake has been made. */
    void end() {
        ended.countDown();
    }

    /** Frees both threads; if it has not ended, the reader then finds the connection closed. */
    void abandon() {
        handed.handOver();
        ended.countDown();
    }

    /** Closes the connection if the handshake takes too long. */
    void watch() {
        TlsStream begun = stream;
        if (begun != null) {
            begun.watch();
        }
    }

    /** Whether what the reader has read begins TLS, or ends the waiting for it. Everything before is plain. */
    boolean takes(byte[] buffer, int count) {
        return count <= 0 ? stream != null : expected().anyMatch(head -> head.begins(buffer, count));
    }

    /** Returns how the peer would begin TLS at this moment. */
    private Stream<TlsHead> expected() {
        if (begins != null) {
            return Stream.of(TlsHead.OF_CLIENT);
        }
        return stream == null ? Stream.empty() : Stream.of(TlsHead.OF_SERVER, TlsHead.OF_ALERT);
    }

    /**
     * Reads on behind bytes that may begin TLS until it is known whether they do. Returns the count of all.
     *
     * @param count the bytes in the buffer so far
     */
    int readHead(InputStream in, byte[] buffer, int count) {
        int known = count;
        int more = known;
        while (more > 0 && known < buffer.length && mayBegin(buffer, known)) {
            more = readSoon(in, buffer, known);
            known += Math.max(0, more);
        }
        return known;
    }

    private boolean mayBegin(byte[] buffer, int count) {
        return expected().anyMatch(head -> head.mayBegin(buffer, count) && !head.begins(buffer, count));
    }

    /** Reads on for a moment; returns 0 if nothing comes. What fails here fails again in the next read. */
    private int readSoon(InputStream in, byte[] buffer, int offset) {
        int count = 0;
        try {
            connection.setSoTimeout(HEAD_MILLIS);
            count = in.read(buffer, offset, buffer.length - offset);
        } catch (IOException e) {
            log.trace("no more of what may be TLS", e);
        }
        try {
            connection.setSoTimeout(0);
        } catch (IOException e) {
            log.trace("closed meanwhile; what was read still counts", e);
        }
        return count;
    }

    /**
     * Hands over what the reader has read, and waits for the handshake. Returns where to read from then on.
     *
     * @param count -1 at the end of the stream
     */
    InputStream takeOver(byte[] buffer, int count) throws IOException {
        handed.handOver(Arrays.copyOf(buffer, Math.max(0, count)));
        if (begins != null && !begins.offer()) {
            throw new IOException("TLS was begun after the end of sending");
        }
        try {
            ended.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (stream == null) {
            throw new SocketException("closed before TLS was begun");
        }
        return stream.input();
    }
}
