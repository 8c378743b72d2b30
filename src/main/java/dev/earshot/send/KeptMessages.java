package dev.earshot.send;

import dev.earshot.journal.PeerMessages;
import dev.earshot.journal.Row;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Session;
import java.io.IOException;

/**
 * One side of a kept conversation: the messages that came from a peer of a session, or that went to it.
 *
 * @param fromClient whether those of the side that has connected are meant, else those of the other side
 */
public record KeptMessages(Session session, Peer peer, boolean fromClient) {

    /** Returns whether they were received or sent: where we connected to the peer, the client is us. */
    public Row.Kind kind() {
        return fromClient == (peer.transport() == Transport.TCP_OUT) ? Row.Kind.SENT : Row.Kind.RECEIVED;
    }

    /** Returns the address of the peer. */
    public String address() {
        return Addresses.text(peer.remote());
    }

    PeerMessages open() throws IOException {
        return session.log().messages(peer, kind());
    }
}
