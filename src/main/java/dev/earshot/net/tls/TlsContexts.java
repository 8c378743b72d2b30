package dev.earshot.net.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Makes the JDK's TLS contexts and parameters from our keys, certificates and protocols. */
final class TlsContexts {
    /** The protocols that are spoken; older ones are broken (RFC 8996). */
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private TlsContexts() {}

    /** Makes a context with an identity, or without one if that is null. */
    static SSLContext make(Identity identity, TrustManager... trust) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity == null ? new KeyManager[0] : keys(identity), trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Returns the parameters of a socket, with our protocols and these application protocols. */
    static SSLParameters parameters(SSLSocket socket, List<String> alpn) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        parameters.setApplicationProtocols(alpn.toArray(String[]::new));
        return parameters;
    }

    /** Trusts what these have issued, and these themselves; an empty list means what the system trusts. */
    static X509ExtendedTrustManager trust(List<X509Certificate> issuers) throws IOException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(issuers.isEmpty() ? null : store(issuers));
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static KeyManager[] keys(Identity identity) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setKeyEntry("own", identity.key(), new char[0], identity.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static KeyStore store(List<X509Certificate> issuers) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        for (int i = 0; i < issuers.size(); i++) {
            store.setCertificateEntry("issuer " + i, issuers.get(i));
        }
        return store;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (KeyStoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
