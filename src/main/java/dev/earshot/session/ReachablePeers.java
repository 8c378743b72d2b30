package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.fields.FieldSource;
import dev.earshot.fields.FirstFittingSource;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import java.util.List;
import java.util.function.Supplier;

/** The peers of a session, and the ways to send to them. Any thread. */
public interface ReachablePeers {

    /** Whether the endpoint is open; once it is closed, no peer is there. */
    boolean isOpen();

    /** Returns the peers that are there now. */
    List<Peer> all();

    /** Whether this peer is there now. */
    boolean has(Peer peer);

    /** Returns the encoding that this peer speaks, as far as is known. */
    Encoding encoding(Peer peer);

    /** Returns the source of the fields of this peer's messages as they come. May block; never on the EDT. */
    default FieldSource fieldSource(Peer peer) {
        return FirstFittingSource.WITHOUT_LAYOUT;
    }

    /** Queues bytes that are sent automatically, on which no conversation ends; returns false as {@link #sendTyped}. */
    boolean send(Peer peer, byte[] bytes, Origin origin);

    /**
     * Queues a message that the user has typed. Where the behaviour ends conversations on its text, the conversation
     * ends after it. The bytes must not be changed from then on.
     *
     * @param bytes the bytes to send, which may be more than the typed text
     * @param typed returns the typed text without its line ending
     * @return false if the peer has left or its outbox is full; then none of the bytes is sent
     */
    boolean sendTyped(Peer peer, byte[] bytes, Supplier<String> typed);

    /**
     * Checks that this number of bytes can be sent to this peer in one piece.
     *
     * @throws Problem {@code problem.udp.long} if they are too many for a datagram
     */
    void checkLength(Peer peer, int bytes) throws Problem;

    /** Waits until this number of bytes can be queued; returns false after the given time, or if it never will be. */
    boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException;

    /** Whether the system had no thread to write to this peer when something was sent to it last. */
    boolean lacksThread(Peer peer);

    /** Returns the number of queued bytes that have not been sent to this peer yet; 0 if it has left. */
    long waiting(Peer peer);

    /** Returns the number of queued bytes that a peer had not taken when it left; 0 if it is there. */
    long undelivered(Peer peer);

    /** Opens a tap that collects what this peer sends until the tap is closed. */
    ReplyTap tap(Peer peer);
}
