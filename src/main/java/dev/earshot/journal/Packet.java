package dev.earshot.journal;

import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One packet block of a capture, taken apart.
 *
 * @param epochNanos nanoseconds since 1970-01-01 UTC
 * @param local our side, or null on the second interface
 * @param remote the peer's side, or null on the second interface
 * @param sequence the TCP sequence number of its first byte
 * @param flags the TCP flags
 * @param waitedMillis how long the peer kept the reader waiting
 * @param payloadStart where in the block the payload begins
 * @param remark the packet's comment, or on the second interface its text; may be empty
 */
record Packet(
        long epochNanos,
        InetSocketAddress local,
        InetSocketAddress remote,
        boolean inbound,
        int sequence,
        int flags,
        long waitedMillis,
        int payloadStart,
        int payloadLength,
        String remark) {

    /** Thrown where a block is not what it claims to be. */
    static final class Malformed extends Exception {
        Malformed(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * Takes a packet block apart.
     *
     * @param block from the block's first byte to its last, in the capture's byte order
     * @return null if it is no TCP over IP and no event of ours
     */
    static Packet parse(ByteBuffer block) throws Malformed {
        try {
            int packetLength = block.getInt(20);
            int end = Pcapng.PACKET_HEADER + packetLength;
            if (packetLength < 0 || packetLength > block.limit() - Pcapng.PACKET_HEADER) {
                throw new IllegalArgumentException("a packet that is longer than its block");
            }
            long time = ((long) block.getInt(12) << 32) | (block.getInt(16) & 0xFFFFFFFFL);
            int direction = 0;
            String comment = "";
            for (int at = (end + 3) & ~3; at + 4 <= block.limit() - 4; ) {
                int code = block.getShort(at) & 0xFFFF;
                int length = block.getShort(at + 2) & 0xFFFF;
                if (code == 0) {
                    break;
                } else if (code == Pcapng.OPTION_FLAGS) {
                    direction = block.getInt(at + 4) & 3;
                } else if (code == Pcapng.OPTION_COMMENT) {
                    comment = text(block, at + 4, length);
                }
                at += 4 + ((length + 3) & ~3);
            }
            if (block.getInt(8) != 0) {
                String remark = text(block, Pcapng.PACKET_HEADER, packetLength);
                return new Packet(time, null, null, false, 0, 0, 0, Pcapng.PACKET_HEADER, packetLength, remark);
            }
            return parseIp(block, end, time, direction != Pcapng.OUTBOUND, comment);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | UnknownHostException e) {
            throw new Malformed("a damaged packet block", e);
        }
    }

    private static Packet parseIp(ByteBuffer block, int end, long time, boolean inbound, String comment)
            throws UnknownHostException {
        ByteBuffer ip = block.duplicate().order(ByteOrder.BIG_ENDIAN);
        int at = Pcapng.PACKET_HEADER;
        int version = (ip.get(at) & 0xFF) >>> 4;
        int size = version == 4 ? 4 : 16;
        int addresses = at + (version == 4 ? 12 : 8);
        int tcp = version == 4 ? at + (ip.get(at) & 15) * 4 : at + 40;
        int protocol = ip.get(at + (version == 4 ? 9 : 6));
        if (protocol != 6) {
            return null;
        }
        InetSocketAddress from = address(ip, addresses, size, tcp);
        InetSocketAddress to = address(ip, addresses + size, size, tcp + 2);
        int header = (ip.get(tcp + 12) & 0xF0) >>> 2;
        int flags = ip.get(tcp + 13) & 0xFF;
        if (end - tcp - header > Endpoint.MAX_PIECE) {
            return null; // from elsewhere, such as a card that puts segments together: too long for one event
        }
        boolean waited = header == 28 && (ip.get(tcp + 20) & 0xFF) == Conversation.OPTION_WAITED;
        return new Packet(
                time,
                inbound ? to : from,
                inbound ? from : to,
                inbound,
                ip.getInt(tcp + 4),
                flags,
                waited ? ip.getInt(tcp + 24) : 0,
                tcp + header,
                end - tcp - header,
                comment);
    }

    private static InetSocketAddress address(ByteBuffer ip, int at, int size, int portAt) throws UnknownHostException {
        byte[] bytes = new byte[size];
        ip.get(at, bytes);
        return new InetSocketAddress(InetAddress.getByAddress(bytes), ip.getShort(portAt) & 0xFFFF);
    }

    private static String text(ByteBuffer block, int at, int length) {
        byte[] bytes = new byte[length];
        block.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The sequence number with which its side goes on (RFC 9293, section 3.4). */
    int nextSequence() {
        return sequence + payloadLength + (has(Conversation.SYN) || has(Conversation.FIN) ? 1 : 0);
    }

    /** Whether this is the first packet of a conversation. */
    boolean begins() {
        return has(Conversation.SYN) && !has(Conversation.ACK);
    }

    /**
     * The event that this packet was written for.
     *
     * @param peer whose packet it is, or null on the second interface
     * @param block the block that it was parsed from, backed by an array
     * @return null if it is part of another event or none of ours
     */
    Event event(Peer peer, ByteBuffer block) {
        Event told = Remark.event(remark, peer);
        if (told != null || peer == null) {
            return told;
        } else if (begins()) {
            return new Event.Joined(peer);
        } else if (payloadLength > 0) {
            byte[] bytes = block.array();
            int at = block.arrayOffset() + payloadStart;
            return inbound
                    ? new Event.Received(peer, bytes, at, payloadLength, waitedMillis * 1_000_000)
                    : new Event.Sending(
                            peer, bytes, at, payloadLength, has(Conversation.PSH), Remark.parseOrigin(remark));
        } else if (has(Conversation.FIN)) {
            return inbound ? new Event.FinishedSending(peer) : new Event.Left(peer, Event.Reason.CLOSED_HERE, 0, "");
        } else if (has(Conversation.RST)) {
            return new Event.Left(peer, inbound ? Event.Reason.RESET_BY_PEER : Event.Reason.RESET_HERE, 0, "");
        }
        return inbound && waitedMillis > 0 ? new Event.Silent(peer, waitedMillis * 1_000_000) : null;
    }

    private boolean has(int flag) {
        return (flags & flag) != 0;
    }
}
