package dev.earshot.send;

import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.reply.rules.Match;
import java.util.Optional;

/**
 * A message with a name that is sent with one key, and can be a step of a sequence.
 *
 * @param inSequence whether it is a step of the sequence
 * @param delayMillis time between the step before and this one, from 0 to {@link #MOST_MILLIS}
 * @param reply the reply for which the sequence waits after this step; empty = it does not wait
 * @param timeoutMillis the longest wait for that reply, from 1 to {@link #MOST_MILLIS}
 */
public record QuickSend(
        String name, Draft draft, boolean inSequence, int delayMillis, Optional<Match> reply, int timeoutMillis) {

    /** The longest delay and timeout. */
    public static final int MOST_MILLIS = 3_600_000;

    /** The timeout of a new quick send. */
    public static final int USUAL_TIMEOUT_MILLIS = 5_000;

    /** A quick send in which nothing was filled in yet. */
    public static final QuickSend EMPTY = of("", Draft.EMPTY);

    /** Makes a quick send without delay and reply. */
    public static QuickSend of(String name, Draft draft) {
        return new QuickSend(name, draft, true, 0, Optional.empty(), USUAL_TIMEOUT_MILLIS);
    }

    /** Returns the name, or without one, the text that it sends. */
    public String label() {
        return name.isBlank() ? draft.text().strip().replaceAll("\\s+", " ") : name.strip();
    }

    /** Whether nothing was filled in yet. */
    boolean isBlank() {
        return name.isBlank() && draft.isEmpty() && reply.isEmpty();
    }

    /** Returns the origin by which the log shows its messages. */
    public Origin origin() {
        return new Origin(OriginKind.QUICK, name.strip());
    }
}
