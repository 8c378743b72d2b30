package dev.earshot.net;

import java.io.IOException;

/** Our side of {@link Conversations}: opened once, closed once. */
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

    /** The conversations of this endpoint, in whatever state it is. */
    Conversations conversations();

    /**
     * Closes the endpoint and all its conversations and waits until {@link Event.Closed} has been told, at most a few
     * seconds. Does nothing the second time. Never on the EDT.
     */
    void close();
}
