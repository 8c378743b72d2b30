package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;
import dev.earshot.net.RelayOptions;
import dev.earshot.net.RelayOptions.Path;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.settings.ConnectionConfig;
import dev.earshot.session.settings.EndpointConfig;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.RelayConfig;
import dev.earshot.session.settings.RelayKind;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code earshot relay}, which passes TCP connections on to a server. */
@Command(
        name = "relay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Listen on a TCP port, connect each client to a server, print what goes between them.",
        footer = {
            "",
            "The first line is 'relaying ADDRESS:PORT to HOST:PORT'. Then one line a row:",
            Footer.ROWS,
            "CLIENT is a client or, where it is the server's address, the other side of one;",
            "* in rows about neither. What is passed on has the mark >>.",
            "",
            "'@ADDRESS:PORT text' sends a typed text to one side, also the server's address:",
            "then to it in every conversation. It is sent without its line ending.",
            "Ctrl+C or SIGTERM ends the program; the end of input does not.",
            "",
            Footer.TEMPLATES
        })
final class Relay implements Callable<Integer>, ProfiledCommand {
    private static final int MOST_MILLIS = 600_000;
    private static final int MOST_BYTES = 999_999_999;

    private final HostProcess host;

    @Parameters(
            index = "0",
            paramLabel = "[ADDRESS:]PORT",
            converter = ArgumentConverters.ToListenAddress.class,
            description = "Where to listen: 8080 (on 127.0.0.1), 0.0.0.0:8080, [::1]:8080; port 0 is any free one.")
    private ListenAddress address;

    @Parameters(
            index = "1",
            paramLabel = "HOST:PORT",
            converter = ArgumentConverters.ToConnectAddress.class,
            description = "The server: example.com:80, 10.0.0.8:502, [::1]:8080.")
    private ConnectAddress target;

    @Mixin
    private ConnectOptionGroup connecting;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--delay",
            paramLabel = "MS[,MS]",
            converter = ToDelays.class,
            description = "Pass on everything so much later: in both directions, or to the server,to the client.")
    private PerDirection delay = PerDirection.NONE;

    @Option(
            names = "--cut",
            paramLabel = "BYTES[,BYTES]",
            converter = ToCuts.class,
            description = "End both conversations after so many bytes of one direction, counted likewise; 0: never.")
    private PerDirection cut = PerDirection.NONE;

    @Mixin
    private RelayTls tls;

    @Mixin
    private LimitOptions limits;

    @Mixin
    private SessionOptions options;

    /** A number for each direction. */
    private record PerDirection(int toServer, int toClient) {
        static final PerDirection NONE = new PerDirection(0, 0);

        static PerDirection of(String given, int most) throws Problem {
            String[] parts = given.split(",", 2);
            int first = WholeNumber.parse(parts[0], 0, most);
            return new PerDirection(first, parts.length == 1 ? first : WholeNumber.parse(parts[1], 0, most));
        }
    }

    Relay(HostProcess host) {
        this.host = host;
    }

    @Override
    public EndpointKind kind() {
        return RelayKind.KIND;
    }

    @Override
    public void fill(ProfileOptions options) {
        options.putPlace("[ADDRESS:]PORT", RelayKind.ADDRESS, RelayKind.PORT);
        options.putPlace("HOST:PORT", RelayKind.HOST, RelayKind.TARGET_PORT);
        options.put("--timeout", RelayKind.TIMEOUT);
        options.put("--delay", options.get(RelayKind.DELAY_OUT) + "," + options.get(RelayKind.DELAY_BACK));
        options.put("--cut", options.get(RelayKind.CUT_OUT) + "," + options.get(RelayKind.CUT_BACK));
        TlsServerOptions.fill(options, "--tls-in", RelayKind.TLS_IN);
        TlsClientOptions.fill(options, "--tls-out", RelayKind.TLS_OUT);
        LimitOptions.fill(options, RelayKind.LIMITS);
        TcpOptionArguments.fill(options, RelayKind.OPTIONS);
    }

    @Override
    public Integer call() throws CommandFailure, Problem, Output.NoReader, IOException {
        RelayOptions relayOptions = new RelayOptions(
                connecting.options(false),
                new Path(delay.toServer, cut.toServer),
                new Path(delay.toClient, cut.toClient),
                RelayOptions.STANDARD.mostClients());
        ConnectionConfig connections = new ConnectionConfig(tls.config(), TcpOptionArguments.read(spec));
        EndpointConfig config = new RelayConfig(address, target, relayOptions, connections, limits.limits());
        return options.run(config, session -> new AllClients(session, false), host);
    }

    /** Converts milliseconds, for both directions or for each. */
    static final class ToDelays implements ITypeConverter<PerDirection> {
        @Override
        public PerDirection convert(String given) throws Problem {
            return PerDirection.of(given, MOST_MILLIS);
        }
    }

    /** Converts bytes, for both directions or for each. */
    static final class ToCuts implements ITypeConverter<PerDirection> {
        @Override
        public PerDirection convert(String given) throws Problem {
            return PerDirection.of(given, MOST_BYTES);
        }
    }
}
