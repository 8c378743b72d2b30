package dev.earshot.net;

import java.net.InetSocketAddress;

/**
 * The options of a TCP connection that we make.
 *
 * @param local the local address and port; the wildcard address and port 0 let the system choose
 * @param timeoutMillis the time for looking up the host and connecting together, above 0
 * @param keepAlive the probes that find a vanished peer
 * @param reconnect whether to connect again after a failure, or after an end that we did not cause
 */
public record ConnectOptions(InetSocketAddress local, int timeoutMillis, KeepAlive keepAlive, boolean reconnect) {
    /** The defaults: any local port, 10 s, keep-alive, no reconnecting. */
    public static final ConnectOptions STANDARD =
            new ConnectOptions(new InetSocketAddress(0), 10_000, KeepAlive.STANDARD, false);

    /** Returns these options with another local address and port. */
    public ConnectOptions withLocal(InetSocketAddress address) {
        return new ConnectOptions(address, timeoutMillis, keepAlive, reconnect);
    }

    /** Returns these options with another timeout in milliseconds. */
    public ConnectOptions withTimeout(int millis) {
        return new ConnectOptions(local, millis, keepAlive, reconnect);
    }

    /** Returns these options with other keep-alive probes. */
    public ConnectOptions withKeepAlive(KeepAlive other) {
        return new ConnectOptions(local, timeoutMillis, other, reconnect);
    }

    /** Returns these options with reconnecting. */
    public ConnectOptions withReconnect() {
        return new ConnectOptions(local, timeoutMillis, keepAlive, true);
    }
}
