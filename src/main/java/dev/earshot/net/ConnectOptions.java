package dev.earshot.net;

import java.net.InetSocketAddress;

/**
 * How to connect.
 *
 * @param local from which of our addresses and ports; the wildcard address and port 0 leave it to the system
 * @param timeoutMillis how long looking up the host and connecting may take together, above 0
 * @param keepAlive whether a peer that is not there any more is found out by asking it now and then (RFC 9293, 3.8.4)
 * @param reconnect whether a connection that failed, or has ended without our doing, is made again
 */
public record ConnectOptions(InetSocketAddress local, int timeoutMillis, boolean keepAlive, boolean reconnect) {
    /** Any local port, 10 s, once. */
    public static final ConnectOptions STANDARD = new ConnectOptions(new InetSocketAddress(0), 10_000, false, false);

    /** The same from another local address and port. */
    public ConnectOptions from(InetSocketAddress address) {
        return new ConnectOptions(address, timeoutMillis, keepAlive, reconnect);
    }

    /** The same with this time to connect in. */
    public ConnectOptions within(int millis) {
        return new ConnectOptions(local, millis, keepAlive, reconnect);
    }

    /** The same with keep-alive. */
    public ConnectOptions keptAlive() {
        return new ConnectOptions(local, timeoutMillis, true, reconnect);
    }

    /** The same, and again whenever it has ended. */
    public ConnectOptions reconnecting() {
        return new ConnectOptions(local, timeoutMillis, keepAlive, true);
    }
}
