package dev.earshot.journal;

import static dev.earshot.journal.PacketConversation.ACK;
import static dev.earshot.journal.PacketConversation.FIN;
import static dev.earshot.journal.PacketConversation.PSH;
import static dev.earshot.journal.PacketConversation.RST;
import static dev.earshot.journal.PacketConversation.SYN;

import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.TcpNote;
import dev.earshot.net.Transport;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Encodes events as records of a capture, with the sequence numbers of all conversations. Buffers must have
 * little-endian order. Not thread-safe.
 */
public final class RecordEncoder {
    /** The longest record in bytes. */
    public static final int MOST_RECORD = Endpoint.MAX_DATAGRAM + 2048;

    private static final int TRAFFIC = 0;
    private static final int EVENTS = 1;
    private static final byte[] NOTHING = {};

    /** The longest block about a peer that goes on in a new segment, in bytes. */
    private static final int MOST_GOES_ON = 320;

    private static final int MOST_HEAD = 512;

    private final Map<Integer, PacketConversation> conversations = new HashMap<>();
    private ByteBuffer block;
    private int payloadStart;
    private long now;
    private int messages;
    private String note;
    // The latest event counts once it is written: the head of a new file is about what came before.
    private Event latest;
    private PacketConversation lastConversation;
    private boolean lastInbound;
    private int lastFlags;

    /** Returns where in the latest record its payload begins, in bytes. */
    int payloadStart() {
        return payloadStart;
    }

    /** Returns the number of bytes of the latest record that are a message. */
    int messages() {
        return messages;
    }

    /** Whether the peer of this number has joined and not left. */
    public boolean isPresent(int peer) {
        return conversations.containsKey(peer);
    }

    /**
     * Puts the record of an event; {@link #commit} must follow once it is written.
     *
     * @param comment of the data; empty for the one that says who has sent them
     * @param personsNote what a person has noted about it, mostly empty; comes first, as earlier versions read the last
     *     comment
     */
    public void put(Event event, long epochNanos, String comment, String personsNote, ByteBuffer out) {
        block = out;
        note = personsNote;
        now = epochNanos;
        latest = event;
        lastConversation = null;
        messages = 0;
        if (event instanceof Event.Received e && isUdp(e.peer())) {
            putDatagram(e.peer(), true, e.buffer(), e.offset(), e.length(), comment);
        } else if (event instanceof Event.Sending e && isUdp(e.peer())) {
            putDatagram(e.peer(), false, e.buffer(), e.offset(), e.length(), comment(e.origin(), comment));
        } else if (event instanceof Event.Received e) {
            long waited = e.blockedNanos() / 1_000_000;
            putSegment(e.peer(), true, PSH | ACK, e.buffer(), e.offset(), e.length(), waited, comment);
        } else if (event instanceof Event.Sending e) {
            int flags = e.last() ? PSH | ACK : ACK;
            putSegment(e.peer(), false, flags, e.buffer(), e.offset(), e.length(), 0, comment(e.origin(), comment));
        } else if (event instanceof Event.Silent e) {
            putSegment(e.peer(), true, ACK, NOTHING, 0, 0, e.blockedNanos() / 1_000_000, "");
        } else if (event instanceof Event.Joined e) {
            putJoined(e.peer());
        } else if (event instanceof Event.FinishedSending e) {
            putEmptySegment(e.peer(), true, FIN | ACK, "");
        } else if (event instanceof Event.Left e) {
            putLeft(e);
        } else if (event instanceof Event.Note e && e.peer() != null) {
            putNote(e);
        } else if (event instanceof Event.Note e) {
            putText(CaptureComment.note(e));
        } else if (event instanceof Event.Opened e) {
            putText(CaptureComment.opened(e));
        } else if (event instanceof Event.Closed e) {
            putText(CaptureComment.closed(e));
        } else {
            throw new AssertionError(event);
        }
    }

    /** Counts the latest event, whose record was written, or lost: Wireshark then shows a gap. */
    public void commit() {
        if (latest instanceof Event.Joined joined) {
            conversations.put(joined.peer().id(), lastConversation);
        } else if (latest instanceof Event.Left left) {
            conversations.remove(left.peer().id());
        } else if (lastConversation != null) {
            lastConversation.advance(lastInbound, lastFlags, messages);
        }
    }

    private static String comment(Origin origin, String otherwise) {
        return otherwise.isEmpty() ? CaptureComment.origin(origin) : otherwise;
    }

    /** Leaves out sequence numbers of one direction, as the bytes are missing in the capture that is read. */
    void skip(Peer peer, boolean inbound, long bytes) {
        conversations.get(peer.id()).advance(inbound, 0, (int) bytes);
    }

    private void putJoined(Peer peer) {
        PacketConversation conversation = new PacketConversation(peer, now);
        if (conversation.isUdp()) {
            putText(CaptureComment.udp(peer, CaptureComment.joined()));
        } else {
            boolean theirs = peer.transport() != Transport.TCP_OUT;
            int question = block.position();
            beginSegment(conversation, theirs, SYN, 0, 0);
            Pcapng.endPacket(block, question, direction(theirs), note, conversation.names(), CaptureComment.peer(peer));
            conversation.advance(theirs, SYN, 0);
            int answer = block.position();
            beginSegment(conversation, !theirs, SYN | ACK, 0, 0);
            Pcapng.endPacket(block, answer, direction(!theirs), conversation.names());
            conversation.advance(!theirs, SYN | ACK, 0);
        }
        lastConversation = conversation;
    }

