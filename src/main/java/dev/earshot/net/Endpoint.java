package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.io.IOException;

/** Our side of the conversations: opened once, closed once. */
public interface Endpoint {

    /**
     * The most bytes that one {@link Event.Received} or {@link Event.Sending} of a stream carries: what fits into one IP
     * packet (RFC 791) and, with the headers that a capture puts before it over IPv4, into 64 KiB.
     */
    int MAX_PIECE = 64 * 1024 - 84;

    /** So many bytes wait for one peer at most, but for one send that finds nothing waiting, which may be larger. */
    int MOST_WAITING = 1024 * 1024;

    /** The most bytes of a UDP datagram: over IPv6, without jumbograms (RFC 768, RFC 8200); over IPv4 it is 20 less. */
    int MAX_DATAGRAM = 65_527;

    /**
     * Opens, and tells the sink {@link Event.Opened} before any other event. Blocks; never on the EDT.
     *
     * @throws IOException the system's reason; then nothing is open and nothing was told
     */
    void open(EventSink sink) throws IOException;

    /**
     * Queues bytes for a peer and returns at once. Nobody may change the array from then on; it may go to several peers.
     *
     * @param origin what sends them, as {@link Event.Sending} tells
     * @return false if the peer has left or its outbox is full; then none of the bytes is sent
     */
    boolean send(Peer peer, byte[] bytes, Origin origin);

    /**
     * Whether so many bytes can be one {@link #send} at all.
     *
     * @throws Problem if they are too many for a datagram
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

    /** Bytes accepted by {@link #send} and not yet taken by the system; 0 if the peer has left. */
    long waiting(Peer peer);

    /**
     * Closes the endpoint and all its conversations and waits until {@link Event.Closed} has been told, at most a few
     * seconds. Does nothing the second time. Never on the EDT.
     */
    void close();
}
