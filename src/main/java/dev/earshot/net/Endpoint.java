package dev.earshot.net;

import java.io.IOException;

/** Our side of a set of {@link Conversations}, such as a TCP server: opened once, closed once. */
public interface Endpoint {

    /**
     * The largest number of bytes in one {@link Event.Received} or {@link Event.Sending} of a stream. They fit into one
     * IP packet (RFC 791) and, with the headers that a capture adds for IPv4, into 64 KiB.
     */
    int MAX_PIECE = 64 * 1024 - 84;

    /** The largest number of bytes that wait for one peer; a single send may be larger if nothing else waits. */
    int MOST_WAITING = 1024 * 1024;

    /** The largest number of bytes in a UDP datagram over IPv6; over IPv4 it is 20 less (RFC 768, RFC 8200). */
    int MAX_DATAGRAM = 65_527;

    /**
     * Opens the endpoint and reports {@link Event.Opened} before any other event. Blocks; never on the EDT.
     *
     * @throws IOException with the system's reason; then nothing is open and no event was reported
     */
    void open(EventSink sink) throws IOException;

    /** Returns the conversations of this endpoint; also before it is open and after it is closed. */
    Conversations conversations();

    /**
     * Closes the endpoint and all its conversations, and waits at most a few seconds for {@link Event.Closed}. Does
     * nothing the second time. Never on the EDT.
     */
    void close();
}
