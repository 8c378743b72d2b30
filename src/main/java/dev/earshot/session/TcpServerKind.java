package dev.earshot.session;

import dev.earshot.net.Addresses;
import dev.earshot.net.Event;
import dev.earshot.net.TcpServer;
import dev.earshot.session.Settings.Key;
import java.util.Optional;

/** Any number of clients on one listening address. */
public final class TcpServerKind implements EndpointKind {
    public static final EndpointKind KIND = new TcpServerKind();

    private TcpServerKind() {}

    @Override
    public String id() {
        return TcpServer.KIND;
    }

    @Override
    public Optional<Key<String>> portKey() {
        return Optional.of(Settings.PORT);
    }

    @Override
    public String announcement(Event.Opened opened) {
        return "listening " + Addresses.text(opened.local());
    }
}
