package dev.earshot.net.tls;

import dev.earshot.codec.Problem;
import dev.earshot.files.RegularFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Reads a key and its certificates from files: PEM (RFC 7468), in one file or two, or PKCS #12 (RFC 7292). Reads files:
 * not for the EDT.
 */
public final class IdentityFile {
    /** The largest file that is read, in bytes: a long chain takes some kilobytes. */
    private static final int MOST_BYTES = 1 << 20;

    /** What a shell makes of {@code <(command)}. */
    private static final Path HANDED_OVER = Path.of("/dev/fd");

    private IdentityFile() {}

    /**
     * Reads an identity.
     *
     * @param certificate the file of the certificates, of everything if {@code key} is null
     * @param key the file of the key in PEM, or null
     * @param password of the key or the PKCS #12 file, may be empty
     * @throws Problem {@code problem.tls.*}: what is wrong with which file
     * @throws IOException if a file cannot be read
     */
    public static Identity read(Path certificate, Path key, Secret password) throws Problem, IOException {
        byte[] bytes = bytes(certificate);
        Identity read =
                isPem(bytes) ? readPem(certificate, bytes, key, password) : readStore(certificate, bytes, password);
        if (!belongTogether(read.key(), read.certificate().getPublicKey())) {
            throw problem("key.other", certificate);
        }
        return read;
    }

    /** Reads a file. A pipe that was handed to this process ends some time, others can block for ever. */
    static byte[] bytes(Path file) throws Problem, IOException {
        if (!file.startsWith(HANDED_OVER)) {
            RegularFile.require(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw problem("file.large", file);
            }
            return bytes;
        }
    }

    static boolean isPem(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    private static Identity readPem(Path file, byte[] bytes, Path keyFile, Secret password)
            throws Problem, IOException {
        PemFile certificates = PemFile.read(file, bytes, keyFile == null ? password : Secret.NONE, keyFile == null);
        PrivateKey key = keyFile == null
                ? certificates.key()
                : PemFile.read(keyFile, bytes(keyFile), password, true).key();
        if (certificates.certificates().isEmpty()) {
            throw problem("certificate.none", file);
        } else if (key == null) {
            throw problem("key.none", keyFile == null ? file : keyFile);
        }
        return new Identity(key, certificates.certificates());
    }

    private static Identity readStore(Path file, byte[] bytes, Secret password) throws Problem {
        char[] secret = password.copy();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), secret);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, secret);
                Certificate[] chain = store.getCertificateChain(alias);
                if (key instanceof PrivateKey own && chain != null && chain.length > 0) {
                    return new Identity(own, x509(chain));
                }
            }
            throw problem("key.none", file);
        } catch (IOException e) {
            boolean locked = e.getCause() instanceof UnrecoverableKeyException;
            throw problem(locked ? passwordKey(password) : "file.unknown", file);
        } catch (GeneralSecurityException e) {
            throw problem(passwordKey(password), file);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static List<X509Certificate> x509(Certificate[] chain) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate one : chain) {
            certificates.add((X509Certificate) one);
        }
        return certificates;
    }

    static String passwordKey(Secret given) {
        return given.isEmpty() ? "password.missing" : "password.wrong";
    }

    /** Whether what the private key signs is verified by the public key. */
    private static boolean belongTogether(PrivateKey own, PublicKey shown) {
        String algorithm = own.getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256with" + own.getAlgorithm();
        if (own.getAlgorithm().startsWith("Ed")) {
            algorithm = own.getAlgorithm();
        }
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(own);
            signature.update((byte) 1);
            byte[] signed = signature.sign();
            signature.initVerify(shown);
            signature.update((byte) 1);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    static Problem problem(String key, Path file) {
        return new Problem("problem.tls." + key, -1, file.toString());
    }
}
