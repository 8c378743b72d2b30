package dev.earshot.journal;

import dev.earshot.journal.storage.CaptureDisk;
import dev.earshot.journal.storage.CaptureLimit;
import dev.earshot.journal.storage.CaptureLocation;
import dev.earshot.journal.storage.SegmentedFile;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes each event as a record of the capture, with one write. Guarded by the journal's lock. */
final class CaptureWriter implements Closeable {
    /** The system writes whole pages faster than parts of them. */
    private static final int PAGE = 4096;

    private final SegmentedFile segmentedFile;
    private final RecordEncoder encoder = new RecordEncoder();
    private final ByteBuffer block =
            ByteBuffer.allocateDirect(RecordEncoder.MOST_RECORD + 2 * PAGE).order(ByteOrder.LITTLE_ENDIAN);

    /** Begins a capture; see {@link SegmentedFile}. */
    CaptureWriter(CaptureLocation location, CaptureDisk disk, CaptureLimit limit, long epochNanos) throws IOException {
        segmentedFile = new SegmentedFile(location, disk, limit, encoder::makeHead, epochNanos);
    }

    SegmentedFile segmentedFile() {
        return segmentedFile;
    }

    /** Returns where in its record the payload of the latest event begins, in bytes. */
    int payloadStart() {
        return encoder.payloadStart();
    }

    /** Returns the note as it can be recorded: one about a peer that has left becomes one about no peer. */
    Event.Note recordable(Event.Note note) {
        return note.peer() == null || encoder.isPresent(note.peer().id())
                ? note
                : new Event.Note(null, note.kind(), note.arguments());
    }

    /** Appends data that was read from a packet of another capture, with the packet's number there. */
    long appendFrame(Event event, long epochNanos, long number) {
        return append(event, epochNanos, CaptureComment.frame(number));
    }

    /** Appends that a peer is there which joined before the capture began. */
    long appendUnderWay(Peer peer, long epochNanos) {
        segmentedFile.prepare(epochNanos);
        encoder.putPresent(peer, epochNanos, epochNanos, block);
        return flush(0, epochNanos);
    }

    /** Leaves out sequence numbers of one direction, as the bytes are missing in the capture that is read. */
    void skip(Peer peer, boolean inbound, long bytes) {
        encoder.skip(peer, inbound, bytes);
    }

    /** Appends an event and returns where its record begins. */
    long append(Event event, long epochNanos) {
        return append(event, epochNanos, "");
    }

    private long append(Event event, long epochNanos, String comment) {
        segmentedFile.prepare(epochNanos);
        if (event instanceof Event.Received received
                && !received.peer().transport().isUdp()) {
            padToPage(received.length());
        }
        int padding = block.position();
        encoder.put(event, epochNanos, comment, "", block);
        long start = flush(encoder.messages(), epochNanos);
        encoder.commit();
        return start + padding;
    }

    private long flush(int messages, long epochNanos) {
        block.flip();
        long start = segmentedFile.append(block, messages, epochNanos);
        block.clear();
        return start;
    }

    /**
     * Pads the file so that a record of the largest size begins at a page. Such records come in floods and fill pages
     * exactly, so that one padding is enough for all that follow.
     */
    private void padToPage(int payload) {
        if (payload < Endpoint.MAX_PIECE) {
            return;
        }
        int over = (int) (segmentedFile.positionInFile() % PAGE);
        int gap = PAGE - over;
        if (over > 0) {
            Pcapng.putPadding(block, gap < Pcapng.SMALLEST ? gap + PAGE : gap);
        }
    }

    @Override
    public void close() throws IOException {
        segmentedFile.close();
    }
}
