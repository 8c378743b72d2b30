package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;

/**
 * The framing that cuts a stream into messages of one fixed length.
 *
 * @param length in bytes, from 1 to {@link #MAX_LENGTH}
 */
public record FixedLengthFraming(int length) implements ScannedFraming {
    public static final FramingKind KIND =
            new FramingKind("fixed", "fixed:BYTES", new FixedLengthFraming(16), FixedLengthFraming::parse);

    /**
     * Makes a framing of a typed length.
     *
     * @throws Problem if the length is no number or out of range
     */
    public static FixedLengthFraming parse(String length) throws Problem {
        return new FixedLengthFraming(WholeNumber.parse(length, 1, MAX_LENGTH));
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        return new FixedScanner(length);
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + length;
    }
}
