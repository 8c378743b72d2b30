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
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Writes each event as a record of the capture, with one write. Guarded by the journal's lock. */
final class CaptureWriter implements Closeable {
    /** The longest record in bytes. */
    static final int MOST_RECORD = Endpoint.MAX_DATAGRAM + 2048;

    /** The system writes whole pages faster than parts of them. */
    private static final int PAGE = 4096;

    private static final int TRAFFIC = 0;
    private static final int EVENTS = 1;
    private static final byte[] NOTHING = {};

    /** The longest block about a peer that goes on in a new segment, in bytes. */
    private static final int MOST_GOES_ON = 320;

    private static final int MOST_HEAD = 512;

    private final SegmentedFile segmentedFile;
    private final ByteBuffer block =
            ByteBuffer.allocateDirect(MOST_RECORD + 2 * PAGE).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<Integer, PacketConversation> conversations = new HashMap<>();
    private int payloadStart;
    private long now;
    private int messages;
    private int padding; // before the record
    private String frame = ""; // the comment of the present data
    // The last segment, which counts once it is written: the head of a new file is about what came before.
    private PacketConversation lastConversation;
    private boolean lastInbound;
    private int lastFlags;

    /** Begins a capture; see {@link SegmentedFile}. */
    CaptureWriter(CaptureLocation location, CaptureDisk disk, CaptureLimit limit, long epochNanos) throws IOException {
        segmentedFile = new SegmentedFile(location, disk, limit, this::makeHead, epochNanos);
    }

    SegmentedFile segmentedFile() {
        return segmentedFile;
    }

    /** Returns where in its record the payload of the latest event begins, in bytes. */
    int payloadStart() {
        return payloadStart;
    }

    /** Returns the event as it can be recorded: a note about a peer that has left becomes one about no peer. */
    Event recordable(Event event) {
        if (event instanceof Event.Note note
                && note.peer() != null
                && !conversations.containsKey(note.peer().id())) {
            return new Event.Note(null, note.kind(), note.arguments());
        }
        return event;
    }

    /** Appends data that was read from a packet of another capture, with the packet's number there. */
    long appendFrame(Event event, long epochNanos, long number) {
        frame = CaptureComment.frame(number);
        try {
            return append(event, epochNanos);
        } finally {
            frame = "";
        }
    }

    /** Appends that a peer is there which joined before the capture began. */
    long appendUnderWay(Peer peer, long epochNanos) {
        segmentedFile.prepare(epochNanos);
        PacketConversation conversation = new PacketConversation(peer, epochNanos);
        putGoesOn(block, conversation, epochNanos);
        conversations.put(peer.id(), conversation);
        messages = 0;
        padding = 0;
        return flush();
    }

    /** Leaves out sequence numbers of one direction, as the bytes are missing in the capture that is read. */
    void skip(Peer peer, boolean inbound, long bytes) {
        conversations.get(peer.id()).advance(inbound, 0, (int) bytes);
    }

