package dev.earshot.journal;

import dev.earshot.net.Peer;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes the packet headers of one conversation; for TCP it counts the sequence numbers too (RFC 9293, section 3.1).
 */
final class PacketConversation {
    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int PSH = 8;
    static final int ACK = 16;

    /** The TCP option with the milliseconds for which the reader waited (RFC 4727, with our own id after RFC 6994). */
    static final int OPTION_WAITED = 253;

    static final short OPTION_WAITED_ID = 0x4561;

    private static final int WAITED_LENGTH = 8;

    private static final int TCP_HEADER = 20;

    private final Peer peer;
    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private final String names;

    /**
     * The headers of the latest segment of each direction, in which the next one changes what differs; null for UDP.
     */
    private final ByteBuffer theirs;

    private final ByteBuffer ours;
    private long since;
    private int localNext;
    private int remoteNext;
    private boolean oddWindow;
    private boolean oddEmpty;
    private boolean isFinished;

    PacketConversation(Peer peer, long epochNanos) {
        since = epochNanos;
        this.peer = peer;
        local = NamedEnds.localInPackets(peer);
        remote = NamedEnds.remoteInPackets(peer);
        names = NamedEnds.comment(peer);
        theirs = isUdp() ? null : segmentHeaders(peer, remote, local);
        ours = isUdp() ? null : segmentHeaders(peer, local, remote);
        // With equal numbers a second conversation on the same ports would be shown as a retransmission of the first.
        remoteNext = peer.id() * 1_000_003;
        localNext = peer.id() * 1_000_033 + 500_000;
    }

    private static ByteBuffer segmentHeaders(Peer peer, InetSocketAddress from, InetSocketAddress to) {
        ByteBuffer out = ByteBuffer.allocate(IpHeader.length(from, to) + TCP_HEADER);
        IpHeader.put(out, from, to, peer.transport(), TCP_HEADER);
        return out.putShort((short) from.getPort()).putShort((short) to.getPort());
    }

    /** Returns when it began, in nanoseconds since 1970-01-01 UTC. */
    long since() {
        return since;
    }

    /** Corrects when it began, in nanoseconds since 1970-01-01 UTC. */
    void setSince(long epochNanos) {
        since = epochNanos;
    }

    /** Returns how long it had lasted at a time, in milliseconds. */
    long lastedMillis(long epochNanos) {
        return Math.max(0, epochNanos - since) / 1_000_000;
    }

    Peer peer() {
        return peer;
    }

    /** Returns the comment for each packet that has its true addresses; empty over IP. */
    String names() {
        return names;
    }

    boolean isUdp() {
        return peer.transport().isUdp();
    }

    /** Whether our side has sent FIN. */
    boolean isFinished() {
        return isFinished;
    }

    /** Puts the IP and UDP headers of a datagram; the caller puts the payload after them. */
    void putDatagramHeaders(ByteBuffer out, boolean inbound, int length) {
        InetSocketAddress from = inbound ? remote : local;
        InetSocketAddress to = inbound ? local : remote;
        out.order(ByteOrder.BIG_ENDIAN);
        IpHeader.put(out, from, to, peer.transport(), IpHeader.UDP_LENGTH + length);
        IpHeader.putUdp(out, from, to, length);
        out.order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Completes the datagram that begins at {@code start}, after its payload has been put. */
    void endDatagram(ByteBuffer out, int start) {
        if (!IpHeader.isIpv4(out, start)) {
            out.order(ByteOrder.BIG_ENDIAN);
            IpHeader.putUdpChecksum(out, start);
            out.order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Puts the IP and TCP headers of a segment; the caller puts {@code length} bytes of payload after them. */
    void putHeaders(ByteBuffer out, boolean inbound, int flags, int length, long waitedMillis) {
        // A segment without data has another window, also than the one before it, as a note and a silence may follow
        // one
        // another: Wireshark calls it an update, not a duplicate acknowledgement.
        oddEmpty ^= length == 0;
        putHeaders(out, inbound, flags, length, waitedMillis, length > 0 ? 0xFFFF : oddEmpty ? 0xFFFE : 0xFFFB);
    }

    /** Puts the headers of an empty segment which tells that the conversation goes on. */
    void putGoesOn(ByteBuffer out) {
        oddWindow = !oddWindow;
        putHeaders(out, true, ACK, 0, 0, oddWindow ? 0xFFFD : 0xFFFC);
    }

    private void putHeaders(ByteBuffer out, boolean inbound, int flags, int length, long waitedMillis, int window) {
        ByteBuffer headers = inbound ? theirs : ours;
        int tcp = headers.capacity() - TCP_HEADER;
        int tcpHeader = waitedMillis > 0 ? TCP_HEADER + WAITED_LENGTH : TCP_HEADER;
        IpHeader.setLength(headers, tcpHeader + length);
        headers.putInt(tcp + 4, inbound ? remoteNext : localNext);
        headers.putInt(tcp + 8, (flags & ACK) == 0 ? 0 : inbound ? localNext : remoteNext);
        headers.put(tcp + 12, (byte) (tcpHeader / 4 << 4)).put(tcp + 13, (byte) flags);
        headers.putShort(tcp + 14, (short) window);
        out.put(headers.array());
        if (waitedMillis > 0) {
            out.order(ByteOrder.BIG_ENDIAN);
            out.put((byte) OPTION_WAITED).put((byte) WAITED_LENGTH).putShort(OPTION_WAITED_ID);
            out.putInt((int) Math.min(waitedMillis, Integer.MAX_VALUE));
            out.order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** Advances the sequence numbers by a segment, also by one that is lost later: Wireshark then shows a gap. */
    void advance(boolean inbound, int flags, int length) {
        int sequence = length + ((flags & (SYN | FIN)) == 0 ? 0 : 1);
        if (inbound) {
            remoteNext += sequence;
        } else {
            localNext += sequence;
            isFinished |= (flags & FIN) != 0;
        }
    }
}
