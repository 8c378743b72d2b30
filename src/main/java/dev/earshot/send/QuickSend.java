package dev.earshot.send;

import dev.earshot.net.Origin;
import dev.earshot.net.OriginKind;
import dev.earshot.reply.Match;
import java.util.Optional;

/**
 * A message under a name that is sent with one key, and can be a step of a sequence.
 *
 * @param played whether it is a step of the sequence
 * @param delayMillis how long after the step before it goes, from 0 to {@link #MOST_MILLIS}
 * @param reply the sequence goes on when what came since this was sent matches; empty = at once
 * @param timeoutMillis how long to wait for that reply, from 1 to {@link #MOST_MILLIS}
 */
public record QuickSend(
        String name, Draft draft, boolean played, int delayMillis, Optional<Match> reply, int timeoutMillis) {

    public static final int MOST_MILLIS = 3_600_000;
    public static final int USUAL_TIMEOUT_MILLIS = 5_000;

    /** A quick send that was not filled in yet. */
    public static final QuickSend EMPTY = of("", Draft.EMPTY);

    /** A quick send that waits for nothing. */
    public static QuickSend of(String name, Draft draft) {
        return new QuickSend(name, draft, true, 0, Optional.empty(), USUAL_TIMEOUT_MILLIS);
    }

    /** The name, or where there is none, the text that it sends. */
    public String label() {
        return name.isBlank() ? draft.text().strip().replaceAll("\\s+", " ") : name.strip();
    }

    /** The origin of what this quick send sends, by its name. */
    public Origin origin() {
        return new Origin(OriginKind.QUICK, name.strip());
    }
}
