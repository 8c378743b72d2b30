package dev.earshot.codec;

/** Finds the ends of messages in a stream by one framing's rule. Used by one {@link MessageSplitter}. */
public interface Cutter {
    /** The longest message, in bytes; a longer one becomes several. */
    int MAX_ROW = 1 << 20;

    /**
     * Finds the ends of messages in the next bytes of the stream.
     *
     * @param ends takes each end, in bytes from {@code offset}
     */
    void cut(byte[] bytes, int offset, int length, RowEnds ends);

    /** Forgets the open message, because a silence or the end of the stream has ended it. */
    default void reset() {}
}
