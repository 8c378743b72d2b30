package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import java.util.function.Supplier;

/** Queues bytes for the peers of a session, and hears what they reply. Any thread. */
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
     * Queues what a person has typed, and ends the conversation behind it if the behaviour ends on that text. Nobody may
     * change the bytes from then on.
     *
     * @param bytes what goes out, which may be more than was typed
     * @param typed gives what was typed, as text without its line ending
     * @return false if the peer has left or its outbox is full; then none of the bytes is sent
     */
    public boolean sendTyped(Peer peer, byte[] bytes, Supplier<String> typed) {
        return replies.sendTyped(peer, bytes, typed);
    }

    /** Queues bytes likewise that are sent automatically: no conversation ends on them. */
    public boolean send(Peer peer, byte[] bytes, Origin origin) {
        replies.markContacted(peer);
        return endpoint.conversations().send(peer, bytes, origin);
    }

    /**
     * Checks that so many bytes can be sent to this peer at once.
     *
     * @throws Problem {@code problem.udp.long} if they are too many for a datagram
     */
    public void checkLength(Peer peer, int bytes) throws Problem {
        endpoint.conversations().checkLength(peer, bytes);
    }

    /** Waits until so many bytes can be queued; false if they cannot after so many milliseconds, or never will. */
    public boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException {
        return endpoint.conversations().awaitRoom(peer, bytes, millis);
    }

    /** The bytes given to be sent to this peer that are still waiting; 0 if it has left. */
    public long waiting(Peer peer) {
        return endpoint.conversations().waiting(peer);
    }

    /** Hears what this peer sends from now on, until the tap is closed. */
    public ReplyTap tap(Peer peer) {
        return taps.tap(peer);
    }
}
