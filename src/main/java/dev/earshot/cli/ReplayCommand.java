package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.net.ConnectOptions;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.udp.MulticastOptions;
import dev.earshot.send.KeptMessages;
import dev.earshot.send.ReplaySpeed;
import dev.earshot.session.Session;
import dev.earshot.session.settings.ConnectionConfig;
import dev.earshot.session.settings.EndpointConfig;
import dev.earshot.session.settings.TcpClientConfig;
import dev.earshot.session.settings.UdpConfig;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code earshot replay}, which sends one side of a kept conversation to a server again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Send one side of a kept conversation to a server again, byte for byte.",
        footer = {
            "",
            "The first line is 'connected HOST:PORT'. Then one line a row, as with connect:",
            Footer.ROWS,
            "",
            "After the last message our direction ends (FIN), and what the server sends is",
            "read on; the program ends when the conversation does, with --end-after, with",
            "Ctrl+C and with SIGTERM. Datagrams are sent as datagrams; then it ends with",
            "--end-after or a signal. Exit code 1: not everything was sent."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final int MOST_END_SECONDS = 86_400;

    private final HostProcess host;

    @Parameters(paramLabel = "FILE", description = "A capture, as show takes it.")
    private String file;

    @Option(
            names = "--from",
            paramLabel = "ADDRESS:PORT[#N]",
            description = "The conversation with this client or server, as 'show' names it; #2 is the second one with"
                    + " that address. Needed if there are several.")
    private String from;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "HOST:PORT",
            converter = ArgumentConverters.ToConnectAddress.class,
            description = "The server that gets it.")
    private ConnectAddress to;

    @Option(
            names = "--side",
            paramLabel = "SIDE",
            description = "Whose messages: client (default), the side that had connected, or server.")
    private Side side = Side.client;

    @Option(
            names = "--speed",
            paramLabel = "SPEED",
            converter = ToSpeed.class,
            description = "A factor: 1 (default) keeps the recorded times, 10 is ten times faster. max does not wait;"
                    + " step sends one message for each line of input (Enter).")
    private ReplaySpeed speed = ReplaySpeed.AS_KEPT;

    @Option(names = "--no-shutdown", description = "Keep our direction open after the last message.")
    private boolean noShutdown;

    @Option(
            names = "--end-after",
            paramLabel = "SECONDS",
            converter = ToEnd.class,
            description = "End so long after the last message, whatever the server does; 0 to 86400.")
    private Integer endMillis;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            converter = ConnectOptionGroup.ToMillis.class,
            description = "How long looking up the host and connecting may take, 0.1 to 600. Default: 10.")
    private int timeoutMillis = ConnectOptions.STANDARD.timeoutMillis();

    @Mixin
    private ConnectTls tls;

    @Mixin
    private LensOptions lensOptions;

    @Mixin
    private CaptureOptions captureOptions;

    /** The sides of a conversation; named as they are given. */
    @SuppressWarnings("checkstyle:ConstantName")
    enum Side {
        client,
        server
    }

    ReplayCommand(HostProcess host) {
        this.host = host;
    }

    @Override
    public Integer call() throws CommandFailure, Problem, Output.NoReader, IOException {
        Session source = SessionOpener.open(host, file, lensOptions.framing());
        try {
            KeptMessages kept =
                    new KeptMessages(source, new ConversationChoice(source, file).find(from), side == Side.client);
            EndpointConfig config = config(kept.peer().transport().isUdp());
            Session session = captureOptions.begin(host.folders(), lensOptions.framing());
            lensOptions.apply(session);
            RowLines lines = lensOptions.lines(session);
            SendTargets targets = config instanceof UdpConfig
                    ? new AnyUdpPeer(session, Optional.of(to))
                    : new SingleServer(session, !noShutdown);
            ReplayRun replay = new ReplayRun(session, targets, kept, speed, Optional.ofNullable(endMillis), host);
            return new EndpointRun(session, lines, lensOptions.filter(session), replay, host, captureOptions.quiet())
                    .run(config);
        } finally {
            source.close();
        }
    }

    private EndpointConfig config(boolean datagrams) throws Problem, IOException {
        if (datagrams) {
            return new UdpConfig(Udp.reaching(to), false, MulticastOptions.STANDARD, Optional.of(to));
        }
        return new TcpClientConfig(
                to, ConnectOptions.STANDARD.withTimeout(timeoutMillis), ConnectionConfig.of(tls.config()));
    }

    /** Converts a factor, {@code max} or {@code step}. */
    static final class ToSpeed implements ITypeConverter<ReplaySpeed> {
        @Override
        public ReplaySpeed convert(String given) throws Problem {
            return ReplaySpeed.parse(given);
        }
    }

    /** Converts seconds, which may have decimals, to milliseconds. */
    static final class ToEnd implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String given) throws Problem {
            double seconds = given.matches("[0-9]{1,5}(\\.[0-9]{1,3})?") ? Double.parseDouble(given) : -1;
            if (seconds < 0 || seconds > MOST_END_SECONDS) {
                throw new Problem("problem.replay.end", 0, given);
            }
            return (int) Math.round(seconds * 1000);
        }
    }
}
