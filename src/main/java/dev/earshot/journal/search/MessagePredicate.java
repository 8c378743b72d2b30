package dev.earshot.journal.search;

import dev.earshot.journal.Row;

/** Tests the bytes of a message, for example by a regular expression. */
interface MessagePredicate {
    /** Passes every row, where the bytes are all that is looked for. */
    MessagePredicate NONE = (kind, peer, row, bytes, start, length) -> true;

    /**
     * Whether a message passes.
     *
     * @param row its number
     * @param bytes hold the message, from {@code start} on
     */
    boolean passes(Row.Kind kind, int peer, long row, byte[] bytes, int start, int length);
}
