package dev.earshot.ui.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.send.ComposedMessage;
import dev.earshot.send.Draft;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import java.awt.EventQueue;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Hands messages to the session: few at once; many, and whatever comes while they are under way, on a thread of its own.
 * Nothing of it waits for a client, but a message may start a thread. Used on the EDT.
 */
final class SendDispatcher {
    private static final int AT_ONCE = 50;

    private final Session session;
    private ExecutorService thread;
    private int underWay;

    SendDispatcher(Session session) {
        this.session = session;
    }

    /**
     * Sends a message to a target, under this name in the log.
     *
     * @param going is told, if it takes time, how many messages are under way
     * @param done is told then who did not get it, in words or an empty text
     * @return who did not get it, in words; empty if everybody did, or will
     * @throws Problem if it went to nobody
     */
    String send(
            Draft draft, Origin origin, Target target, Recipients recipients, IntConsumer going, Consumer<String> done)
            throws Problem {
        if (draft.empty()) {
            throw new Problem("ui.send.nothing", -1);
        }
        Map<Peer, ComposedMessage> messages = draft.forEach(
                recipients.there(target), peer -> session.log().lens().encoding(peer.id()));
        if (messages.values().stream().allMatch(message -> message.bytes().length == 0)) {
            throw new Problem("ui.send.nothing", -1); // blanks between no hex digits
        }
        for (Map.Entry<Peer, ComposedMessage> message : messages.entrySet()) {
            session.sending().checkLength(message.getKey(), message.getValue().bytes().length);
        }
        String gone = recipients.gone(target);
        Words words = recipients.words();
        if (takesTime(messages.size())) {
            going.accept(messages.size());
            sendLater(messages, origin, refused -> done.accept(missed(words, refused, messages.size(), gone)));
            return "";
        }
        return missed(words, send(messages, origin), messages.size(), gone);
    }

    private static String missed(Words words, int refused, int receivers, String gone) {
        return refused > 0 ? words.of("ui.send.refused", refused, receivers) : gone;
    }

    /** Whether so many messages, or others that go before them, are to be sent {@link #sendLater}. */
    private boolean takesTime(int messages) {
        return messages > AT_ONCE || underWay > 0;
    }

    /** Sends each of these its message, under this name in the log; returns how many did not take it. */
    private int send(Map<Peer, ComposedMessage> messages, Origin origin) {
        int refused = 0;
        for (Map.Entry<Peer, ComposedMessage> message : messages.entrySet()) {
            refused += send(message.getKey(), message.getValue(), origin) ? 0 : 1;
        }
        return refused;
    }

    private boolean send(Peer peer, ComposedMessage message, Origin origin) {
        return origin.kind().isAutomatic()
                ? session.sending().send(peer, message.bytes(), origin)
                : session.sending().send(peer, message.bytes(), message::said);
    }

    /** Returns at once; {@code done} is told on the EDT how many did not take it. */
    private void sendLater(Map<Peer, ComposedMessage> messages, Origin origin, IntConsumer done) {
        if (thread == null) {
            thread = Background.worker("send");
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
