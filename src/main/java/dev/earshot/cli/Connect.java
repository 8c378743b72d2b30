package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.session.settings.ConnectionConfig;
import dev.earshot.session.settings.EndpointConfig;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.TcpClientConfig;
import dev.earshot.session.settings.TcpClientKind;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code earshot connect}, which connects to a TCP server. */
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Connect to a TCP server, print what happens, send what is typed.",
        footer = {
            "",
            "The first line is 'connected HOST:PORT'; with --reconnect it is",
            "'connecting HOST:PORT' where that has failed. Then one line a row, in which",
            "CLIENT is the server's address, or * where nobody is:",
            Footer.ROWS,
            "",
            "A typed line is sent as it is, without its line ending: LF or CR LF ends it,",
            "and --eol adds another, so that piped lines are not sent as one.",
            "The end of input ends our direction (FIN) behind the last line, as with ncat;",
            "what the server sends is read on. With --no-shutdown or --reconnect it ends",
            "nothing. The program ends when the conversation does, unless --reconnect is",
            "given, with Ctrl+C and with SIGTERM. Exit code 1: it could not connect.",
            "",
            Footer.TEMPLATES
        })
final class Connect implements Callable<Integer>, ProfiledCommand {
    private final HostProcess host;

    @Parameters(
            paramLabel = "HOST:PORT",
            converter = ArgumentConverters.ToConnectAddress.class,
            description = "The server: example.com:80, 10.0.0.8:502, [::1]:8080.")
    private ConnectAddress target;

    @Mixin
    private ConnectOptionGroup connecting;

    @Spec
    private CommandSpec spec;

    @Option(names = "--reconnect", description = "Connect again, after a growing pause, when it failed or was ended.")
    private boolean reconnect;

    @Option(names = "--no-shutdown", description = "Keep our direction open when the input has ended.")
    private boolean noShutdown;

    @Mixin
    private ConnectTls tls;

    @Mixin
    private StartTlsOption startTls;

    @Mixin
    private SessionOptions options;

    Connect(HostProcess host) {
        this.host = host;
    }

    @Override
    public EndpointKind kind() {
        return TcpClientKind.KIND;
    }

    @Override
    public void fill(ProfileOptions options) {
        options.putPlace("HOST:PORT", TcpClientKind.HOST, TcpClientKind.PORT);
        ConnectOptionGroup.fill(options);
        options.putIf("--reconnect", options.get(TcpClientKind.RECONNECT));
        TcpOptionArguments.fill(options, TcpClientKind.OPTIONS);
        TlsClientOptions.fill(options, "--tls", TcpClientKind.TLS);
    }

    @Override
    public Integer call() throws CommandFailure, Problem, Output.NoReader, IOException {
        ConnectionConfig connections = new ConnectionConfig(tls.config(startTls), TcpOptionArguments.read(spec));
        EndpointConfig config = new TcpClientConfig(target, connecting.options(reconnect), connections);
        boolean finishes = !noShutdown && !reconnect;
        return options.run(config, startTls.targets(session -> new SingleServer(session, finishes)), host);
    }
}
