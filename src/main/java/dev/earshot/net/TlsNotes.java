package dev.earshot.net;

import dev.earshot.net.tls.Fingerprint;
import dev.earshot.net.tls.TlsFacts;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Date;

/** Makes the notes about encrypted connections. */
final class TlsNotes {
    private TlsNotes() {}

    /** Reports our own certificate, if we show one to everybody, and keys that others can read. */
    static void keys(TlsSides sides, EventSink sink) {
        if (sides.accepting() != null) {
            X509Certificate own = sides.accepting().certificate();
            sink.on(TlsNote.TLS_OWN_CERTIFICATE.note(
                    subject(own), lastDay(own), Fingerprint.of(own).text()));
            if (!isValidNow(own)) {
                sink.on(TlsNote.TLS_OWN_INVALID.note(day(own.getNotBefore()), lastDay(own)));
            }
        }
        sides.readableKeys().forEach(file -> sink.on(TlsNote.TLS_KEY_READABLE.note(file)));
    }

    /** Reports what was agreed on with a peer, and its certificate if it has shown one. */
    static void report(TlsFacts facts, Peer peer, EventSink sink) {
        sink.on(TlsNote.TLS_ESTABLISHED.about(peer, facts.session()));
        X509Certificate shown = facts.peer();
        if (shown != null) {
            String issuer = shown.getIssuerX500Principal().getName();
            sink.on(TlsNote.TLS_PEER_CERTIFICATE.about(
                    peer,
                    subject(shown),
                    issuer,
                    lastDay(shown),
                    Fingerprint.of(shown).text()));
        }
    }

    private static boolean isValidNow(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException e) {
            return false;
        }
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    /** Returns the last day on which a certificate is valid, in UTC, such as {@code 2027-01-31}. */
    private static String lastDay(X509Certificate certificate) {
        return day(certificate.getNotAfter());
    }

    private static String day(Date date) {
        return date.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
