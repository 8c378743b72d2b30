package dev.earshot.net;

import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.ClientTls;
import dev.earshot.net.tls.Fingerprint;
import dev.earshot.net.tls.Identity;
import dev.earshot.net.tls.SelfSigned;
import dev.earshot.net.tls.ServerTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** Makes the two sides of TLS for tests. */
final class TlsRig {
    /** Long enough for a busy computer: nothing depends on it but tests of silence. */
    static final int PATIENT = 60_000;

    static final Identity IDENTITY = identity();

    private TlsRig() {}

    private static Identity identity() {
        try {
            return SelfSigned.make(List.of("127.0.0.1"), Instant.now());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns system calls of a server with {@link #IDENTITY}. */
    static SystemCalls server(int handshakeMillis, String... alpn) throws IOException {
        return server(new ServerTls(IDENTITY, List.of(), List.of(alpn)), handshakeMillis);
    }

    static SystemCalls server(ServerTls tls, int handshakeMillis) {
        return new TlsCalls(SystemCalls.REAL, new TlsSides(tls, null), handshakeMillis);
    }

    /** Returns the options of a client that trusts {@link #IDENTITY} by its fingerprint. */
    static ClientTls.Options trusting() {
        return ClientTls.Options.STANDARD.withPin(Fingerprint.of(IDENTITY.certificate()));
    }

    /** Returns the options of a client that trusts what {@link #IDENTITY} has issued, which is itself. */
    static ClientTls.Options trustingIssuer() {
        return new ClientTls.Options(List.of(IDENTITY.certificate()), null, null, "", List.of());
    }

    static TcpClient client(Rig rig, ClientTls.Options options) throws IOException {
        TlsSides sides = new TlsSides(null, new ClientTls(options));
        return new TcpClient(
                new ConnectAddress("127.0.0.1", rig.address.getPort()), ConnectOptions.STANDARD, sides, () -> 1);
    }

    /** Connects a client of the JDK and makes its handshake. */
    static SSLSocket connect(Rig rig) throws IOException {
        SSLSocket socket = layer(rig.connect());
        socket.startHandshake();
        return socket;
    }

    static SSLSocket layer(Socket connection) throws IOException {
        SSLSocket socket = new ClientTls(trusting()).layer(connection, "127.0.0.1", connection.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }
}
