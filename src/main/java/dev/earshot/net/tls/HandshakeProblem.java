package dev.earshot.net.tls;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import java.io.EOFException;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Says in words why a handshake failed. The JDK has no types for the reasons but its sentences, and those of alerts
 * (RFC 8446, section 6.2).
 */
public final class HandshakeProblem {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String ALERT = "Received fatal alert: ";

    /** The alerts of the other side that have words of their own. */
    private static final Map<String, String> ALERTS = Map.ofEntries(
            Map.entry("unknown_ca", "distrusted"),
            Map.entry("bad_certificate", "distrusted"),
            Map.entry("certificate_unknown", "distrusted"),
            Map.entry("certificate_expired", "distrusted"),
            Map.entry("unsupported_certificate", "distrusted"),
            Map.entry("certificate_required", "wants.certificate"),
            Map.entry("protocol_version", "protocol"),
            Map.entry("no_application_protocol", "alpn"),
            Map.entry("unrecognized_name", "sni"));

    /** Parts of the JDK's sentences about what it did not accept itself. */
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("plaintext connection", "plain"),
            Map.entry("Unsupported or unrecognized SSL message", "plain"),
            Map.entry("are not accepted by server preferences", "protocol"),
            Map.entry("is not enabled or supported in server context", "protocol"),
            Map.entry("is not enabled or not supported by the client", "protocol"),
            Map.entry("is not accepted by client preferences", "protocol"),
            Map.entry("no cipher suites in common", "cipher"),
            Map.entry("Empty client certificate chain", "certificate.missing"),
            Map.entry("No matching application layer protocol", "alpn"),
            Map.entry("terminated the handshake", "ended"),
            Map.entry("Connection reset", "reset"),
            Map.entry("Broken pipe", "reset"));

    private HandshakeProblem() {}

    /**
     * Returns the problem {@code problem.tls.*} that explains a failure.
     *
     * @param peer the other side's address or host
     * @param server whether we are the server
     */
    public static Problem of(String peer, boolean server, IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateRefusal refused) {
                return refused(peer, refused);
            }
        }
        String words = words(failure);
        String key = key(words, failure);
        if (key.equals("other") && server && words.contains("PKIX path")) {
            key = "certificate.refused";
        }
        if (key.equals("reset")) {
            // A client that does not trust us mostly says so and resets; the reset can overtake what it says.
            key = server ? "reset" : "ended";
        }
        boolean ofSides = key.equals("plain") || key.equals("protocol");
        return problem(ofSides ? key + (server ? ".client" : ".server") : key, peer, words);
    }

    /** Returns the problem of a side that did not finish the handshake within these seconds. */
    public static Problem silent(String peer, long seconds) {
        return problem("silent", peer, Long.toString(seconds));
    }

    private static String key(String words, IOException failure) {
        int alert = words.indexOf(ALERT);
        if (alert >= 0) {
            return ALERTS.getOrDefault(words.substring(alert + ALERT.length()).strip(), "alert");
        }
        if (failure instanceof EOFException) {
            return "ended";
        }
        return SENTENCES.entrySet().stream()
                .filter(sentence -> words.contains(sentence.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other");
    }

    private static Problem refused(String peer, CertificateRefusal refused) {
        String key = "problem.tls.certificate."
                + refused.why().name().toLowerCase(Locale.ROOT).replace('_', '.');
        String subject =
                VisibleText.of(refused.certificate().getSubjectX500Principal().getName());
        return new Problem(
                key,
                -1,
                peer,
                Fingerprint.of(refused.certificate()).text(),
                subject,
                DAY.format(refused.date().toInstant()));
    }

    private static String words(IOException failure) {
        String message = failure.getMessage();
        String text = message == null ? failure.getClass().getSimpleName() : message;
        return VisibleText.of(text);
    }

    private static Problem problem(String key, String peer, String detail) {
        return new Problem("problem.tls." + key, -1, peer, detail);
    }
}
