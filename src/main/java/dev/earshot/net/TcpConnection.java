package dev.earshot.net;

import dev.earshot.net.Event.Reason;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A TCP conversation: one connection with its reader and its writer. Only the reader ends the conversation: it outlives
 * the writer and hands over the Left event, whichever thread noticed the end first.
 */
final class TcpConnection {
    private static final Logger log = LoggerFactory.getLogger(TcpConnection.class);

    private final Peer peer;
    private final TcpStream stream;
    private final EventSink sink;
    private final Connections connections;
    private final Outbox outbox = new Outbox(this::startWriter);
    private final Handshake handshake = new Handshake();
    private final ConversationEnd end = new ConversationEnd();
    private final StallWatch stallWatch;
    private final GoodbyeTimer goodbye;
    private final StartTls startTls;
    private final ClientWatch clientWatch;
    private final ReadModerator moderator;

    /** Whether an automatic message was the last that was sent, and nothing has been received since. */
    private volatile boolean answered;

    private volatile boolean lacksThread;

    /** Confined to the housekeeper. */
    private boolean finSent;

    TcpConnection(Peer peer, TcpStream stream, EventSink sink, TimeLimits limits, Connections connections) {
        this.peer = peer;
        this.stream = stream;
        this.sink = sink;
        this.connections = connections;
        this.stallWatch = new StallWatch(peer, outbox, sink, limits.stallMillis());
        this.goodbye = new GoodbyeTimer(outbox, limits.goodbyeMillis());
        startTls = new StartTls(peer, stream, outbox, sink, connections, end::isHere);
        clientWatch = connections.admission().watch(peer, outbox, sink);
        moderator = new ReadModerator(peer, sink, connections.busyReaders());
    }

    Peer peer() {
        return peer;
    }

    /** Starts the reader; if the system has no thread left, reports that and ends the conversation. */
    void start() {
        try {
            connections.start(Background.leanThread("peer " + peer.id() + " read", this::read));
        } catch (Throwable e) {
            log.warn("no reader for {}", peer, e);
            sink.on(TcpNote.CLIENT_REFUSED.about(peer, peer.remote()));
            end.begin(CloseReason.of(e));
            leave();
        }
    }

    boolean send(byte[] bytes, Origin origin) {
        answered = origin.kind().isReaction(); // first: once it is sent, the reader asks for it
        moderator.sent();
        return outbox.offer(new OutgoingPiece(bytes, origin));
    }

    StartTls startTls() {
        return startTls;
    }

    boolean awaitRoom(int bytes, int millis) throws InterruptedException {
        return outbox.awaitRoom(bytes, millis);
    }

    /** Whether the system has refused the latest writer. */
    boolean lacksThread() {
        return lacksThread;
    }

    long waitingBytes() {
        return outbox.waitingBytes();
    }

    /** Ends our direction (FIN) after the waiting bytes. */
    void finishSending() {
        boolean writing = outbox.finish();
        if (!writing) {
            connections.housekeeper().execute(this::sendFin);
        }
    }

    /** Ends the conversation after the waiting bytes: sends FIN and gives the peer a moment for its own FIN. */
    void disconnect() {
        end.begin(CloseReason.HERE);
        boolean writing = outbox.finish();
        connections.housekeeper().execute(() -> beginGoodbye(writing));
    }

    /** Ends the conversation after the waiting bytes with RST instead of FIN. */
    void reset() {
        end.begin(CloseReason.RESET_HERE);
        stream.resetOnClose();
        boolean writing = outbox.finish();
        connections.housekeeper().execute(() -> beginGoodbye(writing));
    }

    /** Ends the conversation at once with RST, also one that is being ended with FIN. */
    void abort() {
        end.beginReset();
        stream.resetOnClose();
        closeSocket();
    }

    /** Ends the conversation at once and frees its blocked threads. */
    void close() {
        end.begin(CloseReason.HERE);
        boolean writing = outbox.finish();
        outbox.close();
        if (writing || !stream.isEncrypted() || !connections.writers().start(peer, this::finishAndClose)) {
            closeSocket();
        }
    }

    /**
     * Closes the socket; on an encrypted connection it first sends close_notify, without which the end looks forged.
     */
    private void finishAndClose() {
        if (stream.isEncrypted() && handshake.isMade()) {
            connections.housekeeper().execute(goodbye::start); // it blocks while the peer does not read
            stream.finishOutput();
        }
        closeSocket();
    }

