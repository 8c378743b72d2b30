package dev.earshot.net.tls;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * The facts about a TLS connection after its handshake: protocol, cipher suite, names and the peer's certificate.
 * Immutable.
 *
 * @param session such as {@code TLS 1.3, TLS_AES_256_GCM_SHA384, ALPN h2, SNI example.com}
 * @param peer the other side's certificate, or null if it has shown none
 */
public record TlsFacts(String session, X509Certificate peer) {

    /** Returns the facts about a socket whose handshake is done. */
    public static TlsFacts of(SSLSocket socket) {
        SSLSession session = socket.getSession();
        List<String> parts = new ArrayList<>();
        parts.add(session.getProtocol().replace("TLSv", "TLS "));
        parts.add(session.getCipherSuite());
        String alpn = socket.getApplicationProtocol();
        if (alpn != null && !alpn.isEmpty()) {
            parts.add("ALPN " + alpn);
        }
        if (session instanceof ExtendedSSLSession extended) {
            extended.getRequestedServerNames().stream()
                    .filter(SNIHostName.class::isInstance)
                    .map(name -> "SNI " + ((SNIHostName) name).getAsciiName())
                    .forEach(parts::add);
        }
        return new TlsFacts(String.join(", ", parts), peer(session));
    }

    private static X509Certificate peer(SSLSession session) {
        try {
            return (X509Certificate) session.getPeerCertificates()[0];
        } catch (SSLPeerUnverifiedException e) {
            return null;
        }
    }
}
