package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.session.settings.ServerTlsConfig;
import dev.earshot.session.settings.ServerTlsKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The command line options for the certificate that clients are shown. */
final class TlsServerOptions {
    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description =
                    "The certificate to show to clients, PEM, or PKCS #12 with its key. Without it a self-signed one"
                            + " is made; its fingerprint is in the second line.")
    private Path certificate;

    @Option(names = "--tls-key", paramLabel = "FILE", description = "The private key, PEM, if it is in another file.")
    private Path key;

    /**
     * Gives these options the values of a profile.
     *
     * @param option asks for TLS
     */
    static void fill(ProfileOptions options, String option, ServerTlsKeys keys) {
        if (options.get(keys.used())) {
            options.putIf(option, !options.isTyped(StartTlsOption.NAME));
            options.put("--tls-cert", keys.certificate());
            options.put("--tls-key", keys.key());
            options.put("--alpn", keys.alpn());
        }
    }

    boolean areGiven() {
        return certificate != null || key != null;
    }

    ServerTlsConfig config(Path clientIssuers, List<String> alpn, TlsPassword password)
            throws CommandFailure, Problem, IOException {
        if (certificate == null && key != null) {
            throw new CommandFailure("--tls-key needs --tls-cert as well.");
        }
        return new ServerTlsConfig(certificate, key, password.of(certificate, key), clientIssuers, alpn);
    }
}
