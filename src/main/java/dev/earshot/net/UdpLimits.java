package dev.earshot.net;

/**
 * How many peers a UDP endpoint remembers, and how long.
 *
 * @param mostPeers so many at most; those that were used longest ago make room for new ones
 * @param idleMillis a peer that nothing came from or went to for so long leaves
 */
record UdpLimits(int mostPeers, int idleMillis) {
    static final UdpLimits STANDARD = new UdpLimits(10_000, 30 * 60_000);
}
