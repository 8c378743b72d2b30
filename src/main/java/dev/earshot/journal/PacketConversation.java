package dev.earshot.journal;

import dev.earshot.net.Peer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One conversation as it is written: with whom, and over TCP the running sequence numbers (RFC 9293, section 3.1). */
final class PacketConversation {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;

    /** TCP option for experiments (RFC 4727), with an identifier of our own (RFC 6994): milliseconds the peer kept us. */
    static final int OPTION_WAITED = 253;

    static final short OPTION_WAITED_ID = 0x4561;

    private final Peer peer;
    private final long since;
    private int localNext;
    private int remoteNext;
    private boolean odd;
    private boolean finished;

    PacketConversation(Peer peer, long epochNanos) {
        since = epochNanos;
        this.peer = peer;
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

    Peer peer() {
        return peer;
    }

    boolean isUdp() {
        return peer.transport().isUdp();
    }

    /** Whether we have said FIN. */
    boolean finished() {
        return finished;
    }

    /** Puts IP and UDP header of a datagram whose payload the caller puts behind them. */
    void putDatagramHeaders(ByteBuffer out, boolean inbound, int length) {
        InetSocketAddress from = inbound ? peer.remote() : peer.local();
        InetSocketAddress to = inbound ? peer.local() : peer.remote();
        out.order(ByteOrder.BIG_ENDIAN);
        IpHeader.put(out, from, to, peer.transport(), IpHeader.UDP_LENGTH + length);
        IpHeader.putUdp(out, from, to, length);
        out.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Completes the datagram that begins there and whose payload has been put. */
    void endDatagram(ByteBuffer out, int start) {
        if (!IpHeader.isFour(out, start)) {
            out.order(ByteOrder.BIG_ENDIAN);
            IpHeader.checkUdp(out, start);
            out.order(ByteOrder.LITTLE_ENDIAN);
        }
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
        InetSocketAddress from = inbound ? peer.remote() : peer.local();
        InetSocketAddress to = inbound ? peer.local() : peer.remote();
        out.order(ByteOrder.BIG_ENDIAN);
        int tcpHeader = waitedMillis > 0 ? 28 : 20;
        IpHeader.put(out, from, to, peer.transport(), tcpHeader + length);
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
            finished |= (flags & FIN) != 0;
        }
    }
}
