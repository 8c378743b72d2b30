package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.session.Client;
import dev.earshot.session.ReplyTap;
import dev.earshot.session.Session;
import java.util.List;

/** Where messages go out: what is needed of a session. Any thread. */
public interface MessageSender {

    /** Whether there is somebody to listen for; once it is closed, everybody has left. */
    boolean open();

    /** Who is there now. */
    List<Peer> everybody();

    boolean there(Peer peer);

    /** What this peer speaks, as far as is known. */
    Encoding encoding(Peer peer);

    /** See {@link dev.earshot.net.Endpoint#send(Peer, byte[], Origin)}. */
    boolean send(Peer peer, byte[] bytes, Origin origin);

    /**
     * See {@link dev.earshot.net.Endpoint#checkLength}.
     *
     * @throws Problem if so many bytes can never be one message to this peer
     */
    default void checkLength(Peer peer, int bytes) throws Problem {}

    /** See {@link dev.earshot.net.Endpoint#awaitRoom}. */
    boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException;

    /** Bytes given to be sent to this peer that the system has not taken; 0 if it has left. */
    long waiting(Peer peer);

    /** Hears what this peer sends from now on. */
    ReplyTap hear(Peer peer);

    /** The outlet of a session. */
    static MessageSender of(Session session) {
        return new MessageSender() {
            @Override
            public boolean open() {
                return session.status().open();
            }

            @Override
            public List<Peer> everybody() {
                return session.clients().present().stream().map(Client::peer).toList();
            }

            @Override
            public boolean there(Peer peer) {
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
            public ReplyTap hear(Peer peer) {
                return session.sending().tap(peer);
            }
        };
    }
}
