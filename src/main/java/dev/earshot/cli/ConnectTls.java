package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.session.settings.TlsConfig;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line options for TLS of {@code connect}. */
final class ConnectTls {
    @Option(names = "--tls", description = "Speak TLS 1.2 or 1.3; the other options for TLS imply it.")
    private boolean tls;

    @Mixin
    private TlsClientOptions client;

    @Option(
            names = "--alpn",
            paramLabel = "LIST",
            converter = AlpnOption.ToAlpn.class,
            description = AlpnOption.OF_CLIENT)
    private AlpnOption alpn = AlpnOption.NONE;

    @Mixin
    private TlsPassword password;

    /** Returns the configuration of a connection that is encrypted from its beginning, if an option asks for that. */
    TlsConfig config() throws Problem, IOException {
        return config(false);
    }

    /** Returns the configuration of a connection that begins plain if {@code --starttls} is given. */
    TlsConfig config(StartTlsOption startTls) throws CommandFailure, Problem, IOException {
        startTls.refuseWith(tls);
        return config(startTls.isGiven());
    }

    private TlsConfig config(boolean plain) throws Problem, IOException {
        boolean wanted = tls || client.areGiven() || alpn.isGiven();
        return new TlsConfig(null, client.config(alpn.names(), password), plain || !wanted); // rules can start it, too
    }
}
