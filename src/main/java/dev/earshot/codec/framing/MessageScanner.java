package dev.earshot.codec.framing;

/**
 * Finds the end of one message after another in bytes that are given in one piece. What it finds must depend on the
 * bytes of the stream only: where it would have to know bytes that have not come yet, it asks for {@link #MORE}. Used
 * by one {@link ScanningCutter}, which keeps the bytes that are asked for again.
 */
interface MessageScanner {
    /** Says that the bytes do not suffice; only allowed if there are fewer than {@link RowEnds#MOST_BACK}. */
    int MORE = -1;

    /**
     * Reads on at the place at which the last call stopped.
     *
     * @return the place before which the bytes are done with, from {@code from} to {@code to}, or {@link #MORE}. After
     *     a return of {@code from} itself, a message has ended there.
     */
    int next(byte[] bytes, int from, int to);

    /** Returns how the message is that ended at the place last returned; null if none did. */
    Completeness ended();

    /** Forgets the open message: the next byte begins one. */
    void reset();

    /** See {@link Cutter#isEndPending()}; asked after {@link #MORE}. */
    default boolean isEndPending() {
        return false;
    }

    /** See {@link Cutter#isBroken()}. */
    default boolean isBroken() {
        return false;
    }

    /** See {@link Cutter#lacksEnd()}. */
    default boolean lacksEnd() {
        return true;
    }
}
