package dev.earshot.session.compare;

import dev.earshot.journal.Row;
import dev.earshot.session.Lens;

/**
 * A message that is compared with another, perhaps of another tab. Immutable.
 *
 * @param row the message with all of its bytes
 * @param lens the encodings in which it is read
 * @param heading names it in one line, safe to show
 */
public record ComparedMessage(Row row, Lens lens, String heading) {}
