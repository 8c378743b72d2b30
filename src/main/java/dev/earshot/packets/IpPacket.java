package dev.earshot.packets;

import java.util.Arrays;

/**
 * The fields of an IPv4 or IPv6 packet that are needed (RFC 791, RFC 8200), and where its payload is; overwritten by
 * the next packet.
 */
final class IpPacket {
    static final int TCP = 6;
    static final int UDP = 17;

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int MOBILITY = 135;
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int IPV6_ADDRESS = 16;

    byte[] bytes = {};
    byte[] source = {};
    byte[] target = {};
    int protocol;

    /** Where the payload begins in {@code bytes}. */
    int start;

    /** How many bytes of the payload were captured. */
    int captured;

    /** How many bytes the payload had on the wire. */
    int length;

    /** Whether it is only a fragment of a packet. */
    boolean isFragment;

    boolean isLastFragment;

    /** Where in the whole payload this fragment belongs. */
    int fragmentOffset;

    int identification;

    /**
     * Reads the headers.
     *
     * @param at where they begin
     * @param end where the captured bytes end
     * @return false if they are damaged or were not captured whole
     */
    boolean read(byte[] packet, int at, int end) {
        bytes = packet;
        isFragment = false;
        if (at >= end) {
            return false;
        }
        int version = (packet[at] & 0xFF) >>> 4;
        return version == 4 ? readIpv4(at, end) : version == 6 && readIpv6(at, end);
    }

    private boolean readIpv4(int at, int end) {
        int header = (bytes[at] & 15) * 4;
        if (header < IPV4_HEADER || at + header > end) {
            return false;
        }
        int total = number(at + 2);
        // A card that cuts segments itself gets packets without a length, or of more than fits.
        int wire = total == 0 ? end - at : total;
        if (wire < header) {
            return false;
        }
        source = Arrays.copyOfRange(bytes, at + 12, at + 16);
        target = Arrays.copyOfRange(bytes, at + 16, at + 20);
        protocol = bytes[at + 9] & 0xFF;
        identification = number(at + 4);
        int fragment = number(at + 6);
        fragmentOffset = (fragment & 0x1FFF) * 8;
        isLastFragment = (fragment & 0x2000) == 0;
        isFragment = fragmentOffset > 0 || !isLastFragment;
        setPayload(at + header, wire - header, end);
        return true;
    }

    private boolean readIpv6(int at, int end) {
        if (at + IPV6_HEADER > end) {
            return false;
        }
        source = Arrays.copyOfRange(bytes, at + 8, at + 24);
        target = Arrays.copyOfRange(bytes, at + 24, at + 40);
        int length6 = number(at + 4);
        int wireEnd = length6 == 0 ? end : at + IPV6_HEADER + length6;
        return readExtensions(bytes[at + 6] & 0xFF, at + IPV6_HEADER, wireEnd, end);
    }

    /** Reads the headers between that of IPv6 and the payload, up to that of a fragment. */
    private boolean readExtensions(int first, int at, int wireEnd, int end) {
        int next = first;
        int here = at;
        while (isExtension(next) && !isFragment) { // what follows is in the first fragment only
            if (here + 8 > Math.min(end, wireEnd)) {
                return false;
            }
            int following = bytes[here] & 0xFF;
            int size = (bytes[here + 1] & 0xFF) * 8 + 8;
            if (next == AUTHENTICATION) {
                size = (bytes[here + 1] & 0xFF) * 4 + 8;
            } else if (next == FRAGMENT) {
                size = 8;
                int fragment = number(here + 2);
                fragmentOffset = fragment & 0xFFF8;
                isLastFragment = (fragment & 1) == 0;
                isFragment = fragmentOffset > 0 || !isLastFragment; // else an atomic fragment (RFC 6946)
                identification = number(here + 4) << 16 | number(here + 6);
            }
            next = following;
            here += size;
        }
        if (here > Math.min(end, wireEnd)) {
            return false;
        }
        protocol = next;
        setPayload(here, wireEnd - here, end);
        return true;
    }

    private static boolean isExtension(int header) {
        return header == HOP_BY_HOP
                || header == ROUTING
                || header == FRAGMENT
                || header == AUTHENTICATION
                || header == DESTINATION_OPTIONS
                || header == MOBILITY;
    }

    private void setPayload(int begin, int wireLength, int end) {
        start = begin;
        length = wireLength;
        captured = Math.min(wireLength, end - begin);
    }

    /**
     * Takes the payload that was put together of fragments. Of IPv6, it may begin with more headers.
     *
     * @param first the protocol that the first fragment names
     * @return false if those headers are damaged
     */
    boolean setWhole(int first, byte[] payload, int wireLength) {
        bytes = payload;
        isFragment = false;
        protocol = first;
        setPayload(0, wireLength, wireLength);
        return !isIpv6() || readExtensions(first, 0, wireLength, wireLength);
    }

    /** Whether it is a packet of IPv6. */
    boolean isIpv6() {
        return source.length == IPV6_ADDRESS;
    }

    /** Reads two bytes of the packet as a number. */
    int number(int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
