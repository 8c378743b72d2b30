package dev.earshot.net;

import dev.earshot.codec.Problem;

/** The conversations of an endpoint: sends bytes to a peer, or ends its conversation. Any thread. */
public interface Conversations {
    /** The conversations of an endpoint that is not open. */
    Conversations NONE = new NoConversations();

    /**
     * Queues bytes for a peer and returns at once. The array must not change from then on; it may go to several peers.
     *
     * @param origin says who or what sends them, see {@link Event.Sending}
     * @return false if the peer has left, its outbox is full, or {@link #lacksThread}; then none of the bytes is sent
     */
    boolean send(Peer peer, byte[] bytes, Origin origin);

    /**
     * Checks that one {@link #send} can carry this number of bytes.
     *
     * @throws Problem {@code problem.udp.long} if there are too many for a datagram
     */
    default void checkLength(Peer peer, int bytes) throws Problem {}

    /**
     * Waits until this number of bytes fits into the peer's outbox; others may fill it again before the caller does.
     *
     * @param millis the time to wait at most
     * @return false if they do not fit after that time, or never will because the peer has left
     */
    boolean awaitRoom(Peer peer, int bytes, int millis) throws InterruptedException;

    /**
     * Ends our direction (FIN) after the queued bytes and goes on reading; reported as {@link TcpNote#FINISHED_HERE}.
     * From then on nothing can be sent. Does nothing if the peer has left, or if its transport is UDP.
     */
    default void finishSending(Peer peer) {}

    /**
     * Encrypts the conversation with a peer after the queued bytes, as STARTTLS does (RFC 3207). Where we have
     * connected, we begin; where the peer has, it begins, and everything stays plain until then. What comes of it is
     * reported as a {@link TlsNote}. Does nothing if the peer has left or its transport is UDP. Reads files.
     */
    default void startTls(Peer peer) {}

    /** Ends the conversation with a peer after the queued bytes (FIN). Does nothing if the peer has left. */
    void disconnect(Peer peer);

    /**
     * Ends the conversation with a peer at once (RST). Bytes that were not sent are discarded, and on most systems also
     * those that the peer has not read. Does nothing if the peer has left.
     */
    void abort(Peer peer);

    /** Whether the system has refused the thread that writes to a peer when something was sent to it last. */
    default boolean lacksThread(Peer peer) {
        return false;
    }

    /**
     * Returns the number of bytes accepted by {@link #send} and not yet taken by the system; 0 if the peer has left.
     */
    long waitingBytes(Peer peer);
}
