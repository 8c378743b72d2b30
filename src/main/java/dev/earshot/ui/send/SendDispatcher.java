package dev.earshot.ui.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.net.Origin;
import dev.earshot.send.Draft;
import dev.earshot.send.MessageSender;
import dev.earshot.send.OutgoingMessage;
import dev.earshot.send.SendResult;
import dev.earshot.session.Words;
import java.awt.EventQueue;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Sends the messages of a window: few at once; many, and whatever comes while they are under way, on a thread named
 * {@code send}. Nothing of it waits for a client, but a message may start a thread. Used on the EDT.
 */
final class SendDispatcher {
    private static final int AT_ONCE = 50;

    private final MessageSender sender;
    private final Recipients recipients;
    private ExecutorService thread;
    private int underWay;

    SendDispatcher(MessageSender sender, Recipients recipients) {
        this.sender = sender;
        this.recipients = recipients;
    }

    /**
     * Sends a message to a target.
     *
     * @param going is told, if it takes time, how many messages are under way
     * @param done is told then who did not get it, in words or an empty text
     * @return who did not get it, in words; empty if everybody did, or will
     * @throws Problem if it went to nobody
     */
    String send(Draft draft, Origin origin, Target target, IntConsumer going, Consumer<String> done) throws Problem {
        if (draft.isEmpty()) {
            throw new Problem("ui.send.nothing", -1);
        }
        OutgoingMessage message = sender.compose(draft, recipients.there(target), origin);
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

    /** @param gone who was gone before, in words */
    private String missed(SendResult result, String gone) {
        Words words = recipients.words();
        int refused = result.refused().size();
        return refused > 0 ? words.of("ui.send.refused", refused, result.receivers()) : gone;
    }

    /** Whether a message goes to many, or others that go before it are still under way. */
    private boolean takesTime(OutgoingMessage message) {
        return message.receivers() > AT_ONCE || underWay > 0;
    }

    /** Returns at once; {@code done} is told on the EDT what came of it. */
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

    /** Takes no more messages; what is under way still goes. */
    void close() {
        if (thread != null) {
            thread.shutdown();
        }
    }
}
