package dev.earshot.net;

import dev.earshot.net.address.Addresses;
import java.net.SocketAddress;

/**
 * The other side of one conversation, as a value that outlives its socket. {@link Addresses} tells what an address is.
 *
 * @param id a number from 1 that is unique within one session
 * @param local our address in this conversation, mostly an IP address and a port
 * @param remote the peer's address, never resolved to a name; of the same kind as ours
 * @param transport how we and the peer talk, and who began
 */
public record Peer(int id, SocketAddress local, SocketAddress remote, Transport transport) {
    /** Makes a peer that connected to us. */
    public Peer(int id, SocketAddress local, SocketAddress remote) {
        this(id, local, remote, Transport.TCP_IN);
    }
}
