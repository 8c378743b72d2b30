package dev.earshot.net;

import dev.earshot.net.tls.TlsFacts;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The TLS handshake of one conversation, which its reader makes and its writer waits for. It is done at once where
 * nothing is encrypted.
 */
final class Handshake {
    private static final Logger log = LoggerFactory.getLogger(Handshake.class);

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean made;

    /**
     * Makes the handshake and reports what it has led to; blocks until then. Returns whether the conversation can
     * begin.
     *
     * @param muted whether a failure is not reported, because we have ended the conversation
     */
    boolean make(TcpStream stream, Peer peer, EventSink sink, BooleanSupplier muted) {
        try {
            TlsFacts facts = stream.handshake();
            if (facts != null) {
                TlsNotes.report(facts, peer, sink);
            }
            made = true;
            end();
            return true;
        } catch (HandshakeFailure e) {
            log.debug("handshake with {}", peer, e);
            if (!muted.getAsBoolean()) {
                sink.on(TlsNote.TLS_FAILED.about(peer, e.problem()));
            }
            return false;
        }
    }

    /** Ends the waiting for the handshake. If it has failed, the outbox is closed before. */
    void end() {
        ended.countDown();
    }

    /** Whether it has been made. */
    boolean isMade() {
        return made;
    }

    /** Waits until it has been made or has failed. */
    void await() throws InterruptedException {
        ended.await();
    }
}
