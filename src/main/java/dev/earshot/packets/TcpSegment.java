package dev.earshot.packets;

import java.util.Arrays;

/** The fields of a TCP segment that are needed (RFC 9293, section 3.1); overwritten by the next one. */
final class TcpSegment {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;

    private static final int LEAST_HEADER = 20;

    int sourcePort;
    int targetPort;
    int sequence;
    int acknowledged;
    private int flags;

    byte[] bytes = {};

    /** Where the data begin in {@code bytes}. */
    int start;

    /** How many bytes of data were captured. */
    int captured;

    /** How many bytes of data there were on the wire. */
    int length;

    /** Reads the header; returns false if it is damaged or was not captured whole. */
    boolean read(IpPacket ip) {
        if (ip.captured < LEAST_HEADER) {
            return false;
        }
        int at = ip.start;
        int header = (ip.bytes[at + 12] & 0xF0) >>> 2;
        if (header < LEAST_HEADER || header > ip.length) {
            return false;
        }
        bytes = ip.bytes;
        sourcePort = ip.number(at);
        targetPort = ip.number(at + 2);
        sequence = ip.number(at + 4) << 16 | ip.number(at + 6);
        acknowledged = ip.number(at + 8) << 16 | ip.number(at + 10);
        flags = bytes[at + 13] & 0xFF;
        start = at + header;
        length = ip.length - header;
        captured = Math.max(0, ip.captured - header);
        return true;
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Returns the captured data. */
    byte[] copy() {
        return Arrays.copyOfRange(bytes, start, start + captured);
    }
}
