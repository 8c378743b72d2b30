package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.Fingerprint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps, for each server, the fingerprint of the certificate that the user has accepted, in the settings of the whole
 * program. Any thread.
 */
public record TrustedCertificates(Settings settings) {
    private static final Logger log = LoggerFactory.getLogger(TrustedCertificates.class);

    /** The beginning of the keys of problems about a certificate that can be trusted all the same. */
    private static final String REFUSED = "problem.tls.certificate.";

    /** The index of the fingerprint in the arguments of such a problem. */
    private static final int FINGERPRINT = 1;

    private static SettingKey<String> key(ConnectAddress server) {
        return SettingKey.text("trusted." + server.text(), "");
    }

    /** Returns the fingerprint of the only certificate to accept from this server; null for all that are trusted. */
    public Fingerprint of(ConnectAddress server) {
        String text = settings.get(key(server));
        try {
            return text.isBlank() ? null : Fingerprint.parse(text);
        } catch (Problem e) {
            log.warn("The setting of the certificate of {} is not understood: {}", server, text);
            return null;
        }
    }

    /** Accepts this certificate of this server and no other from now on; null: those that are trusted anyway. */
    public void put(ConnectAddress server, Fingerprint certificate) {
        if (certificate == null) {
            settings.remove(key(server));
        } else {
            settings.put(key(server), certificate.text());
        }
    }

    /** Accepts the certificate that a problem is about, if it is about one that this server has shown. */
    public void accept(ConnectAddress server, Problem problem) {
        Fingerprint refused = refused(problem);
        if (refused != null) {
            put(server, refused);
        }
    }

    /**
     * Returns the fingerprint of the certificate that a problem is about; null if it is about none that can be trusted.
     */
    public static Fingerprint refused(Problem problem) {
        if (problem == null
                || !problem.key().startsWith(REFUSED)
                || problem.arguments().size() <= FINGERPRINT) {
            return null;
        }
        try {
            return Fingerprint.parse(String.valueOf(problem.arguments().get(FINGERPRINT)));
        } catch (Problem e) {
            return null; // a certificate of a client, or of a file
        }
    }
}
