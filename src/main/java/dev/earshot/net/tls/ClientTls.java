package dev.earshot.net.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Starts TLS on connections that we make, with the certificates that we trust, our identity, ALPN and SNI. Any thread.
 */
public final class ClientTls {
    private final Options options;
    private final SSLSocketFactory sockets;

    /**
     * The choices of a client.
     *
     * @param issuers whose certificates are trusted; empty: those that the system trusts
     * @param pin the fingerprint of the only certificate that is accepted, whatever it says; null: all that are trusted
     * @param identity our certificate for servers that ask for one, or null
     * @param sni the name that is asked for in the place of the host's (RFC 6066, section 3), or empty
     * @param alpn the application protocols in the order of preference (RFC 7301), may be empty
     */
    public record Options(
            List<X509Certificate> issuers, Fingerprint pin, Identity identity, String sni, List<String> alpn) {
        /** Trusts what the system trusts. */
        public static final Options STANDARD = new Options(List.of(), null, null, "", List.of());

        public Options {
            issuers = List.copyOf(issuers);
            alpn = List.copyOf(alpn);
        }

        /** Returns these options with a fingerprint. */
        public Options withPin(Fingerprint only) {
            return new Options(issuers, only, identity, sni, alpn);
        }
    }

    /**
     * Makes a side.
     *
     * @throws IOException if the system cannot use the key or the certificates
     */
    public ClientTls(Options options) throws IOException {
        this.options = options;
        ServerTrust trust = new ServerTrust(TlsContexts.trust(options.issuers()), options.pin());
        sockets = TlsContexts.make(options.identity(), trust).getSocketFactory();
    }

    /** Layers TLS over a connection. Does not wait: the handshake is made by {@link SSLSocket#startHandshake}. */
    public SSLSocket layer(Socket connection, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) sockets.createSocket(connection, host, port, true);
        SSLParameters parameters = TlsContexts.parameters(socket, options.alpn());
        if (!options.sni().isEmpty()) {
            parameters.setServerNames(List.of(new SNIHostName(options.sni())));
        }
        // The JDK compares the names in the certificate with the host only if it is told to.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }
}
