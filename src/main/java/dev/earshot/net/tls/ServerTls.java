package dev.earshot.net.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * Starts TLS on accepted connections, with our identity, the issuers of client certificates and the ALPN protocols. Any
 * thread.
 */
public final class ServerTls {
    private final Identity identity;
    private final List<X509Certificate> clientIssuers;
    private final List<String> alpn;
    private final SSLSocketFactory sockets;

    /**
     * Makes a side.
     *
     * @param clientIssuers whose certificates clients must show; empty: clients need none
     * @param alpn the application protocols in the order of preference (RFC 7301); empty: any
     * @throws IOException if the system cannot use the key
     */
    public ServerTls(Identity identity, List<X509Certificate> clientIssuers, List<String> alpn) throws IOException {
        this.identity = identity;
        this.clientIssuers = List.copyOf(clientIssuers);
        this.alpn = List.copyOf(alpn);
        TrustManager[] trust =
                clientIssuers.isEmpty() ? new TrustManager[0] : new TrustManager[] {TlsContexts.trust(clientIssuers)};
        SSLContext context = TlsContexts.make(identity, trust);
        sockets = context.getSocketFactory();
    }

    /** Our own certificate. */
    public X509Certificate certificate() {
        return identity.certificate();
    }

    /**
     * Layers TLS over an accepted connection. Does not wait: the handshake is made by {@link SSLSocket#startHandshake}.
     */
    public SSLSocket layer(Socket connection) throws IOException {
        InetSocketAddress remote = (InetSocketAddress) connection.getRemoteSocketAddress();
        // The address as a text: with the name of the host the JDK would ask a name server for it.
        String host = remote.getAddress().getHostAddress();
        SSLSocket socket = (SSLSocket) sockets.createSocket(connection, host, remote.getPort(), true);
        socket.setUseClientMode(false);
        SSLParameters parameters = TlsContexts.parameters(socket, alpn);
        parameters.setNeedClientAuth(!clientIssuers.isEmpty());
        socket.setSSLParameters(parameters);
        return socket;
    }
}
