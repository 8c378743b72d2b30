package dev.earshot.net;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.TlsFacts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bytes of a plain connection that can change to TLS later. The reader waits in a read that nothing but bytes can
 * end, so the thread that upgrades is another one, the writer: it begins with {@link #beginUpgrade} and makes the
 * handshake. The first bytes of TLS that the reader gets are handed to it, and the reader waits for the end.
 */
final class UpgradableStream implements TcpStream {
    private static final Logger log = LoggerFactory.getLogger(UpgradableStream.class);

    private final Socket socket;
    private final ConnectAddress target;

    /** The upgrade that was asked for, or null. */
    private volatile TlsUpgrade upgrade;

    /** The encrypted connection, once the handshake has been made. */
    private volatile TlsStream encrypted;

    /** Whether the peer has ended its direction, so that it cannot answer a handshake. Guarded by this. */
    private boolean hasEnded;

    /** @param target the target as requested, with its name; null for an accepted connection */
    UpgradableStream(Socket socket, ConnectAddress target) {
        this.socket = socket;
        this.target = target;
    }

    @Override
    public Socket socket() {
        return socket;
    }

    @Override
    public InputStream input() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public int readHead(InputStream in, byte[] buffer, int count) {
        TlsUpgrade asked = count > 0 && encrypted == null ? upgrade : null;
        return asked == null ? count : asked.readHead(in, buffer, count);
    }

    @Override
    public InputStream inputAfter(byte[] buffer, int count) throws IOException {
        TlsUpgrade asked = count < 0 ? upgradeAtEnd() : upgrade;
        return asked == null || encrypted != null || !asked.takes(buffer, count) ? null : asked.takeOver(buffer, count);
    }

    private synchronized TlsUpgrade upgradeAtEnd() {
        hasEnded = true;
        return upgrade;
    }

    @Override
    public OutputStream output() throws IOException {
        TlsStream now = encrypted;
        return now == null ? socket.getOutputStream() : now.output();
    }

    @Override
    public TlsFacts handshake() {
        return null;
    }

    @Override
    public boolean isEncrypted() {
        return encrypted != null;
    }

    @Override
    public void watch() {
        TlsUpgrade asked = upgrade;
        if (asked != null) {
            asked.watch();
        }
    }

    @Override
    public void finishOutput() {
        TlsStream now = encrypted;
        if (now != null) {
            now.finishOutput();
            return;
        }
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            log.trace("{} was closed already", socket);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        TlsUpgrade asked = upgrade;
        if (asked != null) {
            asked.abandon();
        }
    }

    @Override
    public synchronized void prepareUpgrade(TlsSides sides, TlsUpgrade.Queue begins) throws Problem {
        if (target == null ? sides.accepting() == null : sides.connecting() == null) {
            throw new Problem("problem.tls.none", -1);
        } else if (upgrade != null) {
            throw new Problem(encrypted == null ? "problem.tls.begun" : "problem.tls.encrypted", -1);
        } else if (hasEnded) {
            throw new Problem("problem.tls.finished", -1);
        }
        try {
            upgrade = target == null
                    ? TlsUpgrade.ofServer(socket, sides.accepting(), begins)
                    : TlsUpgrade.ofClient(socket, sides.connecting(), target);
        } catch (IOException e) {
            throw new Problem("problem.tls.system", -1, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public TcpStream beginUpgrade() throws IOException {
        synchronized (this) {
            if (!hasEnded) {
                return upgrade.begin();
            }
        }
        throw new IOException("the peer has finished sending");
    }

    @Override
    public void endUpgrade() {
        encrypted = upgrade.stream();
        upgrade.end();
    }

    @Override
    public void abandonUpgrade() {
        TlsUpgrade asked = upgrade;
        if (asked != null) {
            asked.abandon();
        }
    }
}
