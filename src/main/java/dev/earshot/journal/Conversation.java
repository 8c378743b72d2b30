package dev.earshot.journal;

import dev.earshot.net.Peer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One TCP conversation as it is written: its addresses and the running sequence numbers (RFC 9293, section 3.1). */
final class Conversation {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;

    /** TCP option for experiments (RFC 4727), with an identifier of our own (RFC 6994): milliseconds the peer kept us. */
    static final int OPTION_WAITED = 253;

    static final short OPTION_WAITED_ID = 0x4561;

    private static final int TCP = 6;
    private static final int HOPS = 64;
    private static final int DO_NOT_FRAGMENT = 0x4000;

    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private final long since;
    private int localNext;
    private int remoteNext;
    private boolean odd;

    Conversation(Peer peer, long epochNanos) {
        since = epochNanos;
        local = peer.local();
        remote = peer.remote();
        // With equal numbers a second conversation on the same ports would be shown as a retransmission of the first.
        remoteNext = peer.id() * 1_000_003;
        localNext = peer.id() * 1_000_033 + 500_000;
    }

    /** When it began, nanoseconds since 1970-01-01 UTC. */
    long since() {
        return since;
    }

    /** How long it has lasted at this time, in milliseconds. */
    long lastedMillis(long epochNanos) {
        return Math.max(0, epochNanos - since) / 1_000_000;
    }

    /** Puts IP and TCP header of a segment whose {@code length} bytes of payload the caller puts behind them. */
    void putHeaders(ByteBuffer out, boolean inbound, int flags, int length, long waitedMillis) {
        // A segment without data has another window: Wireshark calls it an update, not a duplicate acknowledgement.
        putHeaders(out, inbound, flags, length, waitedMillis, length > 0 ? 0xFFFF : 0xFFFE);
    }

    /** Puts the headers of a segment that says nothing but that the conversation goes on. */
    void putGoesOn(ByteBuffer out) {
        odd = !odd;
        putHeaders(out, true, ACK, 0, 0, odd ? 0xFFFD : 0xFFFC);
    }

    private void putHeaders(ByteBuffer out, boolean inbound, int flags, int length, long waitedMillis, int window) {
        InetSocketAddress from = inbound ? remote : local;
        InetSocketAddress to = inbound ? local : remote;
        out.order(ByteOrder.BIG_ENDIAN);
        int tcpHeader = waitedMillis > 0 ? 28 : 20;
        putIpHeader(out, from.getAddress().getAddress(), to.getAddress().getAddress(), tcpHeader + length);
        out.putShort((short) from.getPort()).putShort((short) to.getPort());
        out.putInt(inbound ? remoteNext : localNext);
        out.putInt((flags & ACK) == 0 ? 0 : inbound ? localNext : remoteNext);
        out.put((byte) (tcpHeader / 4 << 4)).put((byte) flags);
        out.putShort((short) window).putInt(0);
        if (waitedMillis > 0) {
            out.put((byte) OPTION_WAITED).put((byte) 8).putShort(OPTION_WAITED_ID);
            out.putInt((int) Math.min(waitedMillis, Integer.MAX_VALUE));
        }
        out.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Counts what went, also where it is lost later: Wireshark then shows a gap. */
    void advance(boolean inbound, int flags, int length) {
        int sequence = length + ((flags & (SYN | FIN)) == 0 ? 0 : 1);
        if (inbound) {
            remoteNext += sequence;
        } else {
            localNext += sequence;
        }
    }

    private static void putIpHeader(ByteBuffer out, byte[] from, byte[] to, int payload) {
        int start = out.position();
        if (from.length == 4) {
            out.put((byte) 0x45).put((byte) 0).putShort((short) (20 + payload));
            out.putShort((short) 0).putShort((short) DO_NOT_FRAGMENT);
            out.put((byte) HOPS).put((byte) TCP).putShort((short) 0);
            out.put(from).put(to);
            out.putShort(start + 10, checksum(out, start));
        } else {
            out.putInt(6 << 28).putShort((short) payload);
            out.put((byte) TCP).put((byte) HOPS);
            out.put(from).put(to);
        }
    }

    /** The checksum of an IPv4 header of 20 bytes (RFC 791, section 3.1). */
    private static short checksum(ByteBuffer header, int start) {
        int sum = 0;
        for (int i = 0; i < 20; i += 2) {
            sum += header.getShort(start + i) & 0xFFFF;
        }
        sum = (sum & 0xFFFF) + (sum >>> 16);
        sum = (sum & 0xFFFF) + (sum >>> 16);
        return (short) ~sum;
    }
}
