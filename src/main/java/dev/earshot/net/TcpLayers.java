package dev.earshot.net;

import java.util.List;

/**
 * The changes to all connections of a TCP endpoint: TLS and options such as {@link KeepAlive}.
 *
 * @param tls their encryption
 * @param options the other changes; a later one is carried out before those in front of it
 */
public record TcpLayers(TlsSides tls, List<SocketLayer> options) {
    public TcpLayers {
        options = List.copyOf(options);
    }

    /** Makes the layers of connections with the usual options. */
    public static TcpLayers of(TlsSides tls) {
        return new TcpLayers(tls, List.of(KeepAlive.STANDARD));
    }

    /** Returns these system calls with all changes. */
    SystemCalls over(SystemCalls system) {
        SystemCalls layered = TlsCalls.of(system, tls);
        for (SocketLayer option : options) {
            layered = option.over(layered);
        }
        return layered;
    }
}
