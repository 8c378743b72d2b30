package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;

/**
 * The framing in which only a silence ends a message.
 *
 * @param millis from 1 to {@link #MAX_MILLIS}
 */
public record SilenceFraming(int millis) implements Framing {
    public static final FramingKind KIND =
            new FramingKind("silence", "silence:MILLIS", new SilenceFraming(50), SilenceFraming::parse);

    /** The longest silence, in milliseconds. */
    public static final int MAX_MILLIS = 60_000;

    /**
     * Makes a framing of a typed silence in milliseconds.
     *
     * @throws Problem if the silence is no number or out of range
     */
    public static SilenceFraming parse(String millis) throws Problem {
        return new SilenceFraming(WholeNumber.parse(millis, 1, MAX_MILLIS));
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public Cutter newCutter() {
        return new Cutter() {
            @Override
            public void cut(byte[] bytes, int offset, int length, RowEnds ends) {
                // only the splitter knows of silences
            }

            @Override
            public boolean lacksEnd() {
                return false;
            }
        };
    }

    @Override
    public int waitMillis() {
        return millis;
    }

    @Override
    public boolean endsWithEveryRead() {
        return false;
    }

    @Override
    public boolean endsWithStream() {
        return true;
    }

    @Override
    public boolean endsWithAnswer() {
        return false;
    }

    @Override
    public boolean beginsAnewAfterSilence() {
        return false;
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + millis;
    }
}
