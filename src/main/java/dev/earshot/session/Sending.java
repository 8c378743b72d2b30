package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import java.util.function.Supplier;

/** Queues bytes for the peers of a session, and opens taps for their replies. Any thread. */
public final class Sending {
    private final EndpointCommands endpoint;
    private final Replies replies;
    private final ReplyTaps taps;

    Sending(EndpointCommands endpoint, Replies replies, ReplyTaps taps) {
        this.endpoint = endpoint;
        this.replies = replies;
        this.taps = taps;
    }

    /**
     * Queues a message that the user has typed. Where the behaviour ends conversations on its text, the conversation ends
     * after it. The bytes must not be changed from then on.
     *
     * @param bytes the bytes to send, which may be more than the typed text
     * @param typed returns the typed text without its line ending
     * @return false if the peer has left or its outbox is full; then none of the bytes is sent
     */
    public boolean sendTyped(Peer peer, byte[] bytes, Supplier<String> typed) {
        return replies.sendTyped(peer, bytes, typed);
    }

    /** Queues bytes that are sent automatically, on which no conversation ends; returns false as {@link #sendTyped}. */
    public boolean send(Peer peer, byte[] bytes, Origin origin) {
        replies.markContacted(peer);
        return endpoint.conversations().send(peer, bytes, origin);
    }

    /**
     * Checks that this number of bytes can be sent to this peer in one piece.
     *
     * @throws Problem {@code problem.udp.long} if they are too many for a datagram
     */
    public void checkLength(Peer peer, int bytes) throws Problem {
        endpoint.conversations().checkLength(peer, bytes);
    }

    /** Waits until this number of bytes can be queued; returns false after the given time, or if it never will be. */
    public boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException {
        return endpoint.conversations().awaitRoom(peer, bytes, millis);
    }

    /** Returns the number of queued bytes that have not been sent to this peer yet; 0 if it has left. */
    public long waiting(Peer peer) {
        return endpoint.conversations().waitingBytes(peer);
    }

    /** Opens a tap that collects what this peer sends until the tap is closed. */
    public ReplyTap tap(Peer peer) {
        return taps.tap(peer);
    }
}
