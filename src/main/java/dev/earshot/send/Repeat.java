package dev.earshot.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import dev.earshot.session.ReachablePeers;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends one message again and again at a fixed rate, first at once. A receiver without room is left out that time and
 * counted. It ends when no chosen receiver is there any more.
 */
public final class Repeat extends BackgroundSend {
    /** The shortest period. */
    public static final int LEAST_MILLIS = 1;

    /** The longest period. */
    public static final int MOST_MILLIS = 3_600_000;

    private static final Origin ORIGIN = new Origin(OriginKind.REPEAT);

    private final ReachablePeers peers;
    private final Draft draft;
    private final Receivers receivers;
    private final int millis;
    private volatile long sentCount;
    private volatile long refused;

    /** @param millis the period, from {@link #LEAST_MILLIS} to {@link #MOST_MILLIS} */
    public Repeat(ReachablePeers peers, Draft draft, Receivers receivers, int millis) {
        this.peers = peers;
        this.draft = draft;
        this.receivers = receivers;
        this.millis = millis;
    }

    /** Begins to send, on a thread of its own. */
    public void start() {
        start("repeat");
    }

    /** Returns the message. */
    public Draft draft() {
        return draft;
    }

    /** Returns the chosen receivers. */
    public Receivers receivers() {
        return receivers;
    }

    /** Returns the period in milliseconds. */
    public int millis() {
        return millis;
    }

    /** Returns how often it was sent to at least one receiver. */
    public long sentCount() {
        return sentCount;
    }

    /** Returns the number of messages for which a receiver had no room. */
    public long refused() {
        return refused;
    }

    @Override
    void run() throws Problem, InterruptedException {
        FixedRate ticks = new FixedRate(System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(millis));
        while (stopSignal.awaitUntil(ticks.due())) {
            tick();
            ticks.finishTick(System.nanoTime());
        }
    }

    /** Sends the message once. Only the thread of {@link #run} writes the figures. */
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void tick() throws Problem {
        if (!peers.isOpen()) {
            throw new Problem("problem.send.closed", -1);
        }
        List<Peer> present = receivers.present(peers);
        if (present.isEmpty() && !receivers.isEverybody()) {
            throw new Problem("problem.send.repeat.gone", -1, receivers.chosen().size());
        }
        SendResult result =
                OutgoingMessage.compose(draft, present, ORIGIN, peers).send();
        refused +=
                result.refused().size() - result.refused(SendResult.Reason.GONE).size();
        sentCount += result.sent() > 0 ? 1 : 0;
    }
}
