package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.session.ReplyTap;
import java.util.List;
import java.util.function.Supplier;

/** The peers of a session, and the ways to send to them. Tests have a stand-in. Any thread. */
interface ReachablePeers {

    /** Whether the endpoint is open; once it is closed, no peer is there. */
    boolean isOpen();

    /** Returns the peers that are there now. */
    List<Peer> all();

    /** Whether this peer is there now. */
    boolean has(Peer peer);

    /** Returns the encoding that this peer speaks, as far as is known. */
    Encoding encoding(Peer peer);

    /** Queues bytes that are sent automatically; see {@link dev.earshot.session.Sending#send}. */
    boolean send(Peer peer, byte[] bytes, Origin origin);

    /** Queues bytes that a person has typed; see {@link dev.earshot.session.Sending#sendTyped}. */
    boolean sendTyped(Peer peer, byte[] bytes, Supplier<String> typed);

    /**
     * Checks a length; see {@link dev.earshot.net.Conversations#checkLength}.
     *
     * @throws Problem if this peer can never get a message of this length
     */
    void checkLength(Peer peer, int bytes) throws Problem;

    /** Waits until the peer's outbox has room; see {@link dev.earshot.net.Conversations#awaitRoom}. */
    boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException;

    /** Returns the queued bytes for this peer that the system has not taken; 0 if it has left. */
    long waiting(Peer peer);

    /** Opens a tap that receives this peer's bytes from now on, until it is closed. */
    ReplyTap tap(Peer peer);
}
