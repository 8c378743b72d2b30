package dev.earshot.net;

import java.net.InetSocketAddress;

/**
 * The other side of one conversation, as a value that outlives its socket.
 *
 * @param id a number from 1 that is unique within one session
 * @param local our address and port in this conversation
 * @param remote the peer's address and port, never resolved to a name
 * @param transport how we and the peer talk, and who began
 */
public record Peer(int id, InetSocketAddress local, InetSocketAddress remote, Transport transport) {
    /** Makes a peer that connected to us. */
    public Peer(int id, InetSocketAddress local, InetSocketAddress remote) {
        this(id, local, remote, Transport.TCP_IN);
    }
}
