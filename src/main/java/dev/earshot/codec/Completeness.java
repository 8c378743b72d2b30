package dev.earshot.codec;

/** How much of a message one row shows, and why the row ends where it does. */
public enum Completeness {
    /** The row is a whole message that ended as its framing says. */
    WHOLE,
    /** The row is a part of a message that is longer than a row; the next row of its stream continues it. */
    PART,
    /** A timeout, or the end of the stream, ended the row before the message was complete. */
    INCOMPLETE,
    /** The row breaks the rule of its framing: an impossible length, a missing mark, bytes between two messages. */
    BROKEN
}
