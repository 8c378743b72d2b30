package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.ConnectFailure;
import dev.earshot.net.ConnectOptions;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.TcpClient;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The target and options of a TCP client. */
public record TcpClientConfig(ConnectAddress target, ConnectOptions options, ConnectionConfig connections)
        implements EndpointConfig {

    /** Makes the configuration of a client without TLS. */
    public TcpClientConfig(ConnectAddress target, ConnectOptions options) {
        this(target, options, ConnectionConfig.STANDARD);
    }

    /**
     * Reads the configuration from the settings.
     *
     * @throws Problem which setting is wrong
     */
    public static TcpClientConfig of(Settings settings) throws Problem {
        ConnectAddress target =
                ConnectAddress.parse(settings.get(TcpClientKind.HOST), settings.get(TcpClientKind.PORT));
        ConnectOptions options = new ConnectOptions(
                local(settings.get(TcpClientKind.LOCAL_ADDRESS), settings.get(TcpClientKind.LOCAL_PORT)),
                (int) TimeUnit.SECONDS.toMillis(settings.get(TcpClientKind.TIMEOUT)),
                settings.get(TcpClientKind.RECONNECT));
        return new TcpClientConfig(
                target,
                options,
                new ConnectionConfig(
                        TcpClientKind.TLS.ofClient(settings, target), TcpClientKind.OPTIONS.read(settings)));
    }

    /** Reads the local address to connect from; an empty address means any address, an empty port any port. */
    public static InetSocketAddress local(String address, String port) throws Problem {
        return ListenAddress.parse(address.isBlank() ? "0.0.0.0" : address, port.isBlank() ? "0" : port)
                .address();
    }

    @Override
    public EndpointKind kind() {
        return TcpClientKind.KIND;
    }

    @Override
    public String text() {
        return target.text();
    }

    @Override
    public Endpoint create(IntSupplier peerIds) throws Problem {
        return new TcpClient(target, options, connections.load(), peerIds);
    }

    @Override
    public Problem openProblem(IOException why) {
        return ConnectFailure.problem(target, why);
    }

    @Override
    public String openAddress(Event.Opened opened) {
        return target.text();
    }
}
