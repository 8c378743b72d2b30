package dev.earshot.net;

import java.net.InetSocketAddress;

/**
 * The options of a TCP connection that we make.
 *
 * @param local the local address and port; the wildcard address and port 0 let the system choose
 * @param timeoutMillis the time for looking up the host and connecting together, above 0
 * @param reconnect whether to connect again after a failure, or after an end that we did not cause
 */
public record ConnectOptions(InetSocketAddress local, int timeoutMillis, boolean reconnect) {
    /** The defaults: any local port, 10 s, no reconnecting. */
    public static final ConnectOptions STANDARD = new ConnectOptions(new InetSocketAddress(0), 10_000, false);

    /** Returns these options with another local address and port. */
    public ConnectOptions withLocal(InetSocketAddress address) {
        return new ConnectOptions(address, timeoutMillis, reconnect);
    }

    /** Returns these options with another timeout in milliseconds. */
    public ConnectOptions withTimeout(int millis) {
        return new ConnectOptions(local, millis, reconnect);
    }

    /** Returns these options with reconnecting. */
    public ConnectOptions withReconnect() {
        return new ConnectOptions(local, timeoutMillis, true);
    }
}
