package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.net.SocketLayer;
import dev.earshot.net.TcpLayers;
import java.util.List;

/**
 * The TLS and the options of the connections of any TCP endpoint, as a user chooses them. Immutable.
 *
 * @param tls their encryption
 * @param options what {@link TcpOptions} has read
 */
public record ConnectionConfig(TlsConfig tls, List<SocketLayer> options) {
    /** Plain connections with the usual options. */
    public static final ConnectionConfig STANDARD = of(TlsConfig.NONE);

    public ConnectionConfig {
        options = List.copyOf(options);
    }

    /** Makes the configuration of connections with the usual options. */
    public static ConnectionConfig of(TlsConfig tls) {
        return new ConnectionConfig(tls, TcpOptions.usual());
    }

    /**
     * Reads the files that it names. Not for the EDT.
     *
     * @throws Problem what is wrong with them
     */
    TcpLayers load() throws Problem {
        return new TcpLayers(tls.load(), options);
    }
}
