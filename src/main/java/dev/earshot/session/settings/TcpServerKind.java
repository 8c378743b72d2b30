package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.net.HalfClose;
import dev.earshot.net.TcpServer;
import dev.earshot.net.address.Addresses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The TCP server: any number of clients on one listening address. */
public final class TcpServerKind implements EndpointKind {
    /** The only instance. */
    public static final EndpointKind KIND = new TcpServerKind();

    /** The address to listen on, as typed. */
    public static final SettingKey<String> ADDRESS = SettingKey.text("address", "127.0.0.1");

    /** The port to listen on, as typed. */
    public static final SettingKey<String> PORT = SettingKey.text("port", "8080");

    /** The time that a client that has finished sending is kept: {@code auto}, {@code never} or seconds. */
    public static final SettingKey<HalfClose> HALF_CLOSE = SettingKey.halfClose("half.close", HalfClose.AUTOMATIC);

    /** The TLS that clients speak. */
    public static final ServerTlsKeys TLS = ServerTlsKeys.of("tls");

    /** The limits that protect it from its clients. */
    public static final LimitKeys LIMITS = LimitKeys.of("server.");

    /** The options that all kinds of TCP endpoints have. */
    public static final TcpOptionKeys OPTIONS = new TcpOptionKeys("server.");

    private TcpServerKind() {}

    @Override
    public String id() {
        return TcpServer.KIND;
    }

    @Override
    public Optional<SettingKey<String>> portKey() {
        return Optional.of(PORT);
    }

    @Override
    public List<SettingKey<?>> keys() {
        return Stream.of(List.of(ADDRESS, PORT, HALF_CLOSE), TLS.all(), LIMITS.all(), OPTIONS.all())
                .<SettingKey<?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean canStartTls() {
        return true;
    }

    @Override
    public String announcement(Event.Opened opened) {
        return "listening " + Addresses.text(opened.local());
    }

    @Override
    public Optional<EndpointConfig> config(Settings settings) throws Problem {
        return Optional.of(TcpServerConfig.of(settings));
    }
}
