package dev.earshot.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.send.SendResult.Refusal;
import dev.earshot.session.ReachablePeers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message that is composed and checked for each of its receivers, ready to be sent. */
public final class OutgoingMessage {
    /** A waiting time that ends only when there is room or the receiver is gone. */
    public static final int FOR_EVER = Integer.MAX_VALUE;

    private final Map<Peer, ComposedMessage> messages;
    private final Origin origin;
    private final ReachablePeers peers;

    private OutgoingMessage(Map<Peer, ComposedMessage> messages, Origin origin, ReachablePeers peers) {
        this.messages = messages;
        this.origin = origin;
        this.peers = peers;
    }

    /**
     * Composes a draft for each receiver in its encoding, and checks all lengths. Nothing is sent yet, so a message
     * that cannot be sent to one receiver is sent to nobody. Receivers with one encoding share one array.
     *
     * @param origin the sender that the log shows
     * @param peers the peers of the session, to which it is sent
     * @throws Problem if it cannot be composed in one of the encodings, or is too long for one receiver
     */
    public static OutgoingMessage compose(Draft draft, Collection<Peer> receivers, Origin origin, ReachablePeers peers)
            throws Problem {
        Map<Encoding, ComposedMessage> composed = new HashMap<>();
        Map<Peer, ComposedMessage> messages = new LinkedHashMap<>();
        for (Peer receiver : receivers) {
            Encoding encoding = draft.fixedEncoding().orElseGet(() -> peers.encoding(receiver));
            ComposedMessage message = composed.get(encoding);
            if (message == null) {
                message = draft.compose(encoding);
                composed.put(encoding, message);
            }
            peers.checkLength(receiver, message.bytes().length);
            messages.put(receiver, message);
        }
        return new OutgoingMessage(messages, origin, peers);
    }

    /** Returns the number of receivers. */
    public int receivers() {
        return messages.size();
    }

    /** Whether it has no bytes for any receiver. */
    public boolean isEmpty() {
        return messages.values().stream().allMatch(message -> message.bytes().length == 0);
    }

    /** Returns the message as this receiver gets it. */
    ComposedMessage messageFor(Peer receiver) {
        return messages.get(receiver);
    }

    /** Sends it to every receiver that has room for it, and returns at once. */
    public SendResult send() {
        List<Refusal> refused = new ArrayList<>(0);
        messages.forEach((receiver, message) -> {
            if (!send(receiver, message)) {
                refused.add(refusal(receiver, 0));
            }
        });
        return new SendResult(messages.size(), refused);
    }

    /**
     * Waits until each receiver has room, and sends it to those that have.
     *
     * @param millis how long to wait for each of them
     */
    public SendResult sendWaiting(int millis) throws InterruptedException {
        List<Refusal> refused = new ArrayList<>(0);
        List<Peer> ready = new ArrayList<>(messages.size());
        for (Map.Entry<Peer, ComposedMessage> entry : messages.entrySet()) {
            if (peers.awaitRoom(entry.getKey(), entry.getValue().bytes().length, millis)) {
                ready.add(entry.getKey());
            } else {
                refused.add(refusal(entry.getKey(), millis));
            }
        }
        for (Peer receiver : ready) {
            if (!send(receiver, messages.get(receiver))) {
                refused.add(refusal(receiver, 0));
            }
        }
        return new SendResult(messages.size(), refused);
    }

    private boolean send(Peer receiver, ComposedMessage message) {
        return origin.kind().isAutomatic()
                ? peers.send(receiver, message.bytes(), origin)
                : peers.sendTyped(receiver, message.bytes(), message::typedText);
    }

    /** @param waited the milliseconds that were waited in vain */
    private Refusal refusal(Peer receiver, int waited) {
        boolean gone = waited == FOR_EVER || !peers.has(receiver);
        SendResult.Reason present = peers.lacksThread(receiver) ? SendResult.Reason.NO_THREAD : SendResult.Reason.FULL;
        return new Refusal(receiver, gone ? SendResult.Reason.GONE : present);
    }
}
