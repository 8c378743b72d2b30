package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.net.Relay;
import dev.earshot.net.address.Addresses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The relay: a TCP server that connects each of its clients to one target. */
public final class RelayKind implements EndpointKind {
    /** The only instance. */
    public static final EndpointKind KIND = new RelayKind();

    /** The longest delay in milliseconds. */
    public static final int MOST_MILLIS = 60_000;

    /** The address to listen on, as typed. */
    public static final SettingKey<String> ADDRESS = SettingKey.text("relay.address", "127.0.0.1");

    /** The port to listen on, as typed. */
    public static final SettingKey<String> PORT = SettingKey.text("relay.port", "8081");
    /** The host to connect to. */
    public static final SettingKey<String> HOST = SettingKey.text("relay.host", "127.0.0.1");

    /** The port to connect to. */
    public static final SettingKey<String> TARGET_PORT = SettingKey.text("relay.target.port", "8080");
    /** The longest time for connecting to the target, in seconds. */
    public static final SettingKey<Integer> TIMEOUT =
            SettingKey.number("relay.timeout", 10, 1, TcpClientKind.MOST_SECONDS);
    /** The delay of bytes on the way to the target, in milliseconds. */
    public static final SettingKey<Integer> DELAY_OUT = SettingKey.number("relay.delay.out", 0, 0, MOST_MILLIS);
    /** The delay of bytes on the way back, in milliseconds. */
    public static final SettingKey<Integer> DELAY_BACK = SettingKey.number("relay.delay.back", 0, 0, MOST_MILLIS);
    /** The number of bytes to the target after which both conversations are ended; 0 = no limit. */
    public static final SettingKey<Integer> CUT_OUT = SettingKey.number("relay.cut.out", 0, 0, Integer.MAX_VALUE);
    /** The number of bytes from the target after which both conversations are ended; 0 = no limit. */
    public static final SettingKey<Integer> CUT_BACK = SettingKey.number("relay.cut.back", 0, 0, Integer.MAX_VALUE);

    /** The TLS that clients speak. */
    public static final ServerTlsKeys TLS_IN = ServerTlsKeys.of("relay.tls.in");

    /** The TLS that the server speaks. */
    public static final ClientTlsKeys TLS_OUT = ClientTlsKeys.of("relay.tls.out");

    /** The limits that protect it from its clients. */
    public static final LimitKeys LIMITS = LimitKeys.of("relay.");

    /** The options that all kinds of TCP endpoints have. */
    public static final TcpOptionKeys OPTIONS = new TcpOptionKeys("relay.");

    private RelayKind() {}

    @Override
    public String id() {
        return Relay.KIND;
    }

    @Override
    public Optional<SettingKey<String>> portKey() {
        return Optional.of(PORT);
    }

    @Override
    public boolean forwards() {
        return true;
    }

    @Override
    public List<SettingKey<?>> keys() {
        return Stream.of(
                        List.of(ADDRESS, PORT, HOST, TARGET_PORT, TIMEOUT, DELAY_OUT, DELAY_BACK, CUT_OUT, CUT_BACK),
                        TLS_IN.all(),
                        TLS_OUT.all(),
                        LIMITS.all(),
                        OPTIONS.all())
                .<SettingKey<?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public String announcement(Event.Opened opened) {
        return "relaying " + Addresses.text(opened.local()) + " to " + opened.target();
    }

    @Override
    public Optional<EndpointConfig> config(Settings settings) throws Problem {
        return Optional.of(RelayConfig.of(settings));
    }
}
