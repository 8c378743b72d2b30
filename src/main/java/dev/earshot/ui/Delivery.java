package dev.earshot.ui;

import dev.earshot.net.Peer;
import dev.earshot.session.Session;
import java.awt.EventQueue;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;

/**
 * Hands messages to the session: few at once; many, and whatever comes while they are under way, on a thread of its own.
 * Nothing of it waits for a client, but a message may start a thread. Used on the EDT.
 */
final class Delivery {
    private static final int AT_ONCE = 50;

    private final Session session;
    private ExecutorService thread;
    private int underWay;

    Delivery(Session session) {
        this.session = session;
    }

    /** Whether so many messages, or others that go before them, are to be sent {@link #sendLater}. */
    boolean takesTime(int messages) {
        return messages > AT_ONCE || underWay > 0;
    }

    /** Sends each of these its message, under this name in the log; returns how many did not take it. */
    int send(Map<Peer, byte[]> messages, String origin) {
        int refused = 0;
        for (Map.Entry<Peer, byte[]> message : messages.entrySet()) {
            refused += session.send(message.getKey(), message.getValue(), origin) ? 0 : 1;
        }
        return refused;
    }

    /** Returns at once; {@code done} is told on the EDT how many did not take it. */
    void sendLater(Map<Peer, byte[]> messages, String origin, IntConsumer done) {
        if (thread == null) {
            thread = Executors.newSingleThreadExecutor(task -> {
                Thread made = new Thread(task, "send");
                made.setDaemon(true);
                return made;
            });
        }
        underWay++;
        thread.execute(() -> {
            int refused = send(messages, origin);
            EventQueue.invokeLater(() -> {
                underWay--;
                done.accept(refused);
            });
        });
    }

    /** What is under way still goes. */
    void close() {
        if (thread != null) {
            thread.shutdown();
        }
    }
}
