package dev.earshot.net;

import java.io.IOException;
import java.io.OutputStream;

/** Writes what a peer's outbox holds, and tells each piece just before. Confined to the writer that runs it. */
final class SocketWriter {
    /** Short sends that have come to wait go in one write: a chat of many sends more of them than a system writes singly. */
    private static final int TOGETHER = 8 * 1024;

    private final Peer peer;
    private final Outbox outbox;
    private final EventSink sink;

    SocketWriter(Peer peer, Outbox outbox, EventSink sink) {
        this.peer = peer;
        this.outbox = outbox;
        this.sink = sink;
    }

    /** Returns when there is nothing left to write. */
    void run(OutputStream out) throws IOException {
        for (OutgoingPiece next = outbox.take(); next != null; next = outbox.take()) {
            OutgoingPiece more = outbox.takeMore(TOGETHER - next.bytes().length);
            if (more == null) {
                write(out, next);
            } else {
                writeTogether(out, next, more);
            }
        }
    }

    private void write(OutputStream out, OutgoingPiece one) throws IOException {
        byte[] bytes = one.bytes();
        for (int at = 0; at < bytes.length; at += Endpoint.MAX_PIECE) {
            int length = Math.min(Endpoint.MAX_PIECE, bytes.length - at);
            sink.on(new Event.Sending(peer, bytes, at, length, at + length == bytes.length, one.origin()));
            out.write(bytes, at, length);
            outbox.taken(length);
        }
    }

    private void writeTogether(OutputStream out, OutgoingPiece first, OutgoingPiece second) throws IOException {
        byte[] together = new byte[TOGETHER];
        int length = put(first, together, 0);
        for (OutgoingPiece more = second; more != null; more = outbox.takeMore(TOGETHER - length)) {
            length = put(more, together, length);
        }
        out.write(together, 0, length);
        outbox.taken(length);
    }

    private int put(OutgoingPiece one, byte[] together, int at) {
        byte[] bytes = one.bytes();
        sink.on(new Event.Sending(peer, bytes, 0, bytes.length, true, one.origin()));
        System.arraycopy(bytes, 0, together, at, bytes.length);
        return at + bytes.length;
    }
}
