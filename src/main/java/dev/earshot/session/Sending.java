package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.fields.FieldSource;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import java.util.List;
import java.util.function.Supplier;

/** Sends bytes to the peers of a session, and opens taps, which listen for the reply of one peer. Any thread. */
public final class Sending implements ReachablePeers {
    private final EndpointCommands endpoint;
    private final Clients clients;
    private final Supplier<Lens> lens;
    private final Replies replies;
    private final ReplyTaps taps;

    /** @param lens returns how the messages of peers are read at present */
    Sending(EndpointCommands endpoint, Clients clients, Supplier<Lens> lens, Replies replies, ReplyTaps taps) {
        this.endpoint = endpoint;
        this.clients = clients;
        this.lens = lens;
        this.replies = replies;
        this.taps = taps;
    }

    @Override
    public boolean isOpen() {
        return endpoint.status().isOpen();
    }

    @Override
    public List<Peer> all() {
        return clients.present().stream().map(Client::peer).toList();
    }

    @Override
    public boolean has(Peer peer) {
        return clients.find(peer) != null;
    }

    @Override
    public Encoding encoding(Peer peer) {
        return lens.get().encoding(peer.id());
    }

    @Override
    public FieldSource fieldSource(Peer peer) {
        Lens present = lens.get();
        present.awaitLayouts();
        return present.fields(peer);
    }

    @Override
    public boolean sendTyped(Peer peer, byte[] bytes, Supplier<String> typed) {
        boolean sent = endpoint.conversations().send(peer, bytes, Origin.PERSON);
        if (sent) {
            replies.handleTyped(peer, typed);
        }
        return sent;
    }

    @Override
    public boolean send(Peer peer, byte[] bytes, Origin origin) {
        replies.markContacted(peer);
        return endpoint.conversations().send(peer, bytes, origin);
    }

    @Override
    public void checkLength(Peer peer, int bytes) throws Problem {
        endpoint.conversations().checkLength(peer, bytes);
    }

    @Override
    public boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException {
        return endpoint.conversations().awaitRoom(peer, bytes, millis);
    }

    @Override
    public boolean lacksThread(Peer peer) {
        return endpoint.conversations().lacksThread(peer);
    }

    @Override
    public long waiting(Peer peer) {
        return endpoint.conversations().waitingBytes(peer);
    }

    @Override
    public long undelivered(Peer peer) {
        return clients.all().stream()
                .filter(client -> client.peer().id() == peer.id() && client.left() != null)
                .mapToLong(client -> client.left().undelivered())
                .sum();
    }

    @Override
    public ReplyTap tap(Peer peer) {
        return taps.tap(peer);
    }
}