    private void putLeft(Event.Left e) {
        boolean theirs = e.why() == Event.Reason.RESET_BY_PEER;
        boolean reset = theirs || e.why() == Event.Reason.RESET_HERE || e.why() == Event.Reason.FAILED;
        PacketConversation conversation = conversations.get(e.peer().id());
        String comment = CaptureComment.left(e, conversation.lastedMillis(now));
        if (conversation.isUdp()) {
            putText(CaptureComment.udp(e.peer(), comment));
        } else {
            int flag = reset ? RST : conversation.isFinished() ? 0 : FIN;
            putEmptySegment(e.peer(), theirs, flag | ACK, comment);
        }
    }

    private void putNote(Event.Note note) {
        if (isUdp(note.peer())) {
            putText(CaptureComment.udp(note.peer(), CaptureComment.note(note)));
        } else if (note.kind() == CaptureNote.GAP || note.kind() == CaptureNote.PACKET_CUT) {
            // Of the direction whose sequence numbers leap, so that a reader finds the gap before the note.
            putEmptySegment(note.peer(), note.number(0, 0) == 0, ACK, CaptureComment.note(note));
        } else if (note.kind() == TcpNote.FINISHED_HERE) {
            putEmptySegment(note.peer(), false, FIN | ACK, CaptureComment.note(note));
        } else {
            putEmptySegment(note.peer(), true, ACK, CaptureComment.note(note));
        }
    }

    private static boolean isUdp(Peer peer) {
        return peer.transport().isUdp();
    }

    private static int direction(boolean inbound) {
        return inbound ? Pcapng.INBOUND : Pcapng.OUTBOUND;
    }

    private void putDatagram(Peer peer, boolean inbound, byte[] bytes, int offset, int count, String comment) {
        PacketConversation conversation = conversations.get(peer.id());
        int begin = block.position();
        Pcapng.beginPacket(block, TRAFFIC, now);
        int start = block.position();
        conversation.putDatagramHeaders(block, inbound, count);
        payloadStart = block.position() - begin;
        block.put(bytes, offset, count);
        conversation.endDatagram(block, start);
        messages = count;
        Pcapng.endPacket(block, begin, direction(inbound), note, conversation.names(), comment);
    }

    private void putSegment(
            Peer peer, boolean inbound, int flags, byte[] bytes, int offset, int count, long waited, String comment) {
        int begin = block.position();
        beginSegment(conversations.get(peer.id()), inbound, flags, count, waited);
        block.put(bytes, offset, count);
        messages = count;
        Pcapng.endPacket(block, begin, direction(inbound), note, lastConversation.names(), comment);
    }

    private void putEmptySegment(Peer peer, boolean inbound, int flags, String comment) {
        int begin = block.position();
        beginSegment(conversations.get(peer.id()), inbound, flags, 0, 0);
        Pcapng.endPacket(block, begin, direction(inbound), note, lastConversation.names(), comment);
    }

    private void beginSegment(PacketConversation conversation, boolean inbound, int flags, int count, long waited) {
        int start = block.position();
        Pcapng.beginPacket(block, TRAFFIC, now);
        conversation.putHeaders(block, inbound, flags, count, waited);
        payloadStart = block.position() - start;
        lastConversation = conversation;
        lastInbound = inbound;
        lastFlags = flags;
    }

    /** Puts a record on the second interface, which has no packet but only a text. */
    private void putText(String text) {
        int begin = block.position();
        Pcapng.beginPacket(block, EVENTS, now);
        payloadStart = block.position() - begin;
        block.put(text.getBytes(StandardCharsets.UTF_8));
        Pcapng.endPacket(block, begin, 0, note, "");
    }

    /** Makes the beginning of a file: the peers that are there, and the sequence numbers of each conversation. */
    public ByteBuffer makeHead(long epochNanos) {
        int names = conversations.values().stream()
                .mapToInt(conversation -> conversation.names().length())
                .sum();
        ByteBuffer head = ByteBuffer.allocate(MOST_HEAD + MOST_GOES_ON * conversations.size() + names)
                .order(ByteOrder.LITTLE_ENDIAN);
        Pcapng.putHead(head);
        conversations.values().forEach(conversation -> putGoesOn(conversation, epochNanos, head));
        return head.flip();
    }

    /**
     * Puts a record by which a peer is there that joined before.
     *
     * @param joinedNanos when it joined, in nanoseconds since 1970-01-01 UTC
     */
    public void putPresent(Peer peer, long joinedNanos, long epochNanos, ByteBuffer out) {
        PacketConversation conversation = new PacketConversation(peer, joinedNanos);
        conversations.put(peer.id(), conversation);
        putGoesOn(conversation, epochNanos, out);
    }

    /** Corrects when a present peer joined, in nanoseconds since 1970-01-01 UTC. */
    public void setJoined(int peer, long epochNanos) {
        conversations.get(peer).setSince(epochNanos);
    }

    private static void putGoesOn(PacketConversation conversation, long epochNanos, ByteBuffer out) {
        int start = out.position();
        String goesOn = CaptureComment.goesOn(conversation.peer().id(), conversation.since());
        if (conversation.isUdp()) {
            Pcapng.beginPacket(out, EVENTS, epochNanos);
            out.put(CaptureComment.udp(conversation.peer(), goesOn).getBytes(StandardCharsets.UTF_8));
            Pcapng.endPacket(out, start, 0, "");
        } else {
            Pcapng.beginPacket(out, TRAFFIC, epochNanos);
            conversation.putGoesOn(out);
            Pcapng.endPacket(out, start, Pcapng.INBOUND, conversation.names(), goesOn);
        }
    }
}
