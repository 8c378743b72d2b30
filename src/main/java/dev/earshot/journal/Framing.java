package dev.earshot.journal;

/** Where one message ends and the next begins in a peer's bytes. */
public enum Framing {
    /** LF ends a row; so do silence, 1 MiB and the end of the stream. */
    LINES,
    /** Every read is a row. */
    RECEIVED
}
