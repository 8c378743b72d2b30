package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.net.TcpClient;
import dev.earshot.net.address.Addresses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The TCP client: one connection at a time to one target. */
public final class TcpClientKind implements EndpointKind {
    /** The only instance. */
    public static final EndpointKind KIND = new TcpClientKind();

    /** The longest time for connecting, in seconds. */
    public static final int MOST_SECONDS = 3600;

    /** The host to connect to, as typed. */
    public static final SettingKey<String> HOST = SettingKey.text("client.host", "127.0.0.1");

    /** The port to connect to, as typed. */
    public static final SettingKey<String> PORT = SettingKey.text("client.port", "8080");
    /** The local address to connect from; empty = any. */
    public static final SettingKey<String> LOCAL_ADDRESS = SettingKey.text("client.local.address", "");

    /** The local port to connect from; empty = any. */
    public static final SettingKey<String> LOCAL_PORT = SettingKey.text("client.local.port", "");
    /** The longest time for connecting, in seconds. */
    public static final SettingKey<Integer> TIMEOUT = SettingKey.number("client.timeout", 10, 1, MOST_SECONDS);

    /** Whether the client connects again after a failure or the end of the connection. */
    public static final SettingKey<Boolean> RECONNECT = SettingKey.flag("client.reconnect", false);

    /** The TLS that the server speaks. */
    public static final ClientTlsKeys TLS = ClientTlsKeys.of("client.tls");

    /** The options that all kinds of TCP endpoints have. */
    public static final TcpOptionKeys OPTIONS = new TcpOptionKeys("client.");

    private TcpClientKind() {}

    @Override
    public String id() {
        return TcpClient.KIND;
    }

    @Override
    public String place(Settings settings) {
        String host = settings.get(HOST);
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + settings.get(PORT);
    }

    @Override
    public boolean hasOnePeer() {
        return true;
    }

    @Override
    public List<SettingKey<?>> keys() {
        return Stream.of(List.of(HOST, PORT, LOCAL_ADDRESS, LOCAL_PORT, TIMEOUT, RECONNECT), TLS.all(), OPTIONS.all())
                .<SettingKey<?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public boolean canStartTls() {
        return true;
    }

    /** Says {@code connecting} where the first attempt has failed and others follow: the local port is 0 then. */
    @Override
    public String announcement(Event.Opened opened) {
        return (Addresses.port(opened.local()) == 0 ? "connecting " : "connected ") + opened.target();
    }

    @Override
    public Optional<EndpointConfig> config(Settings settings) throws Problem {
        return Optional.of(TcpClientConfig.of(settings));
    }
}