    /** Appends an event and returns where its record begins. */
    long append(Event event, long epochNanos) {
        now = epochNanos;
        lastConversation = null;
        messages = 0;
        padding = 0;
        segmentedFile.prepare(now);
        if (event instanceof Event.Received e && isUdp(e.peer())) {
            putDatagram(e.peer(), true, e.buffer(), e.offset(), e.length(), frame);
        } else if (event instanceof Event.Sending e && isUdp(e.peer())) {
            putDatagram(e.peer(), false, e.buffer(), e.offset(), e.length(), comment(e.origin()));
        } else if (event instanceof Event.Received e) {
            padToPage(e.length());
            long waited = e.blockedNanos() / 1_000_000;
            putSegment(e.peer(), true, PSH | ACK, e.buffer(), e.offset(), e.length(), waited, frame);
        } else if (event instanceof Event.Sending e) {
            int flags = e.last() ? PSH | ACK : ACK;
            putSegment(e.peer(), false, flags, e.buffer(), e.offset(), e.length(), 0, comment(e.origin()));
        } else if (event instanceof Event.Silent e) {
            putSegment(e.peer(), true, ACK, NOTHING, 0, 0, e.blockedNanos() / 1_000_000, "");
        } else if (event instanceof Event.Joined e) {
            return writeJoined(e.peer());
        } else if (event instanceof Event.FinishedSending e) {
            putEmptySegment(e.peer(), true, FIN | ACK, "");
        } else if (event instanceof Event.Left e) {
            return writeLeft(e);
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
        long start = flush();
        if (lastConversation != null) {
            lastConversation.advance(lastInbound, lastFlags, messages);
        }
        return start;
    }

    private String comment(Origin origin) {
        return frame.isEmpty() ? CaptureComment.origin(origin) : frame;
    }

    private long writeJoined(Peer peer) {
        PacketConversation conversation = new PacketConversation(peer, now);
        if (conversation.isUdp()) {
            putText(CaptureComment.udp(peer, CaptureComment.joined()));
        } else {
            boolean theirs = peer.transport() != Transport.TCP_OUT;
            beginSegment(conversation, theirs, SYN, 0, 0);
            Pcapng.endPacket(block, 0, direction(theirs), CaptureComment.peer(peer));
            conversation.advance(theirs, SYN, 0);
            int answer = block.position();
            beginSegment(conversation, !theirs, SYN | ACK, 0, 0);
            Pcapng.endPacket(block, answer, direction(!theirs), "");
            conversation.advance(!theirs, SYN | ACK, 0);
        }
        long start = flush();
        conversations.put(peer.id(), conversation);
        return start;
    }

    private long writeLeft(Event.Left e) {
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
        long start = flush();
        conversations.remove(e.peer().id());
        return start;
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
        Pcapng.beginPacket(block, TRAFFIC, now);
        int start = block.position();
        conversation.putDatagramHeaders(block, inbound, count);
        payloadStart = block.position();
        block.put(bytes, offset, count);
        conversation.endDatagram(block, start);
        messages = count;
        Pcapng.endPacket(block, 0, direction(inbound), comment);
    }

    /**
     * Pads the file so that a record of the largest size begins at a page. Such records come in floods and fill pages
     * exactly, so that one padding is enough for all that follow.
     */
    private void padToPage(int payload) {
        int over = (int) (segmentedFile.positionInFile() % PAGE);
        if (payload < Endpoint.MAX_PIECE || over == 0) {
            return;
        }
        int gap = PAGE - over;
        Pcapng.putPadding(block, gap < Pcapng.SMALLEST ? gap + PAGE : gap);
        padding = block.position();
    }

    private void putSegment(
            Peer peer, boolean inbound, int flags, byte[] bytes, int offset, int count, long waited, String comment) {
        beginSegment(conversations.get(peer.id()), inbound, flags, count, waited);
        block.put(bytes, offset, count);
        messages = count;
        Pcapng.endPacket(block, padding, direction(inbound), comment);
    }

    private void putEmptySegment(Peer peer, boolean inbound, int flags, String comment) {
        beginSegment(conversations.get(peer.id()), inbound, flags, 0, 0);
        Pcapng.endPacket(block, 0, direction(inbound), comment);
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
        Pcapng.beginPacket(block, EVENTS, now);
        payloadStart = block.position();
        block.put(text.getBytes(StandardCharsets.UTF_8));
        Pcapng.endPacket(block, 0, 0, "");
    }

    private long flush() {
        block.flip();
        long start = segmentedFile.append(block, messages, now);
        block.clear();
        return start + padding;
    }

    /** Makes the beginning of a segment: the peers that are there, and the sequence numbers of each conversation. */
    private ByteBuffer makeHead(long epochNanos) {
        ByteBuffer head = ByteBuffer.allocate(MOST_HEAD + MOST_GOES_ON * conversations.size())
                .order(ByteOrder.LITTLE_ENDIAN);
        Pcapng.putHead(head);
        conversations.forEach((peer, conversation) -> putGoesOn(head, conversation, epochNanos));
        return head.flip();
    }

    private static void putGoesOn(ByteBuffer out, PacketConversation conversation, long epochNanos) {
        int start = out.position();
        Peer peer = conversation.peer();
        String goesOn = CaptureComment.goesOn(peer.id(), conversation.since());
        if (conversation.isUdp()) {
            Pcapng.beginPacket(out, EVENTS, epochNanos);
            out.put(CaptureComment.udp(peer, goesOn).getBytes(StandardCharsets.UTF_8));
            Pcapng.endPacket(out, start, 0, "");
        } else {
            Pcapng.beginPacket(out, TRAFFIC, epochNanos);
            conversation.putGoesOn(out);
            Pcapng.endPacket(out, start, Pcapng.INBOUND, goesOn);
        }
    }

    @Override
    public void close() throws IOException {
        segmentedFile.close();
    }
}
