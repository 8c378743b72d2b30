package dev.earshot.net.tls;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Date;

/** Thrown when a server's certificate is not accepted; holds the certificate and the reason. */
final class CertificateRefusal extends CertificateException {
    /** The reasons; their names in lower case are keys of words. */
    enum Why {
        /** Another certificate was asked for by its fingerprint. */
        PIN,
        EXPIRED,
        NOT_YET,
        /** It, or its issuer, is not known. */
        UNTRUSTED,
        /** It is for other names than the host's. */
        NAME
    }

    private final transient X509Certificate certificate;
    private final Why why;

    CertificateRefusal(Why why, X509Certificate certificate) {
        super(why.name());
        this.why = why;
        this.certificate = certificate;
    }

    Why why() {
        return why;
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** The date from which, or until which, the certificate is valid. */
    Date date() {
        return why == Why.NOT_YET ? certificate.getNotBefore() : certificate.getNotAfter();
    }
}
