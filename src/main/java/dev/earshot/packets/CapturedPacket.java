package dev.earshot.packets;

/** A packet of a capture file; it is overwritten by the next one. */
final class CapturedPacket {
    /** The longest packet that is read, in bytes; no program captures longer ones. */
    static final int MOST = 1 << 18;

    byte[] bytes = new byte[MOST];

    /** How many of its bytes were captured. */
    int length;

    /** The link type of its interface (tcpdump.org/linktypes.html). */
    int linkType;

    /** Nanoseconds since 1970-01-01 UTC. */
    long epochNanos;
}
