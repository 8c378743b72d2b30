package dev.earshot.journal;

/**
 * A message that has begun and not ended yet, as it was at one moment. It takes no row number. {@link
 * RowReader#readOpen} reads its beginning. Immutable.
 */
public final class OpenMessage {
    private final RowIndex index;
    private final long entry;
    private final int peer;
    private final Row.Kind kind;
    private final int length;
    private final long since;

    /** @param entry the number of the last entry of its stream */
    OpenMessage(RowIndex index, long entry, int peer, Row.Kind kind, int length, long since) {
        this.index = index;
        this.entry = entry;
        this.peer = peer;
        this.kind = kind;
        this.length = length;
        this.since = since;
    }

    RowIndex index() {
        return index;
    }

    long entry() {
        return entry;
    }

    /** Returns the number of its peer. */
    public int peer() {
        return peer;
    }

    /** Returns whether it is being received or sent. */
    public Row.Kind kind() {
        return kind;
    }

    /** Returns the bytes so far; of a message of several rows, those behind the rows that have ended. */
    public int length() {
        return length;
    }

    /** Returns when its first byte was recorded, in nanoseconds since 1970-01-01 UTC. */
    public long since() {
        return since;
    }

    /** Whether bytes have come after those of another one. */
    public boolean isLaterThan(OpenMessage other) {
        return entry > other.entry;
    }

    /** Whether it is another one, or what that has grown to since. */
    public boolean continues(OpenMessage other) {
        return other != null
                && index == other.index
                && peer == other.peer
                && kind == other.kind
                && since == other.since
                && length >= other.length;
    }

    /** Whether it is the same message as another one, with the same bytes. */
    public boolean isSameAs(OpenMessage other) {
        return other != null && index == other.index && entry == other.entry && length == other.length;
    }
}
