package dev.earshot.ui.parts;

import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import java.net.SocketAddress;

/**
 * Makes the label under which a peer is shown: its name, or else its address. A relay has a connection to the same
 * server for each of its clients, so that the label of such a connection names the client.
 */
public record PeerLabel(Session session, Words words) {

    /** Returns the label of a peer. */
    public String of(Peer peer) {
        return of(peer.id(), peer.remote());
    }

    /** Returns the label of a peer: its name or address, or for a server of a relay the client that it is for. */
    public String of(int peerId, SocketAddress remote) {
        SocketAddress client = session.clients().names().relayedFor(peerId);
        return client == null ? session.clients().names().label(remote) : words.of("ui.relay.server.of", brief(client));
    }

    private String brief(SocketAddress client) {
        String name = session.clients().names().visibleName(client);
        return name.isEmpty() ? ":" + Addresses.port(client) : name;
    }

    /** Returns the address of a peer, and for a server of a relay the address of the client. */
    public String full(int peerId, SocketAddress remote) {
        SocketAddress client = session.clients().names().relayedFor(peerId);
        String address = Addresses.text(remote);
        return client == null ? address : words.of("ui.relay.server.full", address, Addresses.text(client));
    }
}
