package dev.earshot.packets;

import dev.earshot.journal.RowNote;

/** A raw packet of the link layer as a capture file has it; it is overwritten by the next one. */
final class CapturedPacket {
    /** The longest packet that is read, in bytes; no program captures longer ones. */
    static final int MOST = 1 << 18;

    /** The most characters of comments that are kept of one packet, which are more than a note has. */
    private static final int MOST_COMMENT = 1 << 16;

    byte[] bytes = new byte[MOST];

    /** How many of its bytes were captured. */
    int length;

    /** The link type of its interface (tcpdump.org/linktypes.html). */
    int linkType;

    /** Nanoseconds since 1970-01-01 UTC. */
    long epochNanos;

    /** What people have written about it in the capture; mostly empty. */
    String comment = "";

    /** Adds a comment of a person; empty ones say nothing. */
    void addComment(String text) {
        if (comment.length() < MOST_COMMENT) {
            comment = comment.isEmpty() || text.isEmpty() ? comment + text : comment + RowNote.BETWEEN + text;
        }
    }
}
