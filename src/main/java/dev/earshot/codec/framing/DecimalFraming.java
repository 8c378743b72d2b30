package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;

/**
 * The framing in which a length in decimal digits, as many as it needs, says how much follows it. An example is the
 * octet counting of syslog (RFC 6587, section 3.4.1). Where messages begin with the length, bytes before a digit are no
 * message.
 *
 * @param offset bytes before the digits, from 0 to {@link LengthFieldFraming#MAX_OFFSET}
 * @param separator that ends the digits, as hex digits
 * @param adjustment is added to the length to get the number of bytes that follow the separator
 * @param end with which each message ends, or it is broken: hex digits; empty if any bytes may end it
 */
public record DecimalFraming(int offset, String separator, int adjustment, String end) implements ScannedFraming {
    private static final String FORM = "decimal:MARK[,+N|-N][,at=OFFSET][,end=HEX]";

    public static final FramingKind KIND =
            new FramingKind("decimal", FORM, new DecimalFraming(0, "20", 0, ""), DecimalFraming::parse);

    private static DecimalFraming parse(String parameters) throws Problem {
        FramingOptions options = new FramingOptions(parameters, 1, FORM);
        String separator = Mark.parse(options.value(0, "")).toString();
        int adjustment = options.adjustment();
        int offset = WholeNumber.parse(options.option("at", "0"), 0, LengthFieldFraming.MAX_OFFSET);
        String end = options.end();
        options.refuseRest();
        return new DecimalFraming(offset, separator, adjustment, end);
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        DecimalReader reader = new DecimalReader(FramingOptions.mark(separator), offset == 0);
        return new LengthScanner(reader, offset, adjustment, FramingOptions.mark(end));
    }

    @Override
    public boolean givesBrokenAtOnce() {
        return offset > 0;
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + separator
                + FramingOptions.printAdjustment(adjustment)
                + (offset == 0 ? "" : ",at=" + offset)
                + FramingOptions.printEnd(end);
    }
}
