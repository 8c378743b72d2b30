package dev.earshot.send;

import dev.earshot.codec.Problem;
import dev.earshot.files.RegularFile;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.ReachablePeers;
import dev.earshot.session.settings.FileProblem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends a file piece by piece to one or several receivers, to each as fast as it reads. Besides the bytes in the
 * outboxes only one piece is in memory, shared by receivers that are equally far. It leaves room in each outbox for
 * typed messages.
 */
public final class FileSend extends BackgroundSend {
    /** The usual size of a piece, in bytes. */
    public static final int USUAL_CHUNK = 16 * 1024;

    /** The largest size of a piece, in bytes. */
    public static final int MOST_CHUNK = 1024 * 1024;

    /** The longest pause between two pieces. */
    public static final int MOST_PAUSE_MILLIS = 3_600_000;

    /** The capacity of an outbox in bytes. */
    private static final int OUTBOX_BYTES = Endpoint.MOST_WAITING;

    /** The room in an outbox that is left for typed messages, in bytes. */
    static final int TYPING_ROOM = 128 * 1024;

    private static final int RETRY_MILLIS = 10;

    /** The progress of one receiver. */
    private static final class Receiver {
        final Peer peer;
        long queued;
        long waiting;
        long notBefore;
        boolean hasLeft;

        Receiver(Peer peer, long now) {
            this.peer = peer;
            this.notBefore = now;
        }
    }

    private final ReachablePeers peers;
    private final Path file;
    private final int chunk;
    private final long pauseNanos;
    private final List<Receiver> receivers = new ArrayList<>();
    private final Origin origin;
    private volatile long size;
    private volatile long sentBytes;
    private volatile int departed;
    private volatile Problem firstDeparture;
    private byte[] piece = new byte[0];
    private long pieceAt = -1;

    /**
     * Prepares to send a file; {@link #start} begins.
     *
     * @param chunk bytes in a piece, from 1 to {@link #MOST_CHUNK}
     * @param pauseMillis between two pieces to the same receiver, from 0 to {@link #MOST_PAUSE_MILLIS}
     */
    public FileSend(ReachablePeers peers, Path file, List<Peer> to, int chunk, int pauseMillis) {
        this.peers = peers;
        this.file = file;
        this.chunk = chunk;
        this.pauseNanos = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
        this.origin = new Origin(OriginKind.FILE, String.valueOf(file.getFileName()));
        long now = System.nanoTime();
        to.forEach(peer -> receivers.add(new Receiver(peer, now)));
    }

    /**
     * Checks that a file can be sent, and returns its size in bytes. Asks the system; not on the EDT.
     *
     * @throws Problem if it is not there, no regular file, empty, or may not be read
     */
    public static long checkSize(Path file) throws Problem {
        try {
            RegularFile.require(file);
            long size = Files.size(file);
            if (size == 0) {
                throw new Problem("problem.send.file.empty", -1, file.toString());
            } else if (!Files.isReadable(file)) {
                throw new Problem("problem.file.denied", -1, file.toString());
            }
            return size;
        } catch (IOException e) {
            throw FileProblem.of("problem.send.file", file, e);
        }
    }

    /** Begins to send, on a thread of its own. */
    public void start() {
        start("file");
    }

    /** Returns the file. */
    public Path file() {
        return file;
    }

    /** Returns the number of receivers, with those that have left. */
    public int receivers() {
        return receivers.size();
    }

    /** Returns the number of receivers that left before they had the whole file. */
    public int departed() {
        return departed;
    }

    /** Returns the problem that tells which receiver left first; null if none has. */
    public Problem firstDeparture() {
        return firstDeparture;
    }

    /** Returns the bytes to be sent in all to the receivers that have not left; 0 = not known yet. */
    public long totalBytes() {
        return size * Math.max(1, receivers.size() - departed);
    }

    /** Returns how many of these bytes the system has taken. */
    public long sentBytes() {
        return sentBytes;
    }

