package dev.earshot.journal;

import dev.earshot.journal.storage.Segments;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads records of a capture, and keeps the last one. Confined to one thread. */
final class RecordReader {
    private static final int MOST_RECORD = RecordEncoder.MOST_RECORD;

    private final Segments capture;
    private final ByteBuffer record = ByteBuffer.allocate(MOST_RECORD);
    private long recordAt = -1;

    RecordReader(Segments capture) {
        this.capture = capture;
        record.order(capture.order());
    }

    /**
     * Reads the packet in the entry's record.
     *
     * @throws RecordGoneException if it was removed, or not kept
     * @throws IOException if it cannot be read, or was damaged
     */
    Packet readPacket(RowIndex.Entry entry) throws IOException {
        load(entry);
        try {
            return Packet.parse(record);
        } catch (Packet.MalformedException e) {
            throw new IOException("the capture was changed at byte " + entry.offset(), e);
        }
    }

    /** Returns the record whose packet was read last; the next reading overwrites it. */
    ByteBuffer buffer() {
        return record;
    }

    /**
     * Copies a part of the entry's payload.
     *
     * @param from where in the payload the part begins
     * @param at where in {@code into} it goes
     */
    void copyPayload(RowIndex.Entry entry, int from, byte[] into, int at, int length) throws IOException {
        if (recordAt == entry.offset()) {
            record.get(entry.payloadStart() + from, into, at, length);
        } else {
            capture.read(ByteBuffer.wrap(into, at, length), entry.offset() + entry.payloadStart() + from);
        }
    }

    /** Makes the buffer hold the entry's whole record. */
    private void load(RowIndex.Entry entry) throws IOException {
        if (recordAt == entry.offset()) {
            return;
        }
        recordAt = -1;
        record.clear().limit(8);
        capture.read(record, entry.offset());
        int length = record.getInt(4);
        if (length < Pcapng.PACKET_HEADER || length > MOST_RECORD) {
            throw new IOException("the capture was changed at byte " + entry.offset());
        }
        record.limit(length);
        capture.read(record, entry.offset() + 8);
        record.flip();
        recordAt = entry.offset();
    }
}
