package dev.earshot.session.statistics;

import dev.earshot.session.view.DecodedRow;

/** Finds in each message the value that the statistics count. Confined to one thread. */
public interface ValueSource {

    /** Returns the value as text, which may hold control characters; null if the message has none. */
    String of(DecodedRow message);
}
