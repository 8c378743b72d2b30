package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Event;
import dev.earshot.net.TcpClient;
import dev.earshot.session.Settings.Key;
import java.util.Optional;

/** One TCP connection at a time to one target. */
public final class TcpClientKind implements EndpointKind {
    public static final EndpointKind KIND = new TcpClientKind();

    /** Nobody waits longer for a connection. */
    public static final int MOST_SECONDS = 3600;

    /** Where it connects to, as it was typed. */
    public static final Key<String> HOST = Key.text("client.host", "127.0.0.1");

    public static final Key<String> PORT = Key.text("client.port", "8080");
    /** From which address it connects; empty = from any. */
    public static final Key<String> LOCAL_ADDRESS = Key.text("client.local.address", "");

    /** From which port it connects; empty = from any. */
    public static final Key<String> LOCAL_PORT = Key.text("client.local.port", "");
    /** In seconds. */
    public static final Key<Integer> TIMEOUT = Key.number("client.timeout", 10, 1, MOST_SECONDS);

    public static final Key<Boolean> KEEP_ALIVE = Key.flag("client.keep.alive", false);
    public static final Key<Boolean> RECONNECT = Key.flag("client.reconnect", false);

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
    public boolean onePeer() {
        return true;
    }

    /** Port 0: the first attempt has failed, and it goes on trying. */
    @Override
    public String announcement(Event.Opened opened) {
        return (opened.local().getPort() == 0 ? "connecting " : "connected ") + opened.target();
    }

    @Override
    public Optional<EndpointConfig> config(Settings settings) throws Problem {
        return Optional.of(TcpClientConfig.of(settings));
    }
}
