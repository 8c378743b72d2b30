package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.session.settings.TlsConfig;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line options for TLS of {@code listen}. */
final class ListenTls {
    @Option(names = "--tls", description = "Speak TLS 1.2 or 1.3; the other options for TLS imply it.")
    private boolean tls;

    @Mixin
    private TlsServerOptions server;

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "Take only clients that show a certificate which one of these has issued.")
    private Path clientIssuers;

    @Option(
            names = "--alpn",
            paramLabel = "LIST",
            converter = AlpnOption.ToAlpn.class,
            description = AlpnOption.OF_SERVER)
    private AlpnOption alpn = AlpnOption.NONE;

    @Mixin
    private TlsPassword password;

    /** Gives these options the values of a profile. */
    static void fill(ProfileOptions options) {
        TlsServerOptions.fill(options, "--tls", TcpServerKind.TLS);
        if (options.get(TcpServerKind.TLS.used())) {
            options.put("--tls-ca", TcpServerKind.TLS.clientIssuers());
        }
    }

    /** Returns the configuration of connections that begin plain if {@code --starttls} is given. */
    TlsConfig config(StartTlsOption startTls) throws CommandFailure, Problem, IOException {
        startTls.refuseWith(tls);
        boolean wanted = tls || server.areGiven() || clientIssuers != null || alpn.isGiven();
        boolean onDemand = startTls.isGiven() || !wanted; // rules can start it, too
        return new TlsConfig(server.config(clientIssuers, alpn.names(), password), null, onDemand);
    }
}
