package dev.earshot.codec;

/**
 * The framing in which a sequence of bytes ends a message.
 *
 * @param bytes from 1 to 16, as hex digits such as {@code 0D0A}
 */
public record DelimiterFraming(String bytes) implements Framing {
    public static final FramingKind KIND =
            new FramingKind("delimiter", new DelimiterFraming("0D0A"), DelimiterFraming::parse);

    /**
     * Makes a delimiter of hex digits.
     *
     * @throws Problem if these are not 1 to 16 bytes
     */
    public static DelimiterFraming parse(String hex) throws Problem {
        byte[] bytes = Hex.parse(hex);
        if (bytes.length < 1 || bytes.length > 16) {
            throw new Problem("problem.framing.delimiter", -1);
        }
        return new DelimiterFraming(Hex.print(bytes, 0, bytes.length).replace(" ", ""));
    }

    /** Whether the delimiter may occur inside a character of some encoding, so that messages end inside one. */
    public boolean mayCutCharacters() {
        byte[] first = value();
        // Second bytes begin at 30 in GB18030 and at 40 in the others; below that, ASCII is always itself.
        return first[0] < 0 || first[0] >= 0x30;
    }

    private byte[] value() {
        try {
            return Hex.parse(bytes);
        } catch (Problem e) {
            throw new IllegalArgumentException(bytes, e);
        }
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public Cutter newCutter() {
        return new DelimiterCutter(value());
    }

    @Override
    public int waitMillis() {
        return SILENCE_MILLIS;
    }

    @Override
    public boolean endsWithEveryRead() {
        return false;
    }

    @Override
    public boolean endsWithAnswer() {
        return false;
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + bytes;
    }
}
