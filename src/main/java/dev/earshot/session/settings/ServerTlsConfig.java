package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.LocalAddresses;
import dev.earshot.net.tls.Fingerprint;
import dev.earshot.net.tls.Identity;
import dev.earshot.net.tls.Secret;
import dev.earshot.net.tls.SelfSigned;
import dev.earshot.net.tls.ServerTls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The TLS of a server as a user chooses it. Immutable.
 *
 * @param certificate the file of the certificate, with its key unless that has a file of its own; null: a self-signed
 *     one is made
 * @param key the file of the key, or null
 * @param password of the key or the certificate's file, may be empty
 * @param clientIssuers the file of the certificates whose clients alone are taken; null: all clients
 * @param alpn the application protocols in the order of preference, may be empty
 */
public record ServerTlsConfig(Path certificate, Path key, Secret password, Path clientIssuers, List<String> alpn) {
    /** A self-signed certificate for all clients. */
    public static final ServerTlsConfig SELF_SIGNED = new ServerTlsConfig(null, null, Secret.NONE, null, List.of());

    public ServerTlsConfig {
        alpn = List.copyOf(alpn);
    }

    /**
     * Reads the files. Not for the EDT.
     *
     * @throws Problem what is wrong with them
     */
    ServerTls load() throws Problem {
        try {
            return new ServerTls(identity(), TlsFiles.certificates(clientIssuers), alpn);
        } catch (IOException e) {
            throw new Problem("problem.tls.system", -1, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns the fingerprint of the certificate that clients are shown. Not for the EDT.
     *
     * @throws Problem what is wrong with its file
     */
    public Fingerprint fingerprint() throws Problem {
        try {
            return Fingerprint.of(identity().certificate());
        } catch (IOException e) {
            throw new Problem("problem.tls.system", -1, String.valueOf(e.getMessage()));
        }
    }

    private Identity identity() throws Problem, IOException {
        return certificate == null ? SelfSigned.shared(addresses()) : TlsFiles.identity(certificate, key, password);
    }

    /** Returns the file of the private key, or null if it is in none. */
    Path keyFile() {
        return key == null ? certificate : key;
    }

    /** Returns the addresses of this computer that a certificate can name. */
    private static List<String> addresses() {
        return LocalAddresses.all().stream()
                .filter(address -> address.indexOf('%') < 0 && !isWildcard(address))
                .toList();
    }

    private static boolean isWildcard(String address) {
        return address.equals("0.0.0.0") || address.equals("::");
    }
}
