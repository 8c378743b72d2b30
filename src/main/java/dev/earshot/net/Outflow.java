package dev.earshot.net;

import java.io.IOException;
import java.io.OutputStream;

/** Writes what a peer's outbox holds, and tells each piece just before. Confined to the writer that runs it. */
final class Outflow {
    private final Peer peer;
    private final Outbox outbox;
    private final EventSink sink;

    Outflow(Peer peer, Outbox outbox, EventSink sink) {
        this.peer = peer;
        this.outbox = outbox;
        this.sink = sink;
    }

    /** Returns when there is nothing left to write. */
    void run(OutputStream out) throws IOException {
        for (Outgoing next = outbox.take(); next != null; next = outbox.take()) {
            write(out, next.bytes(), next.origin());
        }
    }

    private void write(OutputStream out, byte[] bytes, String origin) throws IOException {
        for (int at = 0; at < bytes.length; at += Endpoint.MAX_PIECE) {
            int length = Math.min(Endpoint.MAX_PIECE, bytes.length - at);
            sink.on(new Event.Sending(peer, bytes, at, length, at + length == bytes.length, origin));
            out.write(bytes, at, length);
            outbox.taken(length);
        }
    }
}
