package dev.earshot.journal;

import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * The two addresses of a conversation that is not over IP. Its packets have addresses of IPv6 that stand for them and
 * lead nowhere (100::/64, RFC 6666): 100:: for our side, and 100:: with the peer's number for the other. So other
 * programs show a conversation. A comment of each packet has the true ones: {@code earshot between /dev/ttyUSB0
 * /dev/ttyUSB0}.
 */
record NamedEnds(SocketAddress local, SocketAddress remote) {
    private static final String BETWEEN = "earshot between ";

    /** A port of no protocol (RFC 6335, section 6): without one Wireshark cannot tell the sides apart. */
    private static final int STAND_IN_PORT = 49_152;

    /** The bytes that all addresses of 100::/64 begin with. */
    private static final int NETWORK = 8;

    /** Returns the comment for the packets of a peer; empty for one over IP, whose packets have its addresses. */
    static String comment(Peer peer) {
        return isOverIp(peer) ? "" : BETWEEN + Addresses.text(peer.local()) + " " + Addresses.text(peer.remote());
    }

    /** Reads a comment; null if it is another, as anybody may write one that begins so. */
    static NamedEnds parse(String comment) {
        if (!comment.startsWith(BETWEEN)) {
            return null;
        }
        String[] ends = comment.substring(BETWEEN.length()).split(" ", 2);
        try {
            return ends.length < 2 ? null : new NamedEnds(Addresses.parse(ends[0]), Addresses.parse(ends[1]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Returns the address and port of our side in the packets of a peer. */
    static InetSocketAddress localInPackets(Peer peer) {
        return isOverIp(peer) ? (InetSocketAddress) peer.local() : standIn(0);
    }

    /** Returns the address and port of the peer's side in its packets. */
    static InetSocketAddress remoteInPackets(Peer peer) {
        return isOverIp(peer) ? (InetSocketAddress) peer.remote() : standIn(peer.id());
    }

    private static boolean isOverIp(Peer peer) {
        return Addresses.ip(peer.local()) != null && Addresses.ip(peer.remote()) != null;
    }

    /** Whether an address of a packet stands for one that is not of IP. */
    static boolean isStandIn(SocketAddress address) {
        byte[] network = Arrays.copyOf(standIn(0).getAddress().getAddress(), NETWORK);
        return Addresses.ip(address) instanceof Inet6Address ip
                && Arrays.equals(Arrays.copyOf(ip.getAddress(), NETWORK), network);
    }

    private static InetSocketAddress standIn(int number) {
        byte[] ip = new byte[16];
        ip[0] = 1;
        for (int i = 0; i < Integer.BYTES; i++) {
            ip[15 - i] = (byte) (number >>> 8 * i);
        }
        try {
            return new InetSocketAddress(InetAddress.getByAddress(ip), STAND_IN_PORT);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
