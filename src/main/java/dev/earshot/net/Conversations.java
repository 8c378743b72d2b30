package dev.earshot.net;

import dev.earshot.codec.Problem;

/** The conversations of an endpoint, and what can be ordered of each. Any thread. */
public interface Conversations {
    /** The conversations of an endpoint that is not open. */
    Conversations NONE = new NoConversations();

    /**
     * Queues bytes for a peer and returns at once. Nobody may change the array from then on; it may go to several peers.
     *
     * @param origin what sends them, as {@link Event.Sending} tells
     * @return false if the peer has left or its outbox is full; then none of the bytes is sent
     */
    boolean send(Peer peer, byte[] bytes, Origin origin);

    /**
     * Checks that so many bytes can be one {@link #send}.
     *
     * @throws Problem {@code problem.udp.long} if they are too many for a datagram
     */
    default void checkLength(Peer peer, int bytes) throws Problem {}

    /**
     * Waits until so many bytes fit into the peer's outbox; others may fill it again before the caller does.
     *
     * @return false if they do not fit after so many milliseconds, or never will because the peer has left
     */
    boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException;

    /**
     * Ends our direction (FIN) after what is queued, and goes on reading; told as {@link TcpNote#FINISHED_HERE}. From
     * then on nothing can be sent. Does nothing if the peer has left, or if its transport knows no such thing.
     */
    default void finishSending(Peer peer) {}

    /** Ends the conversation with a peer (FIN, as far as unsent bytes allow). Does nothing if it has left. */
    void disconnect(Peer peer);

    /**
     * Ends the conversation with a peer at once (RST): what has not been sent, and on most systems what the peer has not
     * read, is thrown away. Does nothing if it has left.
     */
    void abort(Peer peer);

    /** The bytes accepted by {@link #send} and not yet taken by the system; 0 if the peer has left. */
    long waiting(Peer peer);
}
