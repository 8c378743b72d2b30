package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.session.ReplyTap;
import java.util.List;
import java.util.function.Supplier;

/** The peers of a session, and the ways to reach them. A test can stand in for it. Any thread. */
interface ReachablePeers {

    /** Whether the endpoint is open; once it is closed, everybody has left. */
    boolean open();

    /** Those who are there now. */
    List<Peer> all();

    /** Whether this one is there now. */
    boolean has(Peer peer);

    /** The encoding that this peer speaks, as far as is known. */
    Encoding encoding(Peer peer);

    /** Queues bytes that are sent automatically; see {@link dev.earshot.session.Sending#send}. */
    boolean send(Peer peer, byte[] bytes, Origin origin);

    /** Queues what a person has typed; see {@link dev.earshot.session.Sending#sendTyped}. */
    boolean sendTyped(Peer peer, byte[] bytes, Supplier<String> typed);

    /**
     * Checks a length; see {@link dev.earshot.net.Conversations#checkLength}.
     *
     * @throws Problem if so many bytes can never be one message to this peer
     */
    void checkLength(Peer peer, int bytes) throws Problem;

    /** Waits for room; see {@link dev.earshot.net.Conversations#awaitRoom}. */
    boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException;

    /** The bytes given to be sent to this peer that the system has not taken; 0 if it has left. */
    long waiting(Peer peer);

    /** Hears what this peer sends from now on, until the tap is closed. */
    ReplyTap tap(Peer peer);
}
