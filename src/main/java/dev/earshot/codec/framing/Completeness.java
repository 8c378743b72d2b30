package dev.earshot.codec.framing;

/** Says whether a row is a whole message, a part of a longer one, an unfinished or a broken one. */
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
