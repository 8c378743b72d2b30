package dev.earshot.net.udp;

/**
 * The limits for the peers that a UDP endpoint remembers.
 *
 * @param mostPeers the greatest number of peers; those used longest ago make room for new ones
 * @param idleMillis the time without datagrams after which a peer leaves
 */
record UdpLimits(int mostPeers, int idleMillis) {
    static final UdpLimits STANDARD = new UdpLimits(10_000, 30 * 60_000);
}
