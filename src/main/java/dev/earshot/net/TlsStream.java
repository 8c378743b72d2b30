package dev.earshot.net;

import dev.earshot.net.tls.HandshakeProblem;
import dev.earshot.net.tls.TlsFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of an encrypted connection. {@link SSLSocket#close} waits for a blocked writer, so the connection below it
 * is closed and never the SSLSocket; the peer is told of a polite end by {@link #finishOutput}.
 */
final class TlsStream implements TcpStream {
    private static final Logger log = LoggerFactory.getLogger(TlsStream.class);

    private final Socket connection;
    private final SSLSocket socket;
    private final String peer;
    private final boolean server;
    private final long millis;
    private final long begunAt = System.nanoTime();
    private volatile boolean waiting = true;
    private volatile boolean tooLate;
    private TlsFacts facts; // guarded by this
    private boolean finished; // guarded by this

    /**
     * @param connection the connection below
     * @param peer the other side's name in messages
     * @param server whether we are the server
     * @param millis the time for the handshake
     */
    TlsStream(Socket connection, SSLSocket socket, String peer, boolean server, long millis) {
        this.connection = connection;
        this.socket = socket;
        this.peer = peer;
        this.server = server;
        this.millis = millis;
    }

    @Override
    public Socket socket() {
        return connection;
    }

    @Override
    public InputStream input() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public synchronized TlsFacts handshake() throws HandshakeFailure {
        if (facts != null) {
            return facts;
        }
        try {
            socket.startHandshake();
            facts = TlsFacts.of(socket);
            return facts;
        } catch (IOException e) {
            long seconds = TimeUnit.MILLISECONDS.toSeconds(millis + 500);
            throw new HandshakeFailure(
                    tooLate ? HandshakeProblem.silent(peer, seconds) : HandshakeProblem.of(peer, server, e), e);
        } finally {
            waiting = false;
        }
    }

    @Override
    public boolean isEncrypted() {
        return true;
    }

    @Override
    public void watch() {
        if (waiting && System.nanoTime() - begunAt >= TimeUnit.MILLISECONDS.toNanos(millis)) {
            tooLate = true;
            SystemCalls.close(connection);
        }
    }

    /** Sends close_notify (RFC 8446, section 6.1) and FIN. */
    @Override
    public synchronized void finishOutput() {
        if (finished) {
            return;
        }
        finished = true;
        try {
            socket.shutdownOutput();
            if (!connection.isOutputShutdown()) {
                connection.shutdownOutput();
            }
        } catch (IOException e) {
            log.trace("{} was closed already", peer);
        }
    }
}