    /** Checks the deadlines; called regularly by the housekeeper. */
    void watch() {
        stream.watch();
        if (!end.hasBegun()) {
            clientWatch.check(this::disconnect, this::abort);
        }
        if (goodbye.hasExpired()) {
            closeSocket();
        }
        stallWatch.check();
    }

    private void read() {
        try {
            if (!handshake.make(stream, peer, sink, end::isHere)) {
                end.begin(CloseReason.NO_HANDSHAKE);
                return;
            }
            receive();
            if (!end.hasBegun()) {
                sink.on(new Event.FinishedSending(peer));
            }
            int quiet = connections.halfClosed().await(outbox, () -> answered, () -> sink.hasPendingAnswer(peer));
            end.begin(quiet < 0 ? CloseReason.BY_PEER : CloseReason.halfClosed(quiet));
        } catch (IOException | InterruptedException e) {
            end.begin(CloseReason.of(e));
        } catch (Throwable e) {
            log.error("reader of {}", peer, e);
            end.begin(CloseReason.of(e));
        } finally {
            leave();
        }
    }

    /** Reads and reports what the peer sends, until its FIN. */
    private void receive() throws IOException {
        SilenceWatch silence = new SilenceWatch(peer, sink, end::isHere, stream::hasBytes, connections.housekeeper());
        try (SocketReader reader = new SocketReader(peer, stream, silence, connections.largeBuffers(), moderator)) {
            for (Event event = reader.read(); event != null; event = reader.read()) {
                if (!end.isHere()) { // else the bytes are only read so that the FIN is seen
                    received(event);
                }
            }
        }
    }

    private void received(Event event) {
        if (answered) {
            answered = false;
        }
        clientWatch.heard();
        sink.on(event);
    }

    private void write() {
        try {
            handshake.await();
            new SocketWriter(peer, outbox, sink, stream).run(startTls::make);
            if (outbox.isFinished()) {
                connections.housekeeper().execute(this::sendFin);
            }
        } catch (IOException | InterruptedException e) {
            writingFailed(e);
        } catch (Throwable e) {
            log.error("writer of {}", peer, e);
            writingFailed(e);
        }
    }

    /**
     * Handles a failed write, but leaves the socket open. Bytes that the peer sent before its reset can still be read,
     * and then the reader notices the end by itself. Only after another error it might not.
     */
    private void writingFailed(Throwable error) {
        try {
            CloseReason reason = CloseReason.of(error);
            end.begin(reason);
            outbox.close();
            stream.abandonUpgrade();
            if (reason.why() == Reason.FAILED) {
                connections.housekeeper().execute(goodbye::start);
            }
        } finally {
            outbox.endWriter();
        }
    }

    /** Begins the polite end; an active writer sends the FIN itself, after the waiting bytes. */
    private void beginGoodbye(boolean writing) {
        goodbye.start();
        if (!writing) {
            sendFin();
        }
    }

    /**
     * Sends FIN, or RST for a reset. Runs on the housekeeper, so that the note comes before the Left event. If the
     * conversation is ending anyway, the Left event is enough.
     */
    private void sendFin() {
        if (end.isResetHere()) {
            closeSocket();
        }
        if (finSent || stream.socket().isClosed()) {
            return;
        }
        finSent = true;
        if (!end.hasBegun()) {
            sink.on(TcpNote.FINISHED_HERE.about(peer));
        }
        if (!stream.isEncrypted()) {
            stream.finishOutput();
        } else if (!connections.writers().start(peer, stream::finishOutput)) { // it blocks while the peer does not read
            closeSocket();
        }
    }

    /**
     * Starts the writer before bytes are queued, so that a refused thread refuses the send and nothing waits for ever.
     */
    private boolean startWriter() {
        lacksThread = !connections.writers().start(peer, this::write);
        return !lacksThread;
    }

    private void closeSocket() {
        outbox.close();
        SystemCalls.close(stream);
    }

    private void leave() {
        if (end.reason().isPolite()) {
            finishAndClose();
        }
        closeSocket();
        handshake.end();
        awaitWriter();
        CloseReason why = end.reason();
        connections.left(this, new Event.Left(peer, why.why(), outbox.waitingBytes(), why.words()));
    }

    /** Waits for the end of the writer. The outbox is closed: a writer that starts only now finds nothing to report. */
    private void awaitWriter() {
        try {
            outbox.awaitWriter();
        } catch (InterruptedException e) {
            log.error("nobody interrupts a reader", e);
        }
    }
}
