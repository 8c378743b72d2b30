package dev.earshot.packets;

import java.util.Set;

/** Finds the IP header behind the header of a link layer (tcpdump.org/linktypes.html). */
final class LinkLayer {
    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int LOOP = 108;
    private static final int LINUX_SLL = 113;
    private static final int LINUX_SLL2 = 276;

    /** The link types without a header: RAW as files and two BSD systems number it, IPv4 and IPv6. */
    private static final Set<Integer> RAW = Set.of(101, 12, 14, 228, 229);

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86DD;

    /** IEEE 802.1Q, 802.1ad, and two numbers that were used before the latter. */
    private static final Set<Integer> VLAN = Set.of(0x8100, 0x88A8, 0x9100, 0x9200);

    /** A smaller EtherType is a length (IEEE 802.3). */
    private static final int LEAST_ETHERTYPE = 0x600;

    private LinkLayer() {}

    /** Whether packets of this link type can be read. */
    static boolean isKnown(int linkType) {
        return linkType == NULL
                || linkType == ETHERNET
                || linkType == LOOP
                || linkType == LINUX_SLL
                || linkType == LINUX_SLL2
                || RAW.contains(linkType);
    }

    /** Returns where the IP header begins; -1 if it is no IP packet. */
    static int ipHeader(int linkType, byte[] bytes, int length) {
        return switch (linkType) {
            case NULL, LOOP -> family(bytes, length) ? 4 : -1;
            case ETHERNET -> ofEtherType(bytes, length, 12);
            case LINUX_SLL -> ofEtherType(bytes, length, 14);
            case LINUX_SLL2 -> length >= 20 && isIp(number(bytes, 0)) ? 20 : -1;
            default -> 0;
        };
    }

    /** Whether the four bytes of a BSD loopback header, in the byte order of any computer, are the family of IP. */
    private static boolean family(byte[] bytes, int length) {
        if (length < 4) {
            return false;
        }
        int one = number(bytes, 0) << 16 | number(bytes, 2);
        int family = (one & 0xFFFF0000) == 0 ? one : Integer.reverseBytes(one);
        // IPv4; IPv6 of Linux, BSD, FreeBSD, macOS
        return family == 2 || family == 10 || family == 24 || family == 28 || family == 30;
    }

    private static int ofEtherType(byte[] bytes, int length, int start) {
        int at = start;
        while (at + 2 <= length && VLAN.contains(number(bytes, at))) {
            at += 4;
        }
        if (at + 2 > length) {
            return -1;
        }
        int type = number(bytes, at);
        if (type < LEAST_ETHERTYPE && isSnap(bytes, length, at + 2)) {
            at += 8; // LLC and SNAP, whose last two bytes are the EtherType (RFC 1042)
            type = number(bytes, at);
        }
        return isIp(type) ? at + 2 : -1;
    }

    private static boolean isSnap(byte[] bytes, int length, int at) {
        return at + 8 <= length && number(bytes, at) == 0xAAAA && number(bytes, at + 2) == 0x0300 && bytes[at + 4] == 0;
    }

    private static boolean isIp(int etherType) {
        return etherType == IPV4 || etherType == IPV6;
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
