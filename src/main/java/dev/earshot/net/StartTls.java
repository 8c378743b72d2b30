package dev.earshot.net;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Changes one plain conversation to TLS on request, and reports the result. */
final class StartTls {
    private final Peer peer;
    private final TcpStream stream;
    private final Outbox outbox;
    private final EventSink sink;
    private final Connections connections;
    private final BooleanSupplier muted;

    /** @param muted whether a failure is not reported, because we have ended the conversation */
    StartTls(
            Peer peer,
            TcpStream stream,
            Outbox outbox,
            EventSink sink,
            Connections connections,
            BooleanSupplier muted) {
        this.peer = peer;
        this.stream = stream;
        this.outbox = outbox;
        this.sink = sink;
        this.connections = connections;
        this.muted = muted;
    }

    /**
     * Asks for it. What was queued before goes out plain. Where the peer has connected to us, everything stays plain
     * until it begins TLS. Reads files; any thread.
     *
     * @param tls loads what is needed, or null if there is nothing
     */
    void request(TlsOnDemand tls) {
        try {
            TlsSides sides = tls == null ? TlsSides.NONE : tls.load();
            stream.prepareUpgrade(sides, outbox::offerUpgrade);
            TlsNotes.keys(sides, connections::reportLater);
            if (sides.accepting() != null) {
                connections.reportLater(TlsNote.TLS_AWAITED.about(peer));
            } else if (!outbox.offerUpgrade()) {
                throw new Problem("problem.tls.over", -1);
            }
        } catch (Problem e) {
            connections.reportLater(TlsNote.TLS_NOT_STARTED.about(peer, e));
        }
    }

    /** Makes the handshake; blocks until then. Only the writer, behind everything that was queued before. */
    void make() throws IOException {
        try {
            TlsNotes.report(stream.beginUpgrade().handshake(), peer, sink);
            stream.endUpgrade();
        } catch (HandshakeFailure e) {
            if (!muted.getAsBoolean()) {
                sink.on(TlsNote.TLS_FAILED.about(peer, e.problem()));
            }
            throw e;
        }
    }
}
