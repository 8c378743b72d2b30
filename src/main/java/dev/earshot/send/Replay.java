package dev.earshot.send;

import dev.earshot.codec.Problem;
import dev.earshot.journal.PeerMessages;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowsChangedException;
import dev.earshot.net.Endpoint;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.ReachablePeers;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * Sends one side of a kept conversation to a receiver again, byte for byte. It reads each message from the capture when
 * it is due, and waits as long as the receiver has no room for it.
 */
public final class Replay extends BackgroundSend {
    private static final int OUTBOX_BYTES = Endpoint.MOST_WAITING;
    private static final int ROOM_MILLIS = 100;
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** The looks after a receiver that takes nothing more; it may stay, if a person has ended our direction. */
    private static final int MOST_LOOKS = 200;

    private final ReachablePeers peers;
    private final Peer receiver;
    private final KeptMessages messages;
    private final ReplaySpeed speed;
    private final Origin origin;
    private final AtomicInteger released = new AtomicInteger();
    private volatile boolean noMoreReleases;
    private volatile boolean isPaused;
    private volatile boolean isWaitingForRoom;
    private volatile long total;
    private volatile long sent;
    private volatile long sentBytes;
    private volatile long missing;
    private volatile long startNanos;
    private volatile long endNanos;

    /** Prepares to send these messages to a peer; {@link #start} begins. */
    public Replay(ReachablePeers peers, Peer receiver, KeptMessages messages, ReplaySpeed speed) {
        this.peers = peers;
        this.receiver = receiver;
        this.messages = messages;
        this.speed = speed;
        origin = new Origin(OriginKind.REPLAY, messages.address());
    }

    /** Begins to send, on a thread of its own. */
    public void start() {
        startNanos = System.nanoTime();
        start("replay " + receiver.id());
    }

    /** Returns the messages that are sent again. */
    public KeptMessages messages() {
        return messages;
    }

    /** Returns the receiver. */
    public Peer receiver() {
        return receiver;
    }

    /** Returns the speed. */
    public ReplaySpeed speed() {
        return speed;
    }

    /** Returns the number of messages; 0 until they are counted. */
    public long total() {
        return total;
    }

    /** Returns the number of messages that were queued for the receiver. */
    public long sent() {
        return sent;
    }

    /** Returns the bytes of those messages. */
    public long sentBytes() {
        return sentBytes;
    }

    /** Returns the number of messages that were not in the capture any more. */
    public long missing() {
        return missing;
    }

    /** Returns how long it has run, with pauses, in nanoseconds. */
    public long elapsedNanos() {
        return (isEnded() ? endNanos : System.nanoTime()) - startNanos;
    }

    /** Whether a person has paused it. */
    public boolean isPaused() {
        return isPaused;
    }

    /** Whether it waits because the receiver does not read. */
    public boolean isWaitingForRoom() {
        return isWaitingForRoom;
    }

    /** Pauses before the next message, or goes on. */
    public void pause(boolean wanted) {
        isPaused = wanted;
        stopSignal.wake();
    }

    /** Releases the next message if each waits for a person. */
    public void releaseNext() {
        released.incrementAndGet();
        stopSignal.wake();
    }

    /** Ends the replay behind the messages that were released, if each waits for a person. */
    public void releaseNoMore() {
        noMoreReleases = true;
        stopSignal.wake();
    }

    @Override
    void run() throws Problem, InterruptedException {
        try (PeerMessages kept = messages.open()) {
            total = kept.count();
            if (total == 0) {
                throw new Problem("problem.replay.none", -1, messages.address());
            }
            ReplaySchedule schedule = new ReplaySchedule(speed, System.nanoTime());
            for (Row message = kept.next(); message != null; message = kept.next()) {
                missing = kept.missing();
                boolean isDue = awaitTurn(schedule.due(message.epochNanos()));
                if (!isDue && noMoreReleases) {
                    break;
                } else if (!isDue || !send(message.bytes())) {
                    return;
                }
                schedule.sentAt(System.nanoTime());
            }
            missing = kept.missing();
            awaitDelivery();
        } catch (RowsChangedException e) {
            throw new Problem("problem.replay.framing", -1, sent, total);
        } catch (IOException e) {
            LoggerFactory.getLogger(Replay.class).warn("a capture cannot be read for a replay", e);
            throw new Problem("problem.replay.capture", -1, sent, total);
        } finally {
            endNanos = System.nanoTime();
        }
    }

    /** Waits until the next message may be sent; returns false if it was stopped. */
    private boolean awaitTurn(long due) throws Problem, InterruptedException {
        while (!stopSignal.isStopped() && !(noMoreReleases && released.get() == 0)) {
            checkReceiver();
            long now = System.nanoTime();
            boolean held = isPaused || speed.byHand() && released.get() == 0;
            if (!held && now - due >= 0) {
                released.updateAndGet(count -> Math.max(0, count - 1));
                return true;
            }
            stopSignal.awaitWake(held ? now + LOOK_NANOS : now + Math.min(LOOK_NANOS, due - now));
        }
        return false;
    }

    /**
     * Queues a message as soon as there is room; returns false if it was stopped. Only this thread writes the figures.
     */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    private boolean send(byte[] bytes) throws Problem, InterruptedException {
        peers.checkLength(receiver, bytes.length);
        int room = Math.min(OUTBOX_BYTES, bytes.length + FileSend.TYPING_ROOM);
        while (!peers.awaitRoom(receiver, room, isWaitingForRoom ? ROOM_MILLIS : 0)
                || !peers.send(receiver, bytes, origin)) {
            isWaitingForRoom = true;
            checkReceiver();
            // A receiver that is leaving takes nothing more, and is not waited for.
            if (!stopSignal.awaitUntil(System.nanoTime() + DRAIN_NANOS)) {
                return false;
            }
        }
        isWaitingForRoom = false;
        sent++;
        sentBytes += bytes.length;
        return true;
    }

    /** Waits until the system has taken everything, so that the end of a replay means that nothing is still waiting. */
    private void awaitDelivery() throws Problem, InterruptedException {
        while (peers.waiting(receiver) > 0 && stopSignal.awaitUntil(System.nanoTime() + DRAIN_NANOS)) {
            isWaitingForRoom = true;
        }
        isWaitingForRoom = false;
        // Nothing waits for one that is leaving either; it has left a moment later, and then it is known what it took.
        for (int i = 0; i < MOST_LOOKS && !peers.awaitRoom(receiver, 1, 0) && peers.has(receiver); i++) {
            stopSignal.awaitUntil(System.nanoTime() + DRAIN_NANOS);
        }
        long lost = peers.undelivered(receiver);
        if (lost > 0) {
            throw new Problem("problem.replay.lost", -1, Addresses.text(receiver.remote()), lost);
        }
    }

    private void checkReceiver() throws Problem {
        if (!peers.has(receiver)) {
            throw new Problem("problem.replay.left", -1, Addresses.text(receiver.remote()), sent, total);
        }
    }
}
