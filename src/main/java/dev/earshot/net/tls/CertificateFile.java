package dev.earshot.net.tls;

import dev.earshot.codec.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** Reads the certificates to trust from a file, PEM or DER. Reads files: not for the EDT. */
public final class CertificateFile {
    private CertificateFile() {}

    /**
     * Reads all certificates of a file.
     *
     * @throws Problem {@code problem.tls.certificate.none} if it has none
     * @throws IOException if it cannot be read
     */
    public static List<X509Certificate> read(Path file) throws Problem, IOException {
        try {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(IdentityFile.bytes(file)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        } catch (CertificateException e) {
            // the same as a file with none
        }
        throw IdentityFile.problem("certificate.none", file);
    }
}
