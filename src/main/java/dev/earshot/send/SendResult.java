package dev.earshot.send;

import dev.earshot.net.Peer;
import java.util.List;

/**
 * Tells to how many receivers a message was to go, and which of them did not get it.
 *
 * @param receivers all of them, the refused ones too
 */
public record SendResult(int receivers, List<Refusal> refused) {

    /** The reason why a message was not sent to a receiver. */
    public enum Reason {
        /** Too much is waiting to be read by it already. */
        FULL,
        /** It has left, or nothing can be sent to it any more. */
        GONE
    }

    /** A receiver to which a message was not sent. */
    public record Refusal(Peer receiver, Reason reason) {}

    public SendResult {
        refused = List.copyOf(refused);
    }

    /** Whether everybody got it. */
    public boolean isComplete() {
        return refused.isEmpty();
    }

    /** The number of those who got it. */
    public int sent() {
        return receivers - refused.size();
    }

    /** Those who were refused for this reason. */
    public List<Peer> refused(Reason reason) {
        return refused.stream()
                .filter(refusal -> refusal.reason() == reason)
                .map(Refusal::receiver)
                .toList();
    }
}
