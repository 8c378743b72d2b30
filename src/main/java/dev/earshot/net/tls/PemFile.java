package dev.earshot.net.tls;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.bc.BcPEMDecryptorProvider;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;

/**
 * The certificates and the key of a PEM file (RFC 7468). The key is in PKCS #8, encrypted or not, or in an older form
 * of OpenSSL. The JDK reads no PEM keys but PKCS #8, and none that is encrypted.
 *
 * @param certificates in the order of the file
 * @param key the first key, or null
 */
record PemFile(List<X509Certificate> certificates, PrivateKey key) {

    /**
     * Reads the parts of a file.
     *
     * @param withKey whether a key is read too
     * @throws Problem {@code problem.tls.file.unknown}, {@code password.missing} or {@code password.wrong}
     */
    static PemFile read(Path file, byte[] bytes, Secret password, boolean withKey) throws Problem {
        List<X509Certificate> certificates = new ArrayList<>();
        PrivateKey key = null;
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof X509CertificateHolder holder) {
                    certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                } else if (withKey && key == null) {
                    key = key(part, file, password);
                }
            }
            return new PemFile(List.copyOf(certificates), key);
        } catch (IOException | CertificateException | RuntimeException e) {
            throw IdentityFile.problem("file.unknown", file);
        }
    }

    /** Returns the key of a part, or null if the part is something else. */
    private static PrivateKey key(Object part, Path file, Secret password) throws IOException, Problem {
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        if (part instanceof PEMKeyPair pair) {
            return converter.getPrivateKey(pair.getPrivateKeyInfo());
        } else if (part instanceof PrivateKeyInfo info) {
            return converter.getPrivateKey(info);
        }
        boolean encrypted = part instanceof PKCS8EncryptedPrivateKeyInfo || part instanceof PEMEncryptedKeyPair;
        return encrypted ? converter.getPrivateKey(decrypted(part, file, password)) : null;
    }

    private static PrivateKeyInfo decrypted(Object part, Path file, Secret password) throws IOException, Problem {
        if (password.isEmpty()) {
            throw IdentityFile.problem("password.missing", file);
        }
        char[] secret = password.copy();
        try {
            if (part instanceof PKCS8EncryptedPrivateKeyInfo info) {
                return EncryptedKey.decrypt(info, secret);
            }
            PEMEncryptedKeyPair pair = (PEMEncryptedKeyPair) part;
            return pair.decryptKeyPair(new BcPEMDecryptorProvider(secret)).getPrivateKeyInfo();
        } catch (GeneralSecurityException | PEMException e) {
            throw IdentityFile.problem("password.wrong", file);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }
}
