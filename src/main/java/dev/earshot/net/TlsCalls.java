package dev.earshot.net;

import dev.earshot.net.address.Addresses;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.ClientTls;
import dev.earshot.net.tls.ServerTls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** System calls that encrypt accepted connections, connections that we make, or both. */
final class TlsCalls extends ForwardingCalls {
    /** The time for a handshake in milliseconds: a peer that speaks no TLS waits for us to speak first. */
    static final int HANDSHAKE_MILLIS = 5_000;

    private static final Logger log = LoggerFactory.getLogger(TlsCalls.class);

    private final TlsSides sides;
    private final int millis;

    /** @param millis the time for a handshake */
    TlsCalls(SystemCalls system, TlsSides sides, int millis) {
        super(system);
        this.sides = sides;
        this.millis = millis;
    }

    /** Returns these system calls with the encryption that is asked for. */
    static SystemCalls of(SystemCalls system, TlsSides sides) {
        boolean plain = sides.accepting() == null && sides.connecting() == null;
        return plain ? system : new TlsCalls(system, sides, HANDSHAKE_MILLIS);
    }

    @Override
    public void opened(EventSink sink) {
        system.opened(sink);
        TlsNotes.keys(sides, sink);
    }

    @Override
    public TcpStream accepted(Socket connection) throws IOException {
        ServerTls server = sides.accepting();
        if (server == null) {
            return system.accepted(connection);
        }
        String peer = Addresses.text((InetSocketAddress) connection.getRemoteSocketAddress());
        return new TlsStream(connection, server.layer(connection), peer, true, millis);
    }

    @Override
    public TcpStream connected(Socket connection, ConnectAddress to) throws IOException {
        ClientTls client = sides.connecting();
        if (client == null) {
            return system.connected(connection, to);
        }
        TlsStream stream =
                new TlsStream(connection, client.layer(connection, to.host(), to.port()), to.text(), false, millis);
        CountDownLatch done = new CountDownLatch(1);
        try {
            system.start(Background.leanThread("handshake " + to, () -> watch(stream, done)));
            stream.handshake();
            return stream;
        } catch (OutOfMemoryError e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            done.countDown();
        }
    }

    private void watch(TlsStream stream, CountDownLatch done) {
        try {
            if (!done.await(millis, TimeUnit.MILLISECONDS)) {
                stream.watch();
            }
        } catch (InterruptedException e) {
            log.error("nobody interrupts the deadline of a handshake", e);
        }
    }
}
