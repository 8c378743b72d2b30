package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.session.settings.ClientTlsConfig;
import dev.earshot.session.settings.ServerTlsConfig;
import dev.earshot.session.settings.TlsConfig;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line options for TLS of {@code relay}, each side of which is encrypted or not. */
final class RelayTls {
    @Option(
            names = "--tls-in",
            description = "Speak TLS 1.2 or 1.3 with the clients. --tls-cert and --tls-key imply it.")
    private boolean in;

    @Mixin
    private TlsServerOptions server;

    @Option(
            names = "--tls-out",
            description =
                    "Speak TLS 1.2 or 1.3 with the server. --tls-ca, --tls-pin, --tls-client-cert and --sni imply it.")
    private boolean out;

    @Mixin
    private TlsClientOptions client;

    @Option(
            names = "--alpn",
            paramLabel = "LIST",
            converter = AlpnOption.ToAlpn.class,
            description = "The application protocols to take and to offer, such as h2,http/1.1, the best first.")
    private AlpnOption alpn = AlpnOption.NONE;

    @Mixin
    private TlsPassword password;

    TlsConfig config() throws CommandFailure, Problem, IOException {
        boolean ofClients = in || server.areGiven();
        boolean ofServer = out || client.areGiven();
        if (alpn.isGiven() && !ofClients && !ofServer) {
            throw new CommandFailure("--alpn needs --tls-in or --tls-out.");
        }
        ServerTlsConfig accepting = ofClients ? server.config(null, alpn.names(), password) : null;
        ClientTlsConfig connecting = ofServer ? client.config(alpn.names(), password) : null;
        return new TlsConfig(accepting, connecting);
    }
}
