package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;

/**
 * The framing in which a sequence of bytes ends a message. Of several, the longest that is there counts: {@code
 * 0D0A|0D} ends a line at CR LF as well as at CR alone.
 *
 * @param bytes of the delimiters, as hex digits with {@code |} between: {@code 0D0A}, {@code 0D0A|0D}; {@code ?} is any
 *     digit. Each has from 1 to 16 bytes.
 */
public record DelimiterFraming(String bytes) implements ScannedFraming {
    public static final FramingKind KIND = new FramingKind(
            "delimiter", "delimiter:MARK[|MARK...]", new DelimiterFraming("0D0A"), DelimiterFraming::parse);

    /**
     * Makes a delimiter of what a person types: hex digits, or text with escapes such as {@code \r\n}.
     *
     * @throws Problem if these are not 1 to 16 bytes
     */
    public static DelimiterFraming parse(String typed) throws Problem {
        return new DelimiterFraming(MarkSet.parse(typed).toString());
    }

    /** Whether a delimiter may occur inside a character of some encoding, so that messages end inside one. */
    public boolean mayCutCharacters() {
        boolean[] first = MarkSet.of(bytes).firstBytes();
        // Second bytes begin at 30 in GB18030 and at 40 in the others; below that, ASCII is always itself.
        for (int value = 0x30; value < first.length; value++) {
            if (first[value]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        return new DelimiterScanner(MarkSet.of(bytes));
    }

    @Override
    public boolean endsWithStream() {
        return true;
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + bytes;
    }
}
