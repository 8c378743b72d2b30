package dev.earshot.ui.parts;

import dev.earshot.net.Addresses;
import dev.earshot.net.Peer;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import java.net.InetSocketAddress;

/**
 * What a peer is called. A relay has a connection to the same server for each of its clients: those are told apart by
 * whose they are.
 */
public record PeerLabel(Session session, Words words) {

    public String of(Peer peer) {
        return of(peer.id(), peer.remote());
    }

    public String of(int peerId, InetSocketAddress remote) {
        InetSocketAddress client = session.clients().names().relayedFor(peerId);
        return client == null ? session.clients().names().label(remote) : words.of("ui.relay.server.of", brief(client));
    }

    private String brief(InetSocketAddress client) {
        String name = session.clients().names().visibleName(client);
        return name.isEmpty() ? ":" + client.getPort() : name;
    }

    /** The address, and whose connection it is. */
    public String full(int peerId, InetSocketAddress remote) {
        InetSocketAddress client = session.clients().names().relayedFor(peerId);
        String address = Addresses.text(remote);
        return client == null ? address : words.of("ui.relay.server.full", address, Addresses.text(client));
    }
}
