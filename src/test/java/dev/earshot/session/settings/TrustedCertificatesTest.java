package dev.earshot.session.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.tls.Fingerprint;
import dev.earshot.net.tls.Secret;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what is remembered of servers whose certificates were accepted by a person. */
class TrustedCertificatesTest {
    private static final ConnectAddress BOILER = new ConnectAddress("boiler.example", 8443);
    private static final String DIGITS = "3AF0".repeat(16);

    @TempDir
    private Path folder;

    private Settings settings;
    private Fingerprint fingerprint;

    @BeforeEach
    void open() throws Problem {
        settings = new Settings(folder.resolve("settings.properties"));
        fingerprint = Fingerprint.parse(DIGITS);
    }

    @Test
    void aCertificateIsRememberedForOneHostAndPortInAllTabsAndRuns() {
        new TrustedCertificates(settings.tab(2)).put(BOILER, fingerprint);
        settings.save();
        TrustedCertificates later = new TrustedCertificates(new Settings(folder.resolve("settings.properties")));
        assertThat(later.of(BOILER)).isEqualTo(fingerprint);
        assertThat(later.of(new ConnectAddress("boiler.example", 8444))).isNull();
        later.put(BOILER, null);
        assertThat(later.of(BOILER)).isNull();
    }

    @Test
    void whatIsNoFingerprintInTheFileTrustsNothing() {
        settings.put(SettingKey.text("trusted." + BOILER.text(), ""), "all of them");
        assertThat(new TrustedCertificates(settings).of(BOILER)).isNull();
    }

    @Test
    void onlyProblemsAboutACertificateOfAServerOfferToTrustIt() {
        Problem untrusted = new Problem(
                "problem.tls.certificate.untrusted", -1, BOILER.text(), fingerprint.text(), "CN=boiler", "2027-01-01");
        assertThat(TrustedCertificates.refused(untrusted)).isEqualTo(fingerprint);
        assertThat(TrustedCertificates.refused(new Problem("problem.tls.certificate.none", -1, "/cert.pem")))
                .isNull();
        assertThat(TrustedCertificates.refused(
                        new Problem("problem.tls.certificate.missing", -1, "127.0.0.1:1", "Empty chain")))
                .isNull();
        assertThat(TrustedCertificates.refused(null)).isNull();
    }

    @Test
    void theClientOfTheSettingsAcceptsTheRememberedCertificateOnly() throws Problem {
        settings.put(TcpClientKind.HOST, BOILER.host());
        settings.put(TcpClientKind.PORT, "8443");
        assertThat(TcpClientConfig.of(settings).connections().tls().isEncrypted())
                .isFalse();
        settings.put(TcpClientKind.TLS.used(), true);
        assertThat(TcpClientConfig.of(settings).connections().tls().connecting().pin())
                .isNull();
        new TrustedCertificates(settings).put(BOILER, fingerprint);
        assertThat(TcpClientConfig.of(settings).connections().tls().connecting().pin())
                .isEqualTo(fingerprint);
    }

    @Test
    void aTypedPasswordIsInNoText() throws Problem {
        settings.put(TcpServerKind.TLS.used(), true);
        settings.put(TcpServerKind.TLS.certificate(), "/keys/boiler.p12");
        settings.passwords().put("/keys/boiler.p12", new Secret("s3cret".toCharArray()));
        TcpServerConfig config = TcpServerConfig.of(settings);
        assertThat(config.connections().tls().accepting().password().isEmpty()).isFalse();
        assertThat(config.toString()).contains("/keys/boiler.p12").doesNotContain("s3cret");
    }
}
