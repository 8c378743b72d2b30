package dev.earshot.net.tls;

import dev.earshot.net.tls.CertificateRefusal.Why;
import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Decides whether a client accepts a server's certificate. It must be the one with the given fingerprint and no other,
 * or else what the JDK's checks of chain, dates and name accept. Its refusals are {@link CertificateRefusal}. There is
 * no way to accept any certificate.
 */
final class ServerTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager checks;
    private final Fingerprint pin;

    /** @param pin the fingerprint of the only certificate to accept, or null */
    ServerTrust(X509ExtendedTrustManager checks, Fingerprint pin) {
        this.checks = checks;
        this.pin = pin;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        X509Certificate own = chain[0];
        if (pin != null) {
            if (!pin.equals(Fingerprint.of(own))) {
                throw new CertificateRefusal(Why.PIN, own);
            }
            return;
        }
        checkDates(own);
        checkIssuer(chain, type);
        try {
            checks.checkServerTrusted(chain, type, socket);
        } catch (CertificateException e) {
            throw new CertificateRefusal(Why.NAME, own); // all else was right
        }
    }

    private static void checkDates(X509Certificate own) throws CertificateRefusal {
        try {
            own.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new CertificateRefusal(Why.EXPIRED, own);
        } catch (CertificateNotYetValidException e) {
            throw new CertificateRefusal(Why.NOT_YET, own);
        }
    }

    private void checkIssuer(X509Certificate[] chain, String type) throws CertificateRefusal {
        try {
            checks.checkServerTrusted(chain, type);
        } catch (CertificateException e) {
            throw new CertificateRefusal(Why.UNTRUSTED, chain[0]);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("no host to check");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("no host to check");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("not a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return checks.getAcceptedIssuers();
    }
}
