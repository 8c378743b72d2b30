package dev.earshot.session;

import dev.earshot.net.Event;
import dev.earshot.net.TcpClient;

/** One TCP connection at a time to one target. */
public final class TcpClientKind implements EndpointKind {
    public static final EndpointKind KIND = new TcpClientKind();

    private TcpClientKind() {}

    @Override
    public String id() {
        return TcpClient.KIND;
    }

    @Override
    public String place(Settings settings) {
        String host = settings.get(EndpointSettings.CLIENT_HOST);
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + settings.get(EndpointSettings.CLIENT_PORT);
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
}
