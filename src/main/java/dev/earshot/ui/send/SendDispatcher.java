package dev.earshot.ui.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.net.Origin;
import dev.earshot.send.Draft;
import dev.earshot.send.OutgoingMessage;
import dev.earshot.send.SendResult;
import dev.earshot.session.ReachablePeers;
import dev.earshot.session.words.Words;
import java.awt.EventQueue;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Sends the messages of a window. A message to few clients is sent at once. A message to many, and all that follow
 * until it is sent, go through the thread {@code send}, because a message may start a thread for each client. Used on
 * the EDT.
 */
final class SendDispatcher {
    private static final int AT_ONCE = 50;

    private final ReachablePeers peers;
    private final Recipients recipients;
    private ExecutorService thread;
    private int underWay;

    SendDispatcher(ReachablePeers peers, Recipients recipients) {
        this.peers = peers;
        this.recipients = recipients;
    }

    /**
     * Sends a message to a target.
     *
     * @param going takes the number of messages under way, if sending takes time
     * @param done takes then the description of the clients that were missed, or an empty text
     * @return the description of the clients that were missed; empty if there are none so far
     * @throws Problem if the message went to no client
     */
    String send(Draft draft, Origin origin, Target target, IntConsumer going, Consumer<String> done) throws Problem {
        if (draft.isEmpty()) {
            throw new Problem("ui.send.nothing", -1);
        }
        OutgoingMessage message = OutgoingMessage.compose(draft, recipients.there(target), origin, peers);
        if (message.isEmpty()) {
            throw new Problem("ui.send.nothing", -1); // blanks between no hex digits
        }
        String gone = recipients.gone(target);
        if (takesTime(message)) {
            going.accept(message.receivers());
            sendLater(message, result -> done.accept(missed(result, gone)));
            return "";
        }
        return missed(message.send(), gone);
    }

    /** @param gone the description of the clients that had left before */
    private String missed(SendResult result, String gone) {
        Words words = recipients.words();
        int threadless = result.refused(SendResult.Reason.NO_THREAD).size();
        if (threadless > 0) {
            return words.of("ui.send.refused.threads", threadless, result.receivers());
        }
        int refused = result.refused().size();
        return refused > 0 ? words.of("ui.send.refused", refused, result.receivers()) : gone;
    }

    /** Whether a message goes to many clients, or has to wait for earlier ones. */
    private boolean takesTime(OutgoingMessage message) {
        return message.receivers() > AT_ONCE || underWay > 0;
    }

    /** Sends a message on the thread {@code send}; {@code done} takes the result on the EDT. */
    private void sendLater(OutgoingMessage message, Consumer<SendResult> done) {
        if (thread == null) {
            thread = Background.worker("send");
        }
        underWay++;
        thread.execute(() -> {
            SendResult result = message.send();
            EventQueue.invokeLater(() -> {
                underWay--;
                done.accept(result);
            });
        });
    }

    /** Accepts no more messages; those under way are still sent. */
    void close() {
        if (thread != null) {
            thread.shutdown();
        }
    }
}
