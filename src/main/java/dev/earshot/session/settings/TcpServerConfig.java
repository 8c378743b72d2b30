package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.ClientLimits;
import dev.earshot.net.Endpoint;
import dev.earshot.net.HalfClose;
import dev.earshot.net.ListenFailure;
import dev.earshot.net.TcpServer;
import dev.earshot.net.address.ListenAddress;
import java.io.IOException;
import java.util.function.IntSupplier;

/**
 * The address and options of a TCP server.
 *
 * @param halfClose how long clients that have finished sending are kept
 * @param connections what changes its connections
 * @param limits protect it from its clients
 */
public record TcpServerConfig(
        ListenAddress address, HalfClose halfClose, ConnectionConfig connections, ClientLimits limits)
        implements EndpointConfig {

    /** Makes the configuration of a server without TLS and with the standard limits. */
    public TcpServerConfig(ListenAddress address, HalfClose halfClose) {
        this(address, halfClose, ConnectionConfig.STANDARD, ClientLimits.STANDARD);
    }

    /**
     * Reads the configuration from the settings.
     *
     * @throws Problem which setting is wrong
     */
    public static TcpServerConfig of(Settings settings) throws Problem {
        return new TcpServerConfig(
                ListenAddress.parse(settings.get(TcpServerKind.ADDRESS), settings.get(TcpServerKind.PORT)),
                settings.get(TcpServerKind.HALF_CLOSE),
                new ConnectionConfig(TcpServerKind.TLS.ofServer(settings), TcpServerKind.OPTIONS.read(settings)),
                TcpServerKind.LIMITS.read(settings));
    }

    @Override
    public EndpointKind kind() {
        return TcpServerKind.KIND;
    }

    @Override
    public String text() {
        return address.text();
    }

    @Override
    public Endpoint create(IntSupplier peerIds) throws Problem {
        return new TcpServer(address, halfClose, connections.load(), limits, peerIds);
    }

    @Override
    public Problem openProblem(IOException why) {
        return ListenFailure.problem(address, why);
    }
}
