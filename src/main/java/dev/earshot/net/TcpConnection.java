package dev.earshot.net;

import dev.earshot.net.Event.Reason;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One socket with its reader and its writer. The reader is the one that ends a conversation: it outlives the writer and
 * hands over the Left, whoever found out first that it is over.
 */
final class TcpConnection {
    private static final Logger log = LoggerFactory.getLogger(TcpConnection.class);

    private final Peer peer;
    private final Socket socket;
    private final EventSink sink;
    private final TimeLimits limits;
    private final Connections connections;
    private final Outbox outbox = new Outbox(this::callWriter);
    private final AtomicReference<CloseReason> ending = new AtomicReference<>();

    /** Confined to the keeper. */
    private boolean stalled;

    private boolean leaving;
    private boolean finished;
    private long goodbyeAt;

    TcpConnection(Peer peer, Socket socket, EventSink sink, TimeLimits limits, Connections connections) {
        this.peer = peer;
        this.socket = socket;
        this.sink = sink;
        this.limits = limits;
        this.connections = connections;
    }

    Peer peer() {
        return peer;
    }

    /** Starts the reader, or, where the system has no thread left, tells that and ends the conversation. */
    void start() {
        try {
            connections.start(Background.leanThread("peer " + peer.id() + " read", this::read));
        } catch (Throwable e) {
            log.warn("no reader for {}", peer, e);
            sink.on(TcpNote.CLIENT_REFUSED.about(peer, peer.remote()));
            end(CloseReason.of(e));
            leave();
        }
    }

    boolean send(byte[] bytes, Origin origin) {
        return outbox.offer(new OutgoingPiece(bytes, origin));
    }

    boolean awaitRoom(int bytes, int millis) throws InterruptedException {
        return outbox.awaitRoom(bytes, millis);
    }

    long waiting() {
        return outbox.waiting();
    }

    /** Ends our direction after what is waiting. */
    void finishSending() {
        boolean writing = outbox.finish();
        if (!writing) {
            connections.keeper().execute(this::sayFinished);
        }
    }

    /** Ends the conversation politely: what is waiting, then FIN, then a moment for the peer's own FIN. */
    void disconnect() {
        end(CloseReason.HERE);
        boolean writing = outbox.finish();
        connections.keeper().execute(() -> sayGoodbye(writing));
    }

    /** Ends the conversation at once, with RST instead of FIN. */
    void reset() {
        end(CloseReason.RESET_HERE);
        resetWhenClosed();
        boolean writing = outbox.finish();
        connections.keeper().execute(() -> sayGoodbye(writing));
    }

    /** Ends the conversation with RST, also one that is just being ended politely. */
    void abort() {
        ending.updateAndGet(before -> before == null || before == CloseReason.HERE ? CloseReason.RESET_HERE : before);
        resetWhenClosed();
        closeSocket();
    }

    private void resetWhenClosed() {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            log.trace("{} was closed already", peer);
        }
    }

    /** Ends the conversation now; frees its threads wherever they are. */
    void close() {
        end(CloseReason.HERE);
        closeSocket();
    }

    /** Looks after deadlines; called by the keeper every now and then. */
    void watch() {
        if (leaving && Math.min(System.nanoTime() - goodbyeAt, outbox.stillNanos()) >= goodbyeNanos()) {
            closeSocket();
        }
        boolean stuck = outbox.stuckNanos() >= TimeUnit.MILLISECONDS.toNanos(limits.stallMillis());
        if (stuck != stalled) {
            stalled = stuck;
            sink.on(stuck ? TcpNote.STALLED.about(peer, outbox.waiting()) : TcpNote.RESUMED.about(peer));
        }
    }

    private void read() {
        try {
            SilenceWatch silence = new SilenceWatch(peer, sink, this::closedHere, this::arrived, connections.keeper());
            new SocketReader(peer, socket.getInputStream(), sink, this::closedHere, silence, connections.largeBuffers())
                    .run();
            if (ending.get() == null) {
                sink.on(new Event.FinishedSending(peer));
            }
            outbox.closeWhenQuiet(limits.answerMillis());
            end(CloseReason.BY_PEER);
        } catch (IOException | InterruptedException e) {
            end(CloseReason.of(e));
        } catch (Throwable e) {
            log.error("reader of {}", peer, e);
            end(CloseReason.of(e));
        } finally {
            leave();
        }
    }

    private void write() {
        try {
            new SocketWriter(peer, outbox, sink).run(socket.getOutputStream());
            if (outbox.finished()) {
                connections.keeper().execute(this::sayFinished);
            }
        } catch (IOException e) {
            writingFailed(e);
        } catch (Throwable e) {
            log.error("writer of {}", peer, e);
            writingFailed(e);
        }
    }

    /**
     * Leaves the socket open: what the peer sent before its reset is still to be read, and the reader then finds the end
     * by itself. Only after another error might it not.
     */
    private void writingFailed(Throwable error) {
        try {
            CloseReason reason = CloseReason.of(error);
            end(reason);
            outbox.close();
            if (reason.why() == Reason.FAILED) {
                connections.keeper().execute(this::expectEnd);
            }
        } finally {
            outbox.writerEnds();
        }
    }

    /** A writer that is there says the FIN itself, after what is waiting. */
    private void sayGoodbye(boolean writing) {
        expectEnd();
        if (!writing) {
            sayFinished();
        }
    }

    private void expectEnd() {
        if (!leaving) {
            leaving = true;
            goodbyeAt = System.nanoTime();
        }
    }

    private long goodbyeNanos() {
        return TimeUnit.MILLISECONDS.toNanos(limits.goodbyeMillis());
    }

    /**
     * FIN, or RST where that is the end, on the keeper: a note that is told here comes before the Left. Where the
     * conversation is over anyway, the Left says enough.
     */
    private void sayFinished() {
        if (ending.get() == CloseReason.RESET_HERE) {
            closeSocket();
        }
        if (finished || socket.isClosed()) {
            return;
        }
        finished = true;
        if (ending.get() == null) {
            sink.on(TcpNote.FINISHED_HERE.about(peer));
        }
        try {
            socket.shutdownOutput();
        } catch (IOException e) {
            log.trace("{} was closed already", peer);
        }
    }

    /** Before the bytes are in the outbox, so that a refused thread is a refused send and nothing waits for ever. */
    private boolean callWriter() {
        try {
            connections.write("peer " + peer.id() + " write", this::write);
            return true;
        } catch (Throwable e) {
            log.warn("no writer for {}", peer, e);
            return false;
        }
    }

    private boolean arrived() {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            return false; // closed: the reader finds that out by itself
        }
    }

    private boolean closedHere() {
        CloseReason reason = ending.get();
        return reason == CloseReason.HERE || reason == CloseReason.RESET_HERE;
    }

    private void end(CloseReason reason) {
        ending.compareAndSet(null, reason);
    }

    private void closeSocket() {
        outbox.close();
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("closing {}", peer, e);
        }
    }

    private void leave() {
        closeSocket();
        awaitWriter();
        CloseReason why = ending.get();
        connections.left(this, new Event.Left(peer, why.why(), outbox.waiting(), why.words()));
    }

    /** The outbox is closed: a writer that is only now being started finds nothing to tell. */
    private void awaitWriter() {
        try {
            outbox.awaitWriter();
        } catch (InterruptedException e) {
            log.error("nobody interrupts a reader", e);
        }
    }
}
