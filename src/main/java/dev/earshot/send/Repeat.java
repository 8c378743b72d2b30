package dev.earshot.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.net.Peer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends one message again and again, at a fixed rate, first at once. Who does not take it, because too much is waiting
 * already, is left out this time and counted; when nobody of the chosen ones is there any more, it ends.
 */
public final class Repeat extends BackgroundSend {
    public static final int LEAST_MILLIS = 1;
    public static final int MOST_MILLIS = 3_600_000;

    private static final Origin ORIGIN = new Origin(OriginKind.REPEAT);

    private final MessageSender outlet;
    private final Draft draft;
    private final Receivers receivers;
    private final int millis;
    private volatile long times;
    private volatile long refused;
    private volatile int there;

    /** @param millis from one to the next, from {@link #LEAST_MILLIS} to {@link #MOST_MILLIS} */
    public Repeat(MessageSender outlet, Draft draft, Receivers receivers, int millis) {
        this.outlet = outlet;
        this.draft = draft;
        this.receivers = receivers;
        this.millis = millis;
    }

    public void start() {
        start("repeat");
    }

    public Draft draft() {
        return draft;
    }

    public Receivers receivers() {
        return receivers;
    }

    public int millis() {
        return millis;
    }

    /** How many times it was sent to somebody. */
    public long times() {
        return times;
    }

    /** How many messages were not taken because too much was waiting already. */
    public long refused() {
        return refused;
    }

    /** To how many it went the last time. */
    public int there() {
        return there;
    }

    @Override
    void run() throws Problem, InterruptedException {
        FixedRate ticks = new FixedRate(System.nanoTime(), TimeUnit.MILLISECONDS.toNanos(millis));
        while (stopping.awaitUntil(ticks.due())) {
            tick();
            ticks.done(System.nanoTime());
        }
    }

    // One thread writes the figures.
    @SuppressWarnings("NonAtomicOperationOnVolatileField")
    void tick() throws Problem {
        if (!outlet.open()) {
            throw new Problem("problem.send.closed", -1);
        }
        List<Peer> now = receivers.there(outlet);
        if (now.isEmpty() && !receivers.everybody()) {
            throw new Problem("problem.send.repeat.gone", -1, receivers.chosen().size());
        }
        int taken = 0;
        for (Map.Entry<Peer, ComposedMessage> message :
                draft.forEach(now, outlet::encoding).entrySet()) {
            byte[] bytes = message.getValue().bytes();
            outlet.checkLength(message.getKey(), bytes.length);
            if (outlet.send(message.getKey(), bytes, ORIGIN)) {
                taken++;
            } else if (outlet.there(message.getKey())) {
                refused++;
            }
        }
        there = taken;
        times += taken > 0 ? 1 : 0;
    }
}
