package dev.earshot.net;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.TlsFacts;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.slf4j.LoggerFactory;

/** The bytes of a TCP connection in both directions, as they are or encrypted. Any thread. */
interface TcpStream extends Closeable {

    /** The connection itself, with its addresses and options. Nothing is read or written here. */
    Socket socket();

    /** Returns what the peer sends. */
    InputStream input() throws IOException;

    /**
     * Reads on behind bytes that may be the beginning of TLS, until they tell whether they are; returns the count of
     * all. Only for the reader.
     *
     * @param in has the bytes that follow
     * @param buffer has the bytes at its beginning
     * @param count of the bytes, or -1 at the end of the stream
     */
    default int readHead(InputStream in, byte[] buffer, int count) {
        return count;
    }

    /**
     * Looks at what has just been read. If it begins TLS, blocks until the handshake has been made, and returns where
     * to read from then on; the bytes are no message. Otherwise returns null. Only for the reader.
     *
     * @param buffer has the bytes at its beginning
     * @param count of the bytes, or -1 at the end of the stream
     */
    default InputStream inputAfter(byte[] buffer, int count) throws IOException {
        return null;
    }

    /** Returns where to write for the peer. */
    OutputStream output() throws IOException;

    /**
     * Makes the handshake of an encrypted connection, unless that has been done; blocks until then. Returns what has
     * been agreed on, or null for a connection that is not encrypted.
     *
     * @throws HandshakeFailure if the connection cannot be used
     */
    TlsFacts handshake() throws HandshakeFailure;

    /** Whether the connection is encrypted, or will be. */
    boolean isEncrypted();

    /** Closes the connection if its handshake takes too long; called regularly. */
    default void watch() {}

    /**
     * Prepares for TLS on a connection that is not encrypted. If we have connected, the writer then begins it; if the
     * peer has, the peer does, and everything stays plain until then.
     *
     * @param begins queues the upgrade behind the bytes that wait
     * @throws Problem why that is not possible
     */
    default void prepareUpgrade(TlsSides sides, TlsUpgrade.Queue begins) throws Problem {
        throw new Problem("problem.tls.encrypted", -1);
    }

    /** Begins what was prepared. Returns the stream whose handshake is to be made. */
    default TcpStream beginUpgrade() throws IOException {
        throw new IllegalStateException("not prepared");
    }

    /** Lets everything be encrypted from now on, because the handshake has been made. */
    default void endUpgrade() {}

    /** Frees the reader if it waits for an upgrade that the writer will not make. */
    default void abandonUpgrade() {}

    /**
     * Ends our direction (FIN), unless that has been done or the connection is closed. Blocks for an encrypted
     * connection that cannot be written to.
     */
    void finishOutput();

    /** Whether bytes have come that have not been read. */
    default boolean hasBytes() {
        try {
            return socket().getInputStream().available() > 0;
        } catch (IOException e) {
            return false; // closed: the reader notices that by itself
        }
    }

    /** Lets {@link #close} send RST instead of FIN. */
    default void resetOnClose() {
        try {
            socket().setSoLinger(true, 0);
        } catch (IOException e) {
            LoggerFactory.getLogger(TcpStream.class).trace("{} was closed already", this);
        }
    }

    /** Closes the connection and frees the threads that read and write; never blocks. */
    @Override
    default void close() throws IOException {
        socket().close();
    }

    /** Returns the stream of an accepted connection that is not encrypted. */
    static TcpStream plain(Socket socket) {
        return new UpgradableStream(socket, null);
    }

    /** Returns the stream of a connection that we made and that is not encrypted. */
    static TcpStream plain(Socket socket, ConnectAddress to) {
        return new UpgradableStream(socket, to);
    }
}
