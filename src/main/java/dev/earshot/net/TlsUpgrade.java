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

/**
 * The change of one connection from plain bytes to TLS. Two threads take part: the writer makes the handshake, and the
 * reader hands over the bytes that it has read, then waits for the end. Closing the connection frees both.
 */
final class TlsUpgrade {
    /** The first bytes of TLS records (RFC 8446, section 5.1): a handshake message, and an alert. */
    private static final int HANDSHAKE = 22;

    private static final int ALERT = 21;

    /** The second byte, whichever version. */
    private static final int VERSION = 3;

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
        boolean begun = stream != null;
        if (count <= 0) {
            return begun;
        }
        int first = buffer[0];
        return (first == HANDSHAKE && (begun || begins != null) || first == ALERT && begun)
                && (count == 1 || buffer[1] == VERSION);
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
