package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.tls.CertificateFile;
import dev.earshot.net.tls.Identity;
import dev.earshot.net.tls.IdentityFile;
import dev.earshot.net.tls.Secret;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

/** Reads the files of certificates and keys for TLS, and says what is wrong with them. Not for the EDT. */
public final class TlsFiles {
    private TlsFiles() {}

    /**
     * Reads a key and its certificates.
     *
     * @param key the file of the key, or null if it is with the certificate
     * @throws Problem {@code problem.tls.*} or {@code problem.file.*}
     */
    public static Identity identity(Path certificate, Path key, Secret password) throws Problem {
        try {
            return IdentityFile.read(certificate, key, password);
        } catch (IOException e) {
            boolean ofKey = key != null
                    && e instanceof FileSystemException named
                    && key.toString().equals(named.getFile());
            throw FileProblem.of("problem.open", ofKey ? key : certificate, e);
        }
    }

    /**
     * Reads the path of a file that a person has typed; null for an empty text.
     *
     * @throws Problem {@code problem.tls.path}
     */
    public static Path path(String typed) throws Problem {
        try {
            return typed.isBlank() ? null : Path.of(typed.strip());
        } catch (InvalidPathException e) {
            throw new Problem("problem.tls.path", 0, VisibleText.brief(typed));
        }
    }

    /** Reads the certificates to trust; none if the file is null. */
    static List<X509Certificate> certificates(Path file) throws Problem {
        try {
            return file == null ? List.of() : CertificateFile.read(file);
        } catch (IOException e) {
            throw FileProblem.of("problem.open", file, e);
        }
    }
}
