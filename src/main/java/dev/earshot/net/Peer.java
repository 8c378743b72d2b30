package dev.earshot.net;

import java.net.InetSocketAddress;

/**
 * The other side of one conversation, as a value that outlives its socket.
 *
 * @param id counts from 1 within one session and is never given twice
 * @param local our address and port in this conversation
 * @param remote the peer's address and port, never resolved to a name
 * @param transport how we and the peer talk, and who began
 */
public record Peer(int id, InetSocketAddress local, InetSocketAddress remote, Transport transport) {
    /** A peer that connected to us. */
    public Peer(int id, InetSocketAddress local, InetSocketAddress remote) {
        this(id, local, remote, Transport.TCP_IN);
    }
}
