package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.net.udp.MulticastGroup;
import dev.earshot.net.udp.MulticastOptions;
import dev.earshot.reply.Behaviour;
import dev.earshot.session.settings.EndpointConfig;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.UdpConfig;
import dev.earshot.session.settings.UdpKind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code earshot udp}, which receives and sends datagrams. */
@Command(
        name = "udp",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Receive datagrams, print what happens, send what is typed.",
        footer = {
            "",
            "The first line is 'receiving ADDRESS:PORT'. Then one line a row, and each",
            "datagram is a row:",
            Footer.ROWS,
            "CLIENT is who was heard of or called, or * where nobody is.",
            "",
            "A typed line goes to the target, or without one to everybody who is known;",
            "'@HOST:PORT text' goes to any address, also one for broadcast or of a group.",
            "Begin with @@ to send an @. It is sent without its line ending.",
            "Ctrl+C or SIGTERM ends the program; the end of input does not.",
            "",
            Footer.TEMPLATES
        })
final class Udp implements Callable<Integer>, ProfiledCommand {
    private static final String ANY_IPV4 = "0.0.0.0";
    private static final String ANY_IPV6 = "::";

    private final HostProcess host;

    @Parameters(
            paramLabel = "[ADDRESS:]PORT",
            converter = ToLocalPort.class,
            description = "Where to receive: 9000, 0.0.0.0:9000, [::]:9000; port 0 is any free one. PORT alone is on"
                    + " 127.0.0.1, and with another target or a group on 0.0.0.0.")
    private LocalPort local;

    @Option(
            names = "--to",
            paramLabel = "HOST:PORT",
            converter = ToTarget.class,
            description = "The target, to whom typed lines go: 10.0.0.8:9000, 255.255.255.255:9000, 239.1.2.3:9000.")
    private ConnectAddress target;

    @Option(
            names = "--group",
            paramLabel = "ADDRESS[@INTERFACE]",
            split = ",",
            converter = ToGroup.class,
            description = "Receive what is sent to this multicast group: 239.1.2.3, ff02::1@eth0. May be repeated.")
    private List<MulticastGroup> groups = List.of();

    @Option(
            names = "--interface",
            paramLabel = "INTERFACE",
            description = "Send to groups through this interface, its name or address.")
    private String through = "";

    @Option(
            names = "--ttl",
            paramLabel = "N",
            converter = ToHops.class,
            description = "How many networks a datagram to a group may cross, 0 to 255. Default: 1, the own one.")
    private int hops = MulticastOptions.STANDARD.hops();

    @Option(names = "--no-loopback", description = "Send to groups so that this computer does not get it too.")
    private boolean noLoopback;

    @Option(names = "--shared", description = "Let other programs receive on the port as well.")
    private boolean shared;

    @Option(
            names = "--answer-more",
            description = "Let automatic replies be longer or more than what they answer. Otherwise a peer that is not"
                    + " on this computer and that you have not sent to gets no more than came from it, because its"
                    + " address may be forged to have somebody flooded. Groups and broadcast get nothing at all.")
    private boolean answersMore;

    @Mixin
    private SessionOptions options;

    /** @param portOnly whether no address was given */
    private record LocalPort(ListenAddress address, boolean portOnly) {}

    Udp(HostProcess host) {
        this.host = host;
    }

    @Override
    public EndpointKind kind() {
        return UdpKind.KIND;
    }

    @Override
    public void fill(ProfileOptions options) {
        options.putPlace("[ADDRESS:]PORT", UdpKind.ADDRESS, UdpKind.PORT);
        options.put("--to", UdpKind.TARGET);
        String groups = options.get(UdpKind.GROUPS).strip().replaceAll("[\\s,;]+", ",");
        if (!groups.isEmpty()) {
            options.put("--group", groups);
        }
        options.put("--interface", UdpKind.INTERFACE);
        options.put("--ttl", UdpKind.HOPS);
        options.putIf("--no-loopback", !options.get(UdpKind.LOOPBACK));
        options.putIf("--shared", options.get(UdpKind.SHARED));
        options.putIf("--answer-more", options.behaviour().allowsAmplification());
    }

    @Override
    public Integer call() throws CommandFailure, Problem, Output.NoReader, IOException {
        Optional<ConnectAddress> to = Optional.ofNullable(target);
        MulticastOptions multicast = new MulticastOptions(groups, through, hops, !noLoopback);
        EndpointConfig config = new UdpConfig(address(), shared, multicast, to);
        return options.run(config, session -> new AnyUdpPeer(session, to), behaviour(), host);
    }

    /** Returns the automatic replies that were asked for, and their limit. */
    Behaviour behaviour() {
        return options.behaviour().withAmplification(answersMore);
    }

    /** Returns the address to receive at. It is not 127.0.0.1 by itself if other computers are to be reached. */
    private ListenAddress address() throws Problem {
        if (!local.portOnly || (target == null || isLocal(target)) && groups.isEmpty()) {
            return local.address;
        }
        boolean ipv6 = target != null && target.host().indexOf(':') >= 0
                || groups.stream().anyMatch(group -> group.text().indexOf(':') >= 0);
        return ListenAddress.parse(ipv6 ? ANY_IPV6 : ANY_IPV4, Integer.toString(local.address.port()));
    }

    /** Returns the address with any free port from which a target can be reached. */
    static ListenAddress reaching(ConnectAddress target) throws Problem {
        boolean ipv6 = target.host().indexOf(':') >= 0;
        return isLocal(target) ? ListenAddress.parse("0") : ListenAddress.parse(ipv6 ? ANY_IPV6 : ANY_IPV4, "0");
    }

    private static boolean isLocal(ConnectAddress target) {
        return target.host().equals("localhost") || target.host().startsWith("127.");
    }

    /** Converts {@code [ADDRESS:]PORT}. */
    static final class ToLocalPort implements ITypeConverter<LocalPort> {
        @Override
        public LocalPort convert(String given) throws Problem {
            return new LocalPort(ListenAddress.parse(given), given.indexOf(':') < 0);
        }
    }

    /** Converts {@code HOST:PORT}, also of a group or for broadcast. */
    static final class ToTarget implements ITypeConverter<ConnectAddress> {
        @Override
        public ConnectAddress convert(String given) throws Problem {
            return ConnectAddress.parseForDatagrams(given);
        }
    }

    /** Converts {@code ADDRESS[@INTERFACE]}. */
    static final class ToGroup implements ITypeConverter<MulticastGroup> {
        @Override
        public MulticastGroup convert(String given) throws Problem {
            return MulticastGroup.parse(given);
        }
    }

    /** Converts a number from 0 to 255. */
    static final class ToHops implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String given) throws Problem {
            return WholeNumber.parse(given, 0, MulticastOptions.MOST_HOPS);
        }
    }
}
