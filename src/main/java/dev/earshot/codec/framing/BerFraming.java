package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;

/**
 * The framing in which a length in the Basic Encoding Rules of ASN.1 says how much follows it: one byte up to 7F, or 81
 * to 84 and so many bytes, the most significant first (X.690, section 8.1.3). LDAP and SNMP have it, and many formats
 * of tags and values.
 *
 * @param offset bytes before the length, from 0 to {@link LengthFieldFraming#MAX_OFFSET}
 */
public record BerFraming(int offset) implements ScannedFraming {
    public static final FramingKind KIND = new FramingKind("ber", "ber:OFFSET", new BerFraming(1), BerFraming::parse);

    /**
     * Makes a framing of a typed number of bytes before the length.
     *
     * @throws Problem if it is no number or out of range
     */
    public static BerFraming parse(String offset) throws Problem {
        return new BerFraming(WholeNumber.parse(offset, 0, LengthFieldFraming.MAX_OFFSET));
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        return new LengthScanner(new BerReader(), offset, 0, null);
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + offset;
    }
}
