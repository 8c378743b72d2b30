package dev.earshot.session;

import dev.earshot.net.Addresses;
import dev.earshot.net.Event;
import dev.earshot.net.UdpEndpoint;
import dev.earshot.session.Settings.Key;
import java.util.Optional;

/** Datagrams from and to any address. */
public final class UdpKind implements EndpointKind {
    public static final EndpointKind KIND = new UdpKind();

    private UdpKind() {}

    @Override
    public String id() {
        return UdpEndpoint.KIND;
    }

    @Override
    public Optional<Key<String>> portKey() {
        return Optional.of(EndpointSettings.UDP_PORT);
    }

    @Override
    public boolean datagrams() {
        return true;
    }

    @Override
    public boolean callsAddresses() {
        return true;
    }

    @Override
    public String announcement(Event.Opened opened) {
        return "receiving " + Addresses.text(opened.local());
    }
}
