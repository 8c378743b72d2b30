package dev.earshot.net.tls;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 hash of a certificate, by which people compare certificates. Its text has the form of {@code openssl x509
 * -fingerprint -sha256}: {@code 3A:F0:...}, 32 bytes. Immutable.
 *
 * @param text 64 digits in upper case, with a colon after every second one
 */
public record Fingerprint(String text) {
    private static final HexFormat FORMAT = HexFormat.ofDelimiter(":").withUpperCase();
    private static final int BYTES = 32;

    /** Returns the fingerprint of a certificate. */
    public static Fingerprint of(X509Certificate certificate) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return new Fingerprint(FORMAT.formatHex(sha256.digest(certificate.getEncoded())));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e); // every JDK has it, and the certificate has been read from its bytes
        }
    }

    /**
     * Reads a fingerprint: 64 hex digits, with or without colons or spaces, in any case.
     *
     * @throws Problem {@code problem.tls.pin}
     */
    public static Fingerprint parse(String typed) throws Problem {
        String digits = typed.replaceAll("(?i)sha-?256( fingerprint)?[:=]", "").replaceAll("[:\\s]", "");
        if (!digits.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
            throw new Problem("problem.tls.pin", 0, VisibleText.brief(typed));
        }
        return new Fingerprint(FORMAT.formatHex(HexFormat.of().parseHex(digits.toLowerCase(Locale.ROOT))));
    }

    @Override
    public String toString() {
        return text;
    }
}
