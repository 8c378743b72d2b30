package dev.earshot.net.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key and the certificates that belong to it, with which one side shows who it is. Immutable.
 *
 * @param chain the certificate of the key first, then those of its issuers; at least one
 */
public record Identity(PrivateKey key, List<X509Certificate> chain) {
    public Identity {
        chain = List.copyOf(chain);
    }

    /** The certificate of the key. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Names the certificate and never the key. */
    @Override
    public String toString() {
        return "identity " + Fingerprint.of(certificate());
    }
}
