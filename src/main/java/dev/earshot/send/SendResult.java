package dev.earshot.send;

import dev.earshot.net.Peer;
import java.util.List;

/**
 * The result of sending a message: the number of receivers, and those that were refused.
 *
 * @param receivers the number of all receivers, with the refused ones
 */
public record SendResult(int receivers, List<Refusal> refused) {

    /** The reason why a message was not sent to a receiver. */
    public enum Reason {
        /** The receiver has too many unread bytes already. */
        FULL,
        /** The system has no thread left that could write to the receiver. */
        NO_THREAD,
        /** The receiver has left, or nothing can be sent to it any more. */
        GONE
    }

    /** A receiver to which a message was not sent. */
    public record Refusal(Peer receiver, Reason reason) {}

    public SendResult {
        refused = List.copyOf(refused);
    }

    /** Whether every receiver got the message. */
    public boolean isComplete() {
        return refused.isEmpty();
    }

    /** Returns the number of receivers that got the message. */
    public int sent() {
        return receivers - refused.size();
    }

    /** Returns the receivers that were refused for this reason. */
    public List<Peer> refused(Reason reason) {
        return refused.stream()
                .filter(refusal -> refusal.reason() == reason)
                .map(Refusal::receiver)
                .toList();
    }
}
