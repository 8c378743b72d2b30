package dev.earshot.packets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Set;

/** Finds the IP header behind the header of a link layer (tcpdump.org/linktypes.html). */
final class LinkLayer {
    private static final int NULL = 0;
    private static final int ETHERNET = 1;
    private static final int PPP = 9;
    private static final int PPP_SERIAL = 50;
    private static final int PPP_ETHER = 51;
    private static final int CISCO_HDLC = 104;
    private static final int WLAN = 105;
    private static final int LOOP = 108;
    private static final int LINUX_SLL = 113;
    private static final int PFLOG = 117;
    private static final int WLAN_RADIOTAP = 127;
    private static final int NFLOG = 239;
    private static final int NETANALYZER = 240;
    private static final int NETANALYZER_TRANSPARENT = 241;
    private static final int PKTAP = 258;
    private static final int LINUX_SLL2 = 276;

    private static final Set<Integer> WITH_HEADER = Set.of(
            NULL,
            ETHERNET,
            PPP,
            PPP_SERIAL,
            PPP_ETHER,
            CISCO_HDLC,
            WLAN,
            LOOP,
            LINUX_SLL,
            PFLOG,
            WLAN_RADIOTAP,
            NFLOG,
            NETANALYZER,
            NETANALYZER_TRANSPARENT,
            PKTAP,
            LINUX_SLL2);

    /** The link types without a header: RAW as files and two BSD systems number it, IPv4 and IPv6. */
    private static final Set<Integer> RAW = Set.of(101, 12, 14, 228, 229);

    private static final int IPV4 = 0x0800;
    private static final int IPV6 = 0x86DD;
    private static final int PPPOE = 0x8864;
    private static final int MPLS = 0x8847;
    private static final int MPLS_UPSTREAM = 0x8848;

    /** IEEE 802.1Q, 802.1ad, and two numbers that were used before the latter. */
    private static final Set<Integer> VLAN = Set.of(0x8100, 0x88A8, 0x9100, 0x9200);

    /** A smaller EtherType is a length (IEEE 802.3). */
    private static final int LEAST_ETHERTYPE = 0x600;

    /** RFC 2516, section 4. */
    private static final int PPPOE_HEADER = 6;

    private static final int NFLOG_PAYLOAD = 9;

    /** Of the Ethernet adapters of Hilscher, which may also show what comes before a frame. */
    private static final int NETANALYZER_HEADER = 4;

    private static final int PREAMBLE = 8;

    private static final int PPP_IPV4 = 0x21;
    private static final int PPP_IPV6 = 0x57;

    private LinkLayer() {}

    /** Whether packets of this link type can be read. */
    static boolean isKnown(int linkType) {
        return WITH_HEADER.contains(linkType) || RAW.contains(linkType);
    }

