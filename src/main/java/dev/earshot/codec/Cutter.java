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

    /** Makes a cutter for one stream. */
    static Cutter of(Framing framing) {
        if (framing instanceof Framing.Lines) {
            return LineCutter.SHARED;
        } else if (framing instanceof Framing.Received) {
            return (bytes, offset, length, ends) -> ends.add(length);
        } else if (framing instanceof Framing.Delimiter delimiter) {
            return new DelimiterCutter(delimiter.value());
        } else if (framing instanceof Framing.Fixed fixed) {
            return new FixedCutter(fixed.length());
        } else if (framing instanceof Framing.LengthField field) {
            return new LengthCutter(field);
        } else if (framing instanceof Framing.Silence) {
            return (bytes, offset, length, ends) -> {};
        }
        throw new AssertionError(framing);
    }
}
