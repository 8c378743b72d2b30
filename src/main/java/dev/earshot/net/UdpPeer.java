package dev.earshot.net;

import java.nio.channels.DatagramChannel;

/** A peer of a UDP endpoint, and what is known of it while it is there. */
final class UdpPeer {
    final Peer peer;

    /** When something came from it or was to go to it last, on the clock of {@link System#nanoTime}. */
    volatile long usedAt = System.nanoTime();

    /** Bytes that are to go to it. Guarded by the outbox. */
    long waiting;

    /** Nothing more is to go to it. Guarded by the outbox. */
    boolean leaving;

    /** Its own socket, which is told of errors; null: it has none. Guarded by the sockets. */
    volatile DatagramChannel ear;

    /** It was told that nobody has its port. Confined to the reader. */
    boolean unreachable;

    UdpPeer(Peer peer) {
        this.peer = peer;
    }
}
