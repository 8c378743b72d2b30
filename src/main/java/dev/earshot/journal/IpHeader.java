package dev.earshot.journal;

import dev.earshot.net.Transport;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Writes and reads IPv4 and IPv6 headers (RFC 791, RFC 8200), and writes UDP headers (RFC 768). The buffer must have
 * network byte order. The IPv4 identification, free in a packet that is never fragmented (RFC 6864), or the IPv6 flow
 * label tells whether we connected to the peer, or only read what others have captured.
 */
final class IpHeader {
    static final int TCP = 6;
    static final int UDP = 17;
    static final int UDP_LENGTH = 8;

    private static final int HOPS = 64;
    private static final int DO_NOT_FRAGMENT = 0x4000;
    private static final int WE_CONNECTED = 1;
    private static final int CAPTURED = 2;

    private IpHeader() {}

    /** Puts the header of a packet with {@code length} bytes after the header. */
    static void put(ByteBuffer out, InetSocketAddress from, InetSocketAddress to, Transport transport, int length) {
        byte[] source = from.getAddress().getAddress();
        byte[] target = to.getAddress().getAddress();
        byte protocol = (byte) (transport.isUdp() ? UDP : TCP);
        int mark = mark(transport);
        int start = out.position();
        if (source.length == 4) {
            out.put((byte) 0x45).put((byte) 0).putShort((short) (20 + length));
            out.putShort((short) mark).putShort((short) DO_NOT_FRAGMENT);
            out.put((byte) HOPS).put(protocol).putShort((short) 0);
            out.put(source).put(target);
            out.putShort(start + 10, complement(sum(out, start, 20)));
        } else {
            out.putInt(6 << 28 | mark).putShort((short) length);
            out.put(protocol).put((byte) HOPS);
            out.put(source).put(target);
        }
    }

    /** Returns the length of a header with these addresses, in bytes. */
    static int length(InetSocketAddress from, InetSocketAddress to) {
        int source = from.getAddress().getAddress().length;
        return (source == 4 ? 12 : 8) + source + to.getAddress().getAddress().length;
    }

    /** Lets the header that begins a packet say that {@code length} bytes come after it (RFC 1624, equation 3). */
    static void setLength(ByteBuffer packet, int length) {
        if (isIpv4(packet, 0)) {
            int now = 20 + length;
            long sum = (~packet.getShort(10) & 0xFFFF) + (~packet.getShort(2) & 0xFFFF) + now;
            packet.putShort(2, (short) now).putShort(10, complement(sum));
        } else {
            packet.putShort(4, (short) length);
        }
    }

    /** Reads the transport from the header of a packet; null if it is neither TCP nor UDP. */
    static Transport transport(ByteBuffer packet, int start) {
        boolean ipv4 = isIpv4(packet, start);
        int protocol = packet.get(start + (ipv4 ? 9 : 6));
        int mark = ipv4 ? packet.getShort(start + 4) & 0xFFFF : packet.getInt(start) & 0xFFFFF;
        return switch (protocol) {
            case TCP ->
                switch (mark) {
                    case WE_CONNECTED -> Transport.TCP_OUT;
                    case CAPTURED -> Transport.TCP_CAPTURED;
                    default -> Transport.TCP_IN;
                };
            case UDP -> Transport.UDP;
            default -> null;
        };
    }

    private static int mark(Transport transport) {
        return switch (transport) {
            case TCP_OUT -> WE_CONNECTED;
            case TCP_CAPTURED -> CAPTURED;
            case TCP_IN, UDP, TFTP -> 0;
        };
    }

    static boolean isIpv4(ByteBuffer packet, int start) {
        return (packet.get(start) & 0xFF) >>> 4 == 4;
    }

    /** Puts a UDP header without a checksum, which IPv6 does not allow: see {@link #putUdpChecksum}. */
    static void putUdp(ByteBuffer out, InetSocketAddress from, InetSocketAddress to, int length) {
        out.putShort((short) from.getPort()).putShort((short) to.getPort());
        out.putShort((short) (UDP_LENGTH + length)).putShort((short) 0);
    }

    /** Puts the checksum of a complete IPv6 datagram that begins at {@code start} (RFC 8200, section 8.1). */
    static void putUdpChecksum(ByteBuffer out, int start) {
        int udp = start + 40;
        int length = out.position() - udp;
        long sum = sum(out, start + 8, 32) + length + UDP + sum(out, udp, length);
        short checksum = complement(sum);
        out.putShort(udp + 6, checksum == 0 ? (short) 0xFFFF : checksum);
    }

    /** Adds up words of 16 bits; an odd last byte is the higher half of one (RFC 1071). */
    private static long sum(ByteBuffer bytes, int start, int length) {
        long sum = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            sum += bytes.getShort(start + i) & 0xFFFF;
        }
        return length % 2 == 0 ? sum : sum + ((bytes.get(start + length - 1) & 0xFF) << 8);
    }

    private static short complement(long sum) {
        long folded = (sum & 0xFFFF) + (sum >>> 16);
        folded = (folded & 0xFFFF) + (folded >>> 16);
        return (short) ~folded;
    }
}
