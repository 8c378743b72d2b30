package dev.earshot.codec.framing;

/** Finds the ends of messages in a stream by one framing's rule. Used by one {@link MessageSplitter}. */
public interface Cutter {
    /** The longest row, in bytes; a longer message is several rows. */
    int MAX_ROW = 1 << 20;

    /**
     * Finds the ends of messages in the next bytes of the stream.
     *
     * @param ends takes each end, in bytes from {@code offset}; up to {@link RowEnds#MOST_BACK} bytes before it, where
     *     only now it shows that a message ended in an earlier read
     */
    void cut(byte[] bytes, int offset, int length, RowEnds ends);

    /** Whether bytes that are sent at once are one message, because what would end it in them is data. */
    default boolean keepsTogether(byte[] bytes, int offset, int length) {
        return false;
    }

    /** Forgets the open message, because it was ended from outside, whole: the next byte begins a message. */
    default void reset() {}

    /** Does what {@link #reset} does, because a silence ended it. The next byte may still belong to its end. */
    default void endBySilence() {
        reset();
    }

    /**
     * Whether the open message is complete unless the next byte belongs to its end, as LF does after CR. A short
     * silence then ends it.
     */
    default boolean isEndPending() {
        return false;
    }

    /** Whether the open bytes are known to be no message, wherever they end. */
    default boolean isBroken() {
        return false;
    }

    /** Whether the open message lacks its end, so that it is incomplete if the stream ends here. */
    default boolean lacksEnd() {
        return true;
    }

    /** Whether the open message ends inside a character, by what the framing itself knows of characters. */
    default boolean endsInsideCharacter() {
        return false;
    }

    /**
     * Whether the end of the open message is sure to come. Then the silence by default does not end it. One that the
     * user has asked for does.
     */
    default boolean expectsEnd() {
        return lacksEnd();
    }
}
