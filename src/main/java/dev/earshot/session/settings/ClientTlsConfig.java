package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.tls.ClientTls;
import dev.earshot.net.tls.Fingerprint;
import dev.earshot.net.tls.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The TLS of a client as a user chooses it. Immutable.
 *
 * @param issuers the file of the certificates to trust; null: those that the system trusts
 * @param pin the fingerprint of the only certificate to accept, or null
 * @param certificate the file of our own certificate and its key, or null
 * @param password of that file, may be empty
 * @param sni the name to ask for in the place of the host's, or empty
 * @param alpn the application protocols in the order of preference, may be empty
 */
public record ClientTlsConfig(
        Path issuers, Fingerprint pin, Path certificate, Secret password, String sni, List<String> alpn) {
    /** Trusts what the system trusts. */
    public static final ClientTlsConfig STANDARD = new ClientTlsConfig(null, null, null, Secret.NONE, "", List.of());

    public ClientTlsConfig {
        alpn = List.copyOf(alpn);
    }

    /**
     * Reads the files. Not for the EDT.
     *
     * @throws Problem what is wrong with them
     */
    ClientTls load() throws Problem {
        try {
            return new ClientTls(new ClientTls.Options(
                    TlsFiles.certificates(issuers),
                    pin,
                    certificate == null ? null : TlsFiles.identity(certificate, null, password),
                    sni,
                    alpn));
        } catch (IOException e) {
            throw new Problem("problem.tls.system", -1, String.valueOf(e.getMessage()));
        }
    }
}
