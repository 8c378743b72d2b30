package dev.earshot.net;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Keeps the half-closed conversations of an endpoint open as long as {@link HalfClose} says. Any thread. */
final class HalfClosedConversations {
    /** The number of half-closed conversations above which new ones are treated as answered. */
    static final int MOST = 1_000;

    private final HalfClose times;
    private final AtomicInteger count = new AtomicInteger();

    HalfClosedConversations(HalfClose times) {
        this.times = times;
    }

    /**
     * Blocks until the outbox of one conversation is closed.
     *
     * @param answered whether an automatic message was the last that was sent
     * @param pending whether an answer waits for its time
     * @return the time after which the outbox was closed; -1 if it was closed for another reason
     */
    int await(Outbox outbox, BooleanSupplier answered, BooleanSupplier pending) throws InterruptedException {
        // Devices that connect for each message would be as many threads and sockets as they send in the long time.
        boolean crowded = count.incrementAndGet() > MOST;
        try {
            return outbox.closeWhenQuiet(
                    () -> crowded || answered.getAsBoolean() ? times.answeredMillis() : times.unansweredMillis(),
                    pending);
        } finally {
            count.decrementAndGet();
        }
    }
}
