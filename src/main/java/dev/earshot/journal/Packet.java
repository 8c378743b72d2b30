package dev.earshot.journal;

import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.NoteKinds;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The contents of one packet block of a capture.
 *
 * @param epochNanos nanoseconds since 1970-01-01 UTC
 * @param local our side, or null where it is about no peer
 * @param remote the peer's side, or null where it is about no peer
 * @param transport how we talk to that peer, or null where it is about none
 * @param sequence the TCP sequence number of its first byte; in a text about a UDP peer the peer's number
 * @param flags the TCP flags, or {@link #TEXT_RECORD} for a text on the second interface
 * @param waitedMillis the time for which the reader had waited for the peer
 * @param payloadStart where in the block the payload begins
 * @param comment the packet's comment by Earshot, or on the second interface its text; may be empty
 * @param note what a person has noted about the packet in another program or a saved copy; mostly empty
 */
record Packet(
        long epochNanos,
        SocketAddress local,
        SocketAddress remote,
        Transport transport,
        boolean inbound,
        int sequence,
        int flags,
        long waitedMillis,
        int payloadStart,
        int payloadLength,
        String comment,
        String note) {

    /** A flag that TCP has not: marks a text that is no packet. */
    static final int TEXT_RECORD = 0x100;

    /** Thrown when a block is damaged. */
    static final class MalformedException extends Exception {
        MalformedException(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * Reads a packet block.
     *
     * @param block from the block's first byte to its last, in the capture's byte order
     * @return null if it is neither TCP nor UDP over IP and no event of ours
     */
    static Packet parse(ByteBuffer block) throws MalformedException {
        try {
            int packetLength = block.getInt(20);
            int end = Pcapng.PACKET_HEADER + packetLength;
            if (packetLength < 0 || packetLength > block.limit() - Pcapng.PACKET_HEADER) {
                throw new IllegalArgumentException("a packet that is longer than its block");
            }
            long time = ((long) block.getInt(12) << 32) | (block.getInt(16) & 0xFFFFFFFFL);
            int direction = 0;
            String comment = "";
            String note = "";
            NamedEnds names = null;
            for (int at = (end + 3) & ~3; at + 4 <= block.limit() - 4; ) {
                int code = block.getShort(at) & 0xFFFF;
                int length = block.getShort(at + 2) & 0xFFFF;
                if (code == 0) {
                    break;
                } else if (code == Pcapng.OPTION_FLAGS) {
                    direction = block.getInt(at + 4) & 3;
                } else if (code == Pcapng.OPTION_COMMENT) {
                    String text = readText(block, at + 4, length);
                    NamedEnds found = NamedEnds.parse(text);
                    if (found != null) {
                        names = found;
                    } else if (CaptureComment.isOurs(text)) {
                        comment = text;
                    } else {
                        note = note.isEmpty() ? text : note + RowNote.BETWEEN + text;
                    }
                }
                at += 4 + ((length + 3) & ~3);
            }
            if (block.getInt(8) != 0) {
                return parseText(time, readText(block, Pcapng.PACKET_HEADER, packetLength), note);
            }
            Packet packet = parseIp(block, end, time, direction != Pcapng.OUTBOUND, comment, note);
            return names == null || packet == null || !NamedEnds.isStandIn(packet.local()) ? packet : packet.of(names);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | UnknownHostException e) {
            throw new MalformedException("a damaged packet block", e);
        }
    }

    /** Returns how many bytes of the packet in a block were cut off, as other programs do (snap length). */
    static long cutBytes(ByteBuffer block) {
        return Math.max(0, (block.getInt(24) & 0xFFFFFFFFL) - block.getInt(20));
    }

    /** Returns the packet with the true addresses of its peer in place of those that stand for them. */
    private Packet of(NamedEnds names) {
        return new Packet(
                epochNanos,
                names.local(),
                names.remote(),
                transport,
                inbound,
                sequence,
                flags,
                waitedMillis,
                payloadStart,
                payloadLength,
                comment,
                note);
    }

    private static Packet parseText(long time, String text, String note) {
        CaptureComment.PeerComment peerComment = CaptureComment.parseUdp(text);
        Peer peer = peerComment == null ? null : peerComment.peer();
        return new Packet(
                time,
                peer == null ? null : peer.local(),
                peer == null ? null : peer.remote(),
                peer == null ? null : peer.transport(),
                false,
                peer == null ? 0 : peer.id(),
                TEXT_RECORD,
                0,
                Pcapng.PACKET_HEADER,
                0,
                peerComment == null ? text : peerComment.comment(),
                note);
    }

    private static Packet parseIp(ByteBuffer block, int end, long time, boolean inbound, String comment, String note)
            throws UnknownHostException {
        ByteBuffer ip = block.duplicate().order(ByteOrder.BIG_ENDIAN);
        int at = Pcapng.PACKET_HEADER;
        boolean ipv4 = IpHeader.isIpv4(ip, at);
        int size = ipv4 ? 4 : 16;
        int addresses = at + (ipv4 ? 12 : 8);
        int tcp = ipv4 ? at + (ip.get(at) & 15) * 4 : at + 40;
        Transport transport = IpHeader.transport(ip, at);
        if (transport == null) {
            return null;
        }
        InetSocketAddress from = readAddress(ip, addresses, size, tcp);
        InetSocketAddress to = readAddress(ip, addresses + size, size, tcp + 2);
        if (transport == Transport.UDP) {
            return parseDatagram(ip, tcp, end, time, inbound ? to : from, inbound ? from : to, inbound, comment, note);
        }
        int header = (ip.get(tcp + 12) & 0xF0) >>> 2;
        int flags = ip.get(tcp + 13) & 0xFF;
        if (end - tcp - header > Endpoint.MAX_PIECE) {
            return null; // from elsewhere, such as a card that puts segments together: too long for one event
        }
        boolean waited = header == 28 && (ip.get(tcp + 20) & 0xFF) == PacketConversation.OPTION_WAITED;
        return new Packet(
                time,
                inbound ? to : from,
                inbound ? from : to,
                transport,
                inbound,
                ip.getInt(tcp + 4),
                flags,
                waited ? ip.getInt(tcp + 24) : 0,
                tcp + header,
                end - tcp - header,
                comment,
                note);
    }

    private static Packet parseDatagram(
            ByteBuffer ip,
            int udp,
            int end,
            long time,
            InetSocketAddress local,
            InetSocketAddress remote,
            boolean inbound,
            String comment,
            String note) {
        int length = (ip.getShort(udp + 4) & 0xFFFF) - IpHeader.UDP_LENGTH;
        int start = udp + IpHeader.UDP_LENGTH;
        if (length < 0 || length > Endpoint.MAX_DATAGRAM || start + length > end) {
            return null; // from elsewhere, such as a first fragment
        }
        return new Packet(time, local, remote, Transport.UDP, inbound, 0, 0, 0, start, length, comment, note);
    }

    private static InetSocketAddress readAddress(ByteBuffer ip, int at, int size, int portAt)
            throws UnknownHostException {
        byte[] bytes = new byte[size];
        ip.get(at, bytes);
        return new InetSocketAddress(InetAddress.getByAddress(bytes), ip.getShort(portAt) & 0xFFFF);
    }

    private static String readText(ByteBuffer block, int at, int length) {
        byte[] bytes = new byte[length];
        block.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the sequence number of its side's next packet (RFC 9293, section 3.4). */
    int nextSequence() {
        return sequence + payloadLength + (hasFlag(PacketConversation.SYN) || hasFlag(PacketConversation.FIN) ? 1 : 0);
    }

    /** Whether this is the first packet of a conversation, or a text that one begins. */
    boolean beginsConversation() {
        return isUdp()
                ? CaptureComment.isJoined(comment)
                : hasFlag(PacketConversation.SYN) && !hasFlag(PacketConversation.ACK);
    }

    boolean isUdp() {
        return transport != null && transport.isUdp();
    }

    /** Returns the number of the peer that joins or goes on here, or {@code otherwise}. */
    int peerNumber(int otherwise) {
        return isUdp() ? sequence : CaptureComment.peerNumber(comment, otherwise);
    }

    /**
     * Returns the event for which this packet was written.
     *
     * @param peer the peer whose packet it is, or null on the second interface
     * @param block the block that it was parsed from, backed by an array
     * @param noteKinds the kinds of notes that are known by their ids
     * @return null if it is part of another event or not ours
     */
    Event toEvent(Peer peer, ByteBuffer block, NoteKinds noteKinds) {
        Event commentEvent = CaptureComment.event(comment, peer, noteKinds);
        if (commentEvent != null || peer == null || hasFlag(TEXT_RECORD)) {
            return commentEvent;
        } else if (beginsConversation()) {
            return new Event.Joined(peer);
        } else if (payloadLength > 0 || isUdp()) {
            byte[] bytes = block.array();
            int at = block.arrayOffset() + payloadStart;
            return inbound
                    ? new Event.Received(peer, bytes, at, payloadLength, waitedMillis * 1_000_000)
                    : new Event.Sending(
                            peer,
                            bytes,
                            at,
                            payloadLength,
                            isUdp() || hasFlag(PacketConversation.PSH),
                            CaptureComment.parseOrigin(comment));
        } else if (hasFlag(PacketConversation.FIN)) {
            return inbound ? new Event.FinishedSending(peer) : new Event.Left(peer, Event.Reason.CLOSED_HERE, 0, "");
        } else if (hasFlag(PacketConversation.RST)) {
            return new Event.Left(peer, inbound ? Event.Reason.RESET_BY_PEER : Event.Reason.RESET_HERE, 0, "");
        }
        return inbound && waitedMillis > 0 ? new Event.Silent(peer, waitedMillis * 1_000_000) : null;
    }

    private boolean hasFlag(int flag) {
        return (flags & flag) != 0;
    }
}
