package dev.earshot.net;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the contents of a peer's outbox to its socket, and reports each piece just before. One writer thread. */
final class SocketWriter {
    /**
     * The size in bytes up to which waiting short sends are combined into one write. A busy chat sends more of them
     * than a system can write one by one.
     */
    private static final int MAX_COMBINED = 8 * 1024;

    private final Peer peer;
    private final Outbox outbox;
    private final EventSink sink;
    private final TcpStream stream;

    /** Changes the stream to TLS. */
    interface Upgrade {
        void make() throws IOException;
    }

    SocketWriter(Peer peer, Outbox outbox, EventSink sink, TcpStream stream) {
        this.peer = peer;
        this.outbox = outbox;
        this.sink = sink;
        this.stream = stream;
    }

    /** Writes until the outbox is empty. */
    void run(Upgrade upgrade) throws IOException {
        OutputStream out = stream.output();
        for (OutgoingPiece next = outbox.take(); next != null; next = outbox.take()) {
            if (next == OutgoingPiece.UPGRADE) {
                upgrade.make();
                out = stream.output();
                continue;
            }
            OutgoingPiece more = outbox.takeMore(MAX_COMBINED - next.bytes().length);
            if (more == null) {
                write(out, next);
            } else {
                writeCombined(out, next, more);
            }
        }
    }

    private void write(OutputStream out, OutgoingPiece piece) throws IOException {
        byte[] bytes = piece.bytes();
        for (int at = 0; at < bytes.length; at += Endpoint.MAX_PIECE) {
            int length = Math.min(Endpoint.MAX_PIECE, bytes.length - at);
            sink.on(new Event.Sending(peer, bytes, at, length, at + length == bytes.length, piece.origin()));
            out.write(bytes, at, length);
            outbox.taken(length);
        }
    }

    private void writeCombined(OutputStream out, OutgoingPiece first, OutgoingPiece second) throws IOException {
        byte[] combined = new byte[MAX_COMBINED];
        int length = append(first, combined, 0);
        for (OutgoingPiece more = second; more != null; more = outbox.takeMore(MAX_COMBINED - length)) {
            length = append(more, combined, length);
        }
        out.write(combined, 0, length);
        outbox.taken(length);
    }

    private int append(OutgoingPiece piece, byte[] combined, int at) {
        byte[] bytes = piece.bytes();
        sink.on(new Event.Sending(peer, bytes, 0, bytes.length, true, piece.origin()));
        System.arraycopy(bytes, 0, combined, at, bytes.length);
        return at + bytes.length;
    }
}
