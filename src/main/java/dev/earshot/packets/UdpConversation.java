package dev.earshot.packets;

import dev.earshot.net.Peer;

/** A UDP conversation in a capture; the side that speaks first is the client, and the peer of its events. */
final class UdpConversation {
    final Peer peer;
    final Flow.Side client;
    long latest; // when its last datagram came

    UdpConversation(Peer peer, Flow.Side client) {
        this.peer = peer;
        this.client = client;
    }
}
