package dev.earshot.journal.export;

import dev.earshot.codec.framing.Completeness;
import dev.earshot.journal.RecordEncoder;
import dev.earshot.journal.Row;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.net.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Writes rows as a capture of their own, which Wireshark and Earshot open. Each message is one segment or datagram, or
 * several where it is too long, with the time of its row. A peer whose joining is not among the rows "goes on" before
 * its first row, so that its conversation can be followed.
 *
 * <p>A segment says that the reader had waited since the last message of its peer, so that a message which ended by
 * silence does so again.
 */
public final class CaptureRowWriter implements RowWriter {
    private final OutputStream out;
    private final IntFunction<Transport> transports;
    private final RecordEncoder encoder = new RecordEncoder();
    private final ByteBuffer block =
            ByteBuffer.allocate(2 * RecordEncoder.MOST_RECORD).order(ByteOrder.LITTLE_ENDIAN);
    private final Map<Integer, Long> heard = new HashMap<>(); // when the last whole message of a peer came

    /**
     * Makes a writer of one capture.
     *
     * @param out where it goes; the caller closes it
     * @param transports the transport of a peer by its number, where that says more than its packets; else null
     */
    public CaptureRowWriter(OutputStream out, IntFunction<Transport> transports) {
        this.out = out;
        this.transports = transports;
    }

    @Override
    public void begin() throws IOException {
        ByteBuffer head = encoder.makeHead(0);
        out.write(head.array(), 0, head.limit());
    }

    @Override
    public void write(Row row) throws IOException {
        if (row.isMissing()) {
            return; // it has no record
        }
        long time = row.epochNanos();
        if (row.peer() != null && !(row.event() instanceof Event.Joined)) {
            Peer peer = peer(row.peer());
            if (!encoder.isPresent(peer.id())) {
                encoder.putPresent(peer, time - row.lastedMillis() * 1_000_000, time, block);
                flushBlock();
            } else if (row.event() instanceof Event.Left) {
                encoder.setJoined(peer.id(), time - row.lastedMillis() * 1_000_000);
            }
        }
        if (row.kind() == Row.Kind.EVENT) {
            put(row.event(), time, row.note());
        } else {
            putMessage(row, peer(row.peer()), time);
        }
        if (row.event() instanceof Event.Left left) {
            heard.remove(left.peer().id());
        }
    }

    private Peer peer(Peer packets) {
        Transport known = packets.transport() == Transport.UDP ? transports.apply(packets.id()) : null;
        return known == null ? packets : new Peer(packets.id(), packets.local(), packets.remote(), known);
    }

    private void putMessage(Row row, Peer peer, long time) throws IOException {
        boolean received = row.kind() == Row.Kind.RECEIVED;
        boolean ends = row.completeness() != Completeness.PART;
        long waited = received ? waitedNanos(peer, time) : 0;
        byte[] bytes = row.bytes();
        int most = peer.transport().isUdp() ? Endpoint.MAX_DATAGRAM : Endpoint.MAX_PIECE;
        int at = 0;
        do {
            int length = Math.min(most, bytes.length - at);
            boolean last = at + length == bytes.length;
            put(
                    received
                            ? new Event.Received(peer, bytes, at, length, at == 0 ? waited : 0)
                            : new Event.Sending(peer, bytes, at, length, last && ends, row.origin()),
                    time,
                    at == 0 ? row.note() : "");
            at += length;
        } while (at < bytes.length);
        if (received && ends) {
            heard.put(peer.id(), time);
        } else if (received) {
            heard.remove(peer.id()); // the next row goes on with the same message
        }
    }

    private long waitedNanos(Peer peer, long time) {
        return Math.max(0, time - heard.getOrDefault(peer.id(), time));
    }

    private void put(Event event, long time, String note) throws IOException {
        encoder.put(event, time, "", note, block);
        flushBlock();
        encoder.commit();
    }

    private void flushBlock() throws IOException {
        out.write(block.array(), 0, block.position());
        block.clear();
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
