package dev.earshot.packets;

import dev.earshot.journal.EventSource;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.IOException;

/** Records the data of a packet as events, in several pieces where one event cannot hold them. */
final class DataPieces {
    private DataPieces() {}

    static void record(
            EventSource.Recorder recorder,
            Peer peer,
            boolean inbound,
            byte[] bytes,
            int offset,
            int length,
            boolean last,
            long epochNanos,
            long frame)
            throws IOException {
        int most = peer.transport().isUdp() ? Endpoint.MAX_DATAGRAM : Endpoint.MAX_PIECE;
        int done = 0;
        do {
            int count = Math.min(most, length - done);
            boolean isLast = last && done + count == length;
            Event event = inbound
                    ? new Event.Received(peer, bytes, offset + done, count, 0)
                    : new Event.Sending(peer, bytes, offset + done, count, isLast);
            recorder.onData(event, epochNanos, frame);
            done += count;
        } while (done < length);
    }
}
