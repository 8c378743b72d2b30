package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.session.Session;
import dev.earshot.session.TlsConfig;
import java.io.IOException;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line options for TLS of {@code connect}. */
final class ConnectTls {
    @Option(names = "--tls", description = "Speak TLS 1.2 or 1.3; the other options for TLS imply it.")
    private boolean tls;

    @Mixin
    private StartTlsOption startTls;

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

    /** Lets typed lines start TLS, if that is asked for. */
    Function<Session, SendTargets> targets(Function<Session, SendTargets> plain) {
        return startTls.targets(plain);
    }

    TlsConfig config() throws CommandFailure, Problem, IOException {
        startTls.refuseWith(tls);
        boolean wanted = tls || client.areGiven() || alpn.isGiven();
        boolean onDemand = startTls.isGiven() || !wanted; // rules can start it, too
        return new TlsConfig(null, client.config(alpn.names(), password), onDemand);
    }
}
