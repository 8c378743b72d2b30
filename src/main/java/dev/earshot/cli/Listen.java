package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.HalfClose;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.settings.ConnectionConfig;
import dev.earshot.session.settings.EndpointConfig;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.TcpServerConfig;
import dev.earshot.session.settings.TcpServerKind;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code earshot listen}, which listens on a TCP port. */
@Command(
        name = "listen",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Listen on a TCP port, print what happens, send what is typed.",
        footer = {
            "",
            "The first line is 'listening ADDRESS:PORT'. Then one line a row:",
            Footer.ROWS,
            "CLIENT is * in rows about no client.",
            "",
            "A typed line goes to all clients, '@ADDRESS:PORT text' to one of them;",
            "begin with @@ to send an @. It is sent as typed, without its line ending.",
            "Ctrl+C or SIGTERM ends the program; the end of input does not.",
            "",
            Footer.TEMPLATES
        })
final class Listen implements Callable<Integer>, ProfiledCommand {
    private final HostProcess host;

    @Parameters(
            paramLabel = "[ADDRESS:]PORT",
            converter = ArgumentConverters.ToListenAddress.class,
            description = "Where to listen: 8080 (on 127.0.0.1), 0.0.0.0:8080, [::1]:8080; port 0 is any free one.")
    private ListenAddress address;

    @Option(
            names = "--half-close",
            paramLabel = "SECONDS",
            converter = ToHalfClose.class,
            description = "Keep a client that has finished sending (FIN) for so long, while nothing waits to be sent to"
                    + " it; never: until you close it. Default: 60, or 3 after an automatic message.")
    private HalfClose halfClose = HalfClose.AUTOMATIC;

    @Mixin
    private ListenTls tls;

    @Mixin
    private StartTlsOption startTls;

    @Spec
    private CommandSpec spec;

    @Mixin
    private LimitOptions limits;

    @Mixin
    private SessionOptions options;

    Listen(HostProcess host) {
        this.host = host;
    }

    @Override
    public EndpointKind kind() {
        return TcpServerKind.KIND;
    }

    @Override
    public void fill(ProfileOptions options) {
        options.putPlace("[ADDRESS:]PORT", TcpServerKind.ADDRESS, TcpServerKind.PORT);
        options.put("--half-close", TcpServerKind.HALF_CLOSE);
        ListenTls.fill(options);
        LimitOptions.fill(options, TcpServerKind.LIMITS);
        TcpOptionArguments.fill(options, TcpServerKind.OPTIONS);
    }

    @Override
    public Integer call() throws CommandFailure, Problem, Output.NoReader, IOException {
        ConnectionConfig connections = new ConnectionConfig(tls.config(startTls), TcpOptionArguments.read(spec));
        EndpointConfig config = new TcpServerConfig(address, halfClose, connections, limits.limits());
        return options.run(config, startTls.targets(session -> new AllClients(session, true)), host);
    }

    /** Converts {@code auto}, {@code never} or seconds. */
    static final class ToHalfClose implements ITypeConverter<HalfClose> {
        @Override
        public HalfClose convert(String given) throws Problem {
            return HalfClose.parse(given);
        }
    }
}