    @Override
    void run() throws Problem, InterruptedException {
        size = checkSize(file);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            // Opened for good now: what was checked may have been replaced.
            size = channel.size();
            for (Receiver receiver : receivers) {
                peers.checkLength(receiver.peer, (int) Math.min(chunk, size));
            }
            while (!stopSignal.isStopped() && sendPieces(channel)) {
                updateSentBytes();
            }
            updateSentBytes();
        } catch (IOException e) {
            throw FileProblem.of("problem.send.file", file, e);
        }
        if (departed > 0 && departed == receivers.size()) {
            throw firstDeparture;
        }
    }

    /** Gives a piece to every receiver that has room; returns false once all have the whole file. */
    private boolean sendPieces(SeekableByteChannel channel) throws Problem, IOException, InterruptedException {
        boolean queuedAny = false;
        Receiver slow = null;
        long shortestWait = Long.MAX_VALUE;
        long now = System.nanoTime();
        for (Receiver receiver : receivers) {
            if (isFinished(receiver)) {
                continue;
            }
            if (receiver.notBefore - now > 0) {
                shortestWait = Math.min(shortestWait, receiver.notBefore - now);
            } else if (sendPiece(channel, receiver)) {
                queuedAny = true;
            } else {
                slow = receiver;
            }
        }
        if (slow != null && !queuedAny) {
            awaitRoom(slow);
        } else if (shortestWait != Long.MAX_VALUE && !queuedAny) {
            stopSignal.awaitUntil(now + Math.min(shortestWait, TimeUnit.MILLISECONDS.toNanos(100)));
        }
        return queuedAny || slow != null || shortestWait != Long.MAX_VALUE;
    }

    /** Whether this receiver gets nothing more. */
    private boolean isFinished(Receiver receiver) throws Problem {
        if (receiver.hasLeft) {
            return true;
        }
        if (!peers.has(receiver.peer)) {
            markDeparted(receiver);
            return true;
        }
        receiver.waiting = peers.waiting(receiver.peer);
        return receiver.queued == size && receiver.waiting == 0;
    }

    private void markDeparted(Receiver receiver) throws Problem {
        receiver.hasLeft = true;
        departed++;
        if (firstDeparture == null) {
            firstDeparture = peers.isOpen()
                    ? new Problem(
                            "problem.send.file.left",
                            -1,
                            Addresses.text(receiver.peer.remote()),
                            Math.max(0, receiver.queued - receiver.waiting),
                            size)
                    : new Problem("problem.send.closed", -1);
        }
    }

    private boolean sendPiece(SeekableByteChannel channel, Receiver receiver)
            throws Problem, IOException, InterruptedException {
        int length = (int) Math.min(chunk, size - receiver.queued);
        if (length == 0 || !peers.awaitRoom(receiver.peer, Math.min(OUTBOX_BYTES, length + TYPING_ROOM), 0)) {
            return false;
        }
        if (!peers.send(receiver.peer, read(channel, receiver.queued, length), origin)) {
            // Somebody else was faster, or it is leaving.
            receiver.notBefore = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS);
            return false;
        }
        receiver.queued += length;
        receiver.waiting = peers.waiting(receiver.peer);
        receiver.notBefore = System.nanoTime() + pauseNanos;
        return true;
    }

    /** Waits until one receiver has room or its last bytes are sent; not for long, as others may have room before. */
    private void awaitRoom(Receiver slow) throws InterruptedException {
        long left = size - slow.queued;
        int wanted = left == 0 ? OUTBOX_BYTES : (int) Math.min(OUTBOX_BYTES, Math.min(chunk, left) + TYPING_ROOM);
        if (!peers.awaitRoom(slow.peer, wanted, RETRY_MILLIS)) {
            // It may return at once: a receiver that is leaving takes nothing more.
            stopSignal.awaitUntil(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS));
        }
    }

    private byte[] read(SeekableByteChannel channel, long at, int length) throws Problem, IOException {
        if (at == pieceAt && piece.length == length) {
            return piece;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        channel.position(at);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new Problem("problem.send.file.shorter", -1, file.toString(), at + buffer.position(), size);
            }
        }
        piece = buffer.array();
        pieceAt = at;
        return piece;
    }

    private void updateSentBytes() {
        long sum = 0;
        for (Receiver receiver : receivers) {
            sum += receiver.hasLeft ? 0 : Math.max(0, receiver.queued - receiver.waiting);
        }
        sentBytes = sum;
    }
}
