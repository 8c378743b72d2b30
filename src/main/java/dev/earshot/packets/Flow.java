package dev.earshot.packets;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The two addresses and ports of a conversation, the same for both directions: {@code low} is before {@code high}. */
record Flow(Side low, Side high, boolean udp) {

    /** One side of a conversation. */
    record Side(long upper, long lower, int port) {
        static Side of(byte[] address, int port) {
            // An IPv4 address is told from the IPv6 address ::1.2.3.4 by a bit that no IPv6 address in use has.
            return address.length == 4
                    ? new Side(Long.MIN_VALUE | 1, number(address, 0, 4), port)
                    : new Side(number(address, 0, 8), number(address, 8, 8), port);
        }

        private static long number(byte[] bytes, int at, int count) {
            long number = 0;
            for (int i = 0; i < count; i++) {
                number = number << 8 | bytes[at + i] & 0xFF;
            }
            return number;
        }

        private boolean isBefore(Side other) {
            if (upper != other.upper) {
                return upper < other.upper;
            } else if (lower != other.lower) {
                return lower < other.lower;
            }
            return port <= other.port;
        }
    }

    /** Returns the flow between two sides, in whichever order they are given. */
    static Flow between(Side one, Side other, boolean udp) {
        return one.isBefore(other) ? new Flow(one, other, udp) : new Flow(other, one, udp);
    }

    /** Returns the address of a side. */
    static InetSocketAddress address(byte[] address, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(address), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(Arrays.toString(address), e);
        }
    }
}
