package dev.earshot.packets;

/**
 * Finds the IP packet that another IP packet carries: IP in IP (RFC 2003, RFC 4213), GRE (RFC 2784, RFC 2890) with IP,
 * Ethernet or ERSPAN in it, VXLAN (RFC 7348) and Geneve (RFC 8926).
 */
final class Tunnel {
    private static final int IPV4 = 4;
    private static final int IPV6 = 41;
    private static final int GRE = 47;

    private static final int GRE_CHECKSUM = 0x8000;
    private static final int GRE_KEY = 0x2000;
    private static final int GRE_SEQUENCE = 0x1000;

    /** The bits of routing, which is obsolete, and of other versions. */
    private static final int GRE_OTHER = 0x4007;

    /** The protocols of GRE and Geneve besides the EtherTypes of IP. */
    private static final int BRIDGED_ETHERNET = 0x6558;

    private static final int ERSPAN = 0x88BE;
    private static final int ERSPAN_HEADER = 8;

    private static final int UDP_HEADER = 8;
    private static final int VXLAN_PORT = 4789;
    private static final int GENEVE_PORT = 6081;
    private static final int OVERLAY_HEADER = 8;

    /** The place of the EtherType in an Ethernet header. */
    private static final int ETHERTYPE = 12;

    private Tunnel() {}

    /**
     * Returns where in the bytes of a packet the IP header inside begins; -1 if it carries none, or is no tunnel.
     *
     * @param ip a whole packet, not a fragment
     */
    static int ipHeader(IpPacket ip) {
        int end = ip.start + ip.captured;
        return switch (ip.protocol) {
            case IPV4, IPV6 -> ip.captured > 0 ? ip.start : -1;
            case GRE -> ofGre(ip, end);
            case IpPacket.UDP -> ofUdp(ip, end);
            default -> -1;
        };
    }

    private static int ofGre(IpPacket ip, int end) {
        if (ip.captured < 4) {
            return -1;
        }
        int flags = ip.number(ip.start);
        if ((flags & GRE_OTHER) != 0) {
            return -1;
        }
        boolean hasSequence = (flags & GRE_SEQUENCE) != 0;
        int at = ip.start + 4;
        at += (flags & GRE_CHECKSUM) == 0 ? 0 : 4;
        at += (flags & GRE_KEY) == 0 ? 0 : 4;
        at += hasSequence ? 4 : 0;
        int protocol = ip.number(ip.start + 2);
        if (protocol == ERSPAN) { // its first type has neither a number nor a header
            return LinkLayer.ofEtherType(ip.bytes, end, at + (hasSequence ? ERSPAN_HEADER : 0) + ETHERTYPE);
        }
        return ofProtocol(protocol, ip, at, end);
    }

    private static int ofProtocol(int protocol, IpPacket ip, int at, int end) {
        return protocol == BRIDGED_ETHERNET
                ? LinkLayer.ofEtherType(ip.bytes, end, at + ETHERTYPE)
                : LinkLayer.ofPayload(protocol, ip.bytes, end, at);
    }

    /** Other programs may use these ports too, so that the header must look like that of a tunnel. */
    private static int ofUdp(IpPacket ip, int end) {
        if (ip.captured < UDP_HEADER + OVERLAY_HEADER) {
            return -1;
        }
        int at = ip.start + UDP_HEADER;
        int port = ip.number(ip.start + 2);
        int first = ip.number(at);
        if (port == VXLAN_PORT && first == 0x0800 && ip.number(at + 2) == 0 && ip.bytes[at + 7] == 0) {
            return LinkLayer.ofEtherType(ip.bytes, end, at + OVERLAY_HEADER + ETHERTYPE);
        }
        if (port == GENEVE_PORT && (first & 0xC03F) == 0 && ip.bytes[at + 7] == 0) {
            int options = (first >>> 8) * 4;
            return ofProtocol(ip.number(at + 2), ip, at + OVERLAY_HEADER + options, end);
        }
        return -1;
    }
}
