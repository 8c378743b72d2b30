package dev.earshot.session;

import dev.earshot.net.Addresses;
import dev.earshot.net.Event;
import dev.earshot.net.Relay;
import dev.earshot.session.Settings.Key;
import java.util.Optional;

/** TCP clients on a listening address, each connected to one target. */
public final class RelayKind implements EndpointKind {
    public static final EndpointKind KIND = new RelayKind();

    private RelayKind() {}

    @Override
    public String id() {
        return Relay.KIND;
    }

    @Override
    public Optional<Key<String>> portKey() {
        return Optional.of(EndpointSettings.RELAY_PORT);
    }

    @Override
    public String announcement(Event.Opened opened) {
        return "relaying " + Addresses.text(opened.local()) + " to " + opened.target();
    }
}
