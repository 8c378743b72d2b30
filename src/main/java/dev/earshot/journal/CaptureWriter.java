package dev.earshot.journal;

import static dev.earshot.journal.Conversation.ACK;
import static dev.earshot.journal.Conversation.FIN;
import static dev.earshot.journal.Conversation.PSH;
import static dev.earshot.journal.Conversation.RST;
import static dev.earshot.journal.Conversation.SYN;

import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Appends events to a capture file, each with one write. Guarded by the journal's lock. */
final class CaptureWriter implements Closeable {
    /** No record is longer. */
    static final int MOST_RECORD = Endpoint.MAX_PIECE + 2048;

    /** The system writes whole pages faster than parts of them. */
    private static final int PAGE = 4096;

    private static final int TRAFFIC = 0;
    private static final int EVENTS = 1;
    private static final byte[] NOTHING = {};

    private final FileChannel channel;
    private final ByteBuffer block =
            ByteBuffer.allocateDirect(MOST_RECORD + 2 * PAGE).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<Integer, Conversation> conversations = new HashMap<>();
    private volatile long length;
    private int payloadStart;
    private long now;

    /** Begins a capture in an empty file. */
    CaptureWriter(FileChannel channel) throws IOException {
        this.channel = channel;
        Pcapng.putHead(block);
        flush();
    }

    /** Bytes in the file; whole records only. Read by any thread. */
    long length() {
        return length;
    }

    /** Where in its record the payload of the latest event begins. */
    int payloadStart() {
        return payloadStart;
    }

    /**
     * Appends an event and returns where its record begins.
     *
     * @throws IOException if it could not be kept; the file then ends with the record before
     */
    long append(Event event, long epochNanos) throws IOException {
        now = epochNanos;
        long start = length;
        if (event instanceof Event.Received e) {
            start += align(e.length());
            long waited = e.blockedNanos() / 1_000_000;
            segment(e.peer(), true, PSH | ACK, e.buffer(), e.offset(), e.length(), waited);
        } else if (event instanceof Event.Sending e) {
            int flags = e.last() ? PSH | ACK : ACK;
            segment(e.peer(), false, flags, e.buffer(), e.offset(), e.length(), 0);
        } else if (event instanceof Event.Silent e) {
            segment(e.peer(), true, ACK, NOTHING, 0, 0, e.blockedNanos() / 1_000_000);
        } else if (event instanceof Event.Joined e) {
            conversations.put(e.peer().id(), new Conversation(e.peer(), now));
            bare(e.peer(), true, SYN, Remark.peer(e.peer()));
            bare(e.peer(), false, SYN | ACK, "");
        } else if (event instanceof Event.FinishedSending e) {
            bare(e.peer(), true, FIN | ACK, "");
        } else if (event instanceof Event.Left e) {
            boolean theirs = e.why() == Event.Reason.RESET_BY_PEER;
            boolean reset = theirs || e.why() == Event.Reason.RESET_HERE || e.why() == Event.Reason.FAILED;
            bare(
                    e.peer(),
                    theirs,
                    (reset ? RST : FIN) | ACK,
                    Remark.left(e, conversations.get(e.peer().id()).lastedMillis(now)));
            conversations.remove(e.peer().id());
        } else if (event instanceof Event.Note e
                && e.peer() != null
                && conversations.containsKey(e.peer().id())) {
            bare(e.peer(), true, ACK, Remark.note(e));
        } else if (event instanceof Event.Note e) {
            remark(Remark.note(e));
        } else if (event instanceof Event.Opened e) {
            remark(Remark.opened(e.local()));
        } else if (event instanceof Event.Closed e) {
            remark(Remark.closed(e.local()));
        } else {
            throw new AssertionError(event);
        }
        flush();
        return start;
    }

    /**
     * Lets the largest records, which come in floods, begin at a page: they fill pages exactly, so that one padding is
     * enough for all that follow.
     *
     * @return how much was put before the record
     */
    private int align(int payload) {
        int over = (int) (length % PAGE);
        if (payload < Endpoint.MAX_PIECE || over == 0) {
            return 0;
        }
        int gap = PAGE - over;
        Pcapng.putPadding(block, gap < Pcapng.SMALLEST ? gap + PAGE : gap);
        return block.position();
    }

    private void segment(Peer peer, boolean inbound, int flags, byte[] bytes, int offset, int count, long waited) {
        int start = beginTcp(peer, inbound, flags, count, waited);
        block.put(bytes, offset, count);
        Pcapng.endPacket(block, start, inbound ? Pcapng.INBOUND : Pcapng.OUTBOUND, "");
    }

    private void bare(Peer peer, boolean inbound, int flags, String comment) {
        int start = beginTcp(peer, inbound, flags, 0, 0);
        Pcapng.endPacket(block, start, inbound ? Pcapng.INBOUND : Pcapng.OUTBOUND, comment);
    }

    private int beginTcp(Peer peer, boolean inbound, int flags, int count, long waited) {
        int start = block.position();
        Conversation conversation = conversations.get(peer.id());
        Pcapng.beginPacket(block, TRAFFIC, now);
        conversation.putHeaders(block, inbound, flags, count, waited);
        conversation.advance(inbound, flags, count);
        payloadStart = block.position() - start;
        return start;
    }

    private void remark(String text) {
        int start = block.position();
        Pcapng.beginPacket(block, EVENTS, now);
        payloadStart = block.position() - start;
        block.put(text.getBytes(StandardCharsets.UTF_8));
        Pcapng.endPacket(block, start, 0, "");
    }

    private void flush() throws IOException {
        block.flip();
        try {
            while (block.hasRemaining()) {
                channel.write(block, length + block.position());
            }
            length += block.limit();
        } catch (IOException e) {
            channel.truncate(length);
            throw e;
        } finally {
            block.clear();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
