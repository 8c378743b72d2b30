package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;

/**
 * The framing in which a delimiter ends a message, but not inside a block that says its length. Such a block is {@code
 * #3024} with 24 bytes (IEEE 488.2-1992, section 8.7.9). A block {@code #0} without a length lasts until the next
 * delimiter.
 *
 * @param delimiter as in {@link DelimiterFraming}
 */
public record BlockFraming(String delimiter) implements ScannedFraming {
    public static final FramingKind KIND =
            new FramingKind("blocks", "blocks:MARK", new BlockFraming("0A"), BlockFraming::parse);

    /**
     * Makes a framing of a typed delimiter, as {@link DelimiterFraming#parse} reads it.
     *
     * @throws Problem if the delimiter is wrong
     */
    public static BlockFraming parse(String delimiter) throws Problem {
        return new BlockFraming(MarkSet.parse(delimiter).toString());
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        return new BlockScanner(MarkSet.of(delimiter));
    }

    @Override
    public boolean endsWithStream() {
        return true;
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + delimiter;
    }
}
