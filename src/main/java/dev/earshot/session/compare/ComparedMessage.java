package dev.earshot.session.compare;

import dev.earshot.journal.Row;
import dev.earshot.session.Lens;
import dev.earshot.session.view.RowTime;
import dev.earshot.session.words.Words;

/**
 * A message that is compared with another, perhaps of another tab. Immutable.
 *
 * @param row the message with all of its bytes
 * @param lens the encodings in which it is read
 * @param client who sent or got it, safe to show
 */
public record ComparedMessage(Row row, Lens lens, String client) {

    /** Names the message in one line, safe to show. */
    public String heading(Words words) {
        return words.of(
                row.kind() == Row.Kind.SENT ? "ui.compare.sent" : "ui.compare.received",
                row.number() + 1,
                client,
                RowTime.of(row.epochNanos()),
                words.of("ui.bytes", row.length()));
    }
}
