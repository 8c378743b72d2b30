package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.session.Client;
import dev.earshot.session.ReplyTap;
import dev.earshot.session.Session;
import java.util.List;
import java.util.function.Supplier;

/** Reaches the peers of an open session through its hubs. */
record SessionPeers(Session session) implements ReachablePeers {

    @Override
    public boolean isOpen() {
        return session.status().isOpen();
    }

    @Override
    public List<Peer> all() {
        return session.clients().present().stream().map(Client::peer).toList();
    }

    @Override
    public boolean has(Peer peer) {
        return session.clients().find(peer) != null;
    }

    @Override
    public Encoding encoding(Peer peer) {
        return session.log().lens().encoding(peer.id());
    }

    @Override
    public boolean send(Peer peer, byte[] bytes, Origin origin) {
        return session.sending().send(peer, bytes, origin);
    }

    @Override
    public boolean sendTyped(Peer peer, byte[] bytes, Supplier<String> typed) {
        return session.sending().sendTyped(peer, bytes, typed);
    }

    @Override
    public void checkLength(Peer peer, int bytes) throws Problem {
        session.sending().checkLength(peer, bytes);
    }

    @Override
    public boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException {
        return session.sending().awaitRoom(peer, bytes, millis);
    }

    @Override
    public long waiting(Peer peer) {
        return session.sending().waiting(peer);
    }

    @Override
    public ReplyTap tap(Peer peer) {
        return session.sending().tap(peer);
    }
}