    /** Returns where the IP header begins; -1 if it is no IP packet. */
    static int ipHeader(int linkType, byte[] bytes, int length) {
        return switch (linkType) {
            case NULL, LOOP -> family(bytes, length) ? 4 : -1;
            case ETHERNET -> ofEtherType(bytes, length, 12);
            case PPP, PPP_SERIAL -> ofPpp(bytes, length, 0);
            case PPP_ETHER -> ofPpp(bytes, length, PPPOE_HEADER);
            case CISCO_HDLC -> ofEtherType(bytes, length, 2);
            case WLAN -> WlanHeader.ipHeader(bytes, length, 0);
            case WLAN_RADIOTAP ->
                length < 4 ? -1 : WlanHeader.ipHeader(bytes, length, bytes[2] & 0xFF | (bytes[3] & 0xFF) << 8);
            case LINUX_SLL -> ofEtherType(bytes, length, 14);
            case PFLOG -> length < 1 ? -1 : within((bytes[0] & 0xFF) + 3 & ~3, length);
            case LINUX_SLL2 -> length < 20 ? -1 : ofPayload(number(bytes, 0), bytes, length, 20);
            case NFLOG -> ofNflog(bytes, length);
            case NETANALYZER -> ofEtherType(bytes, length, NETANALYZER_HEADER + 12);
            case NETANALYZER_TRANSPARENT -> ofEtherType(bytes, length, NETANALYZER_HEADER + PREAMBLE + 12);
            case PKTAP -> ofPktap(bytes, length);
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

    /** A PPP header (RFC 1661, section 2), whose address and control (RFC 1662) and a zero may have been left out. */
    private static int ofPpp(byte[] bytes, int length, int start) {
        int at = start;
        if (at + 4 > length) {
            return -1;
        }
        int first = number(bytes, at);
        if (first == 0x0F00 || first == 0x8F00) { // Cisco HDLC, on the same kind of line
            return ofEtherType(bytes, length, at + 2);
        }
        at += first == 0xFF03 ? 2 : 0;
        int protocol = bytes[at] & 0xFF;
        if (protocol == 0) {
            protocol = bytes[++at] & 0xFF;
        }
        return protocol == PPP_IPV4 || protocol == PPP_IPV6 ? within(at + 1, length) : -1;
    }

    /** MPLS labels (RFC 3032), of which the last has a bit set; nothing but the packet itself says that it is IP. */
    private static int ofMpls(byte[] bytes, int length, int start) {
        int at = start;
        while (at + 4 <= length && (bytes[at + 2] & 1) == 0) {
            at += 4;
        }
        int version = at + 4 < length ? (bytes[at + 4] & 0xFF) >>> 4 : 0;
        return version == 4 || version == 6 ? at + 4 : -1;
    }

    private static int within(int at, int length) {
        return at < length ? at : -1;
    }

    /** What the firewall of Linux logs: values, each behind its length and type; one is the IP packet. */
    private static int ofNflog(byte[] bytes, int length) {
        if (length < 8 || bytes[1] != 0 || !family(new byte[] {bytes[0], 0, 0, 0}, 4)) {
            return -1;
        }
        boolean little = bytes[6] != 0; // no type is above 255
        ByteBuffer values =
                ByteBuffer.wrap(bytes, 0, length).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = 4;
        while (at + 4 < length) {
            int size = values.getShort(at) & 0xFFFF;
            if (values.getShort(at + 2) == NFLOG_PAYLOAD) {
                return at + 4;
            } else if (size < 4) {
                return -1;
            }
            at += size + 3 & ~3;
        }
        return -1;
    }

    /** The header of Apple's tcpdump (bsd/net/pktap.h), which says its length and the link type of what follows. */
    private static int ofPktap(byte[] bytes, int length) {
        if (length < 12) {
            return -1;
        }
        ByteBuffer header = ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        int size = header.getInt(0);
        int linkType = header.getInt(8);
        if (size < 12 || size > length || linkType == PKTAP || !isKnown(linkType)) {
            return -1;
        }
        int at = ipHeader(linkType, Arrays.copyOfRange(bytes, size, length), length - size);
        return at < 0 ? -1 : within(size + at, length);
    }

    /**
     * Returns where IP begins behind an EtherType at this place, behind VLAN tags, LLC, PPPoE and MPLS; -1 if it is
     * none.
     */
    static int ofEtherType(byte[] bytes, int length, int start) {
        return start + 2 > length ? -1 : ofPayload(number(bytes, start), bytes, length, start + 2);
    }

    /**
     * Returns where IP begins behind an EtherType, as {@link #ofEtherType} does; its payload begins at {@code start}.
     */
    static int ofPayload(int etherType, byte[] bytes, int length, int start) {
        int type = etherType;
        int at = start;
        while (VLAN.contains(type) && at + 4 <= length) {
            type = number(bytes, at + 2);
            at += 4;
        }
        if (type < LEAST_ETHERTYPE && isSnap(bytes, length, at)) {
            at += 8; // LLC and SNAP, whose last two bytes are the EtherType (RFC 1042)
            type = number(bytes, at - 2);
        }
        return switch (type) {
            case PPPOE -> ofPpp(bytes, length, at + PPPOE_HEADER);
            case MPLS, MPLS_UPSTREAM -> ofMpls(bytes, length, at);
            default -> isIp(type) ? at : -1;
        };
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
