package dev.earshot.codec.framing;

/** The part of a message that one row shows, and the reason why the row ends there. */
public enum Completeness {
    /** The row is a whole message that ended as its framing says. */
    WHOLE,
    /** The row is a part of a message that is longer than a row. The next row of its stream continues it. */
    PART,
    /** A timeout, or the end of the stream, ended the row before the message was complete. */
    INCOMPLETE,
    /** The row breaks the rule of its framing: an impossible length, a missing mark, bytes between two messages. */
    BROKEN
}
