package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;

/**
 * The framing in which a length of one to five bytes says how much follows it. It has seven bits in each byte, the
 * least significant first (MQTT 3.1.1, section 2.2.3; Protocol Buffers call it a varint).
 *
 * @param offset bytes before the length, from 0 to {@link LengthFieldFraming#MAX_OFFSET}
 */
public record VarintFraming(int offset) implements ScannedFraming {
    public static final FramingKind KIND =
            new FramingKind("varint", "varint:OFFSET", new VarintFraming(0), VarintFraming::parse);

    /**
     * Makes a framing of a typed number of bytes before the length.
     *
     * @throws Problem if it is no number or out of range
     */
    public static VarintFraming parse(String offset) throws Problem {
        return new VarintFraming(WholeNumber.parse(offset, 0, LengthFieldFraming.MAX_OFFSET));
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        return new LengthScanner(new VarintReader(), offset, 0, null);
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + offset;
    }
}
