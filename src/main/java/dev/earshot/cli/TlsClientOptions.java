package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.tls.Fingerprint;
import dev.earshot.net.tls.TlsNames;
import dev.earshot.session.settings.ClientTlsConfig;
import dev.earshot.session.settings.ClientTlsKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** The command line options for what a client of TLS trusts, shows and asks for. */
final class TlsClientOptions {
    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "Trust servers whose certificate one of these has issued, instead of those that Java trusts.")
    private Path issuers;

    @Option(
            names = "--tls-pin",
            paramLabel = "SHA256",
            converter = ToFingerprint.class,
            description = "Accept the certificate with this fingerprint and no other, whatever it says.")
    private Fingerprint pin;

    @Option(
            names = "--tls-client-cert",
            paramLabel = "FILE",
            description = "Our own certificate and its key, PEM or PKCS #12, for servers that ask for one.")
    private Path certificate;

    @Option(
            names = "--sni",
            paramLabel = "NAME",
            converter = ToSni.class,
            description = "Ask for this name in place of the host's; the certificate may be for it.")
    private String sni = "";

    /**
     * Gives these options the values of a profile.
     *
     * @param option asks for TLS
     */
    static void fill(ProfileOptions options, String option, ClientTlsKeys keys) {
        if (options.get(keys.used())) {
            options.putIf(option, !options.isTyped(StartTlsOption.NAME));
            options.put("--tls-ca", keys.issuers());
            options.put("--tls-client-cert", keys.certificate());
            options.put("--sni", keys.sni());
            options.put("--alpn", keys.alpn());
        }
    }

    boolean areGiven() {
        return issuers != null || pin != null || certificate != null || !sni.isEmpty();
    }

    ClientTlsConfig config(List<String> alpn, TlsPassword password) throws Problem, IOException {
        return new ClientTlsConfig(issuers, pin, certificate, password.of(certificate, null), sni, alpn);
    }

    /** Converts the fingerprint of a certificate. */
    static final class ToFingerprint implements ITypeConverter<Fingerprint> {
        @Override
        public Fingerprint convert(String given) throws Problem {
            return Fingerprint.parse(given);
        }
    }

    /** Converts the name of a host to ask for. */
    static final class ToSni implements ITypeConverter<String> {
        @Override
        public String convert(String given) throws Problem {
            return TlsNames.parseSni(given);
        }
    }
}
