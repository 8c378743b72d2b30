package dev.earshot.net.udp;

import dev.earshot.net.Peer;
import java.nio.channels.DatagramChannel;

/** The state of a peer of a UDP endpoint, from its first datagram until it leaves. */
final class UdpPeer {
    final Peer peer;

    /** The time of its last datagram in either direction, by {@link System#nanoTime}. */
    volatile long usedAt = System.nanoTime();

    /** The number of queued bytes to it. Guarded by the outbox. */
    long waiting;

    /** Whether nothing more can be sent to it. Guarded by the outbox. */
    boolean leaving;

    /** Its own connected socket, through which the system reports errors, or null. Guarded by the sockets. */
    volatile DatagramChannel errorChannel;

    /** Whether a note has reported that its port is closed. Confined to the reader. */
    boolean unreachable;

    UdpPeer(Peer peer) {
        this.peer = peer;
    }
}
