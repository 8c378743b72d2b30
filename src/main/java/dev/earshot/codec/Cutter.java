package dev.earshot.codec;

/** Finds where rows end in one stream, whatever its reads are. Guarded by whoever writes the index. */
public interface Cutter {
    /** A row is never longer; what is, becomes several. */
    int MAX_ROW = 1 << 20;

    /**
     * Looks at the next bytes of the stream.
     *
     * @param ends is told each row's end, in bytes from {@code offset}
     */
    void cut(byte[] bytes, int offset, int length, RowEnds ends);

    /** The open row was ended by something else: a silence, or the end of the stream. */
    default void reset() {}

    /** A cutter for one stream. */
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
