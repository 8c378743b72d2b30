package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;

/**
 * The framing in which each message begins with its length in decimal digits. An example is the octet counting of
 * syslog (RFC 6587, section 3.4.1). Bytes before a digit are no message.
 *
 * @param separator that ends the digits, as hex digits
 * @param adjustment is added to the length to get the number of bytes that follow the separator
 * @param end with which each message ends, or it is broken: hex digits; empty if any bytes may end it
 */
public record DecimalFraming(String separator, int adjustment, String end) implements ScannedFraming {
    private static final String FORM = "decimal:MARK[,+N|,-N][,end=HEX]";

    public static final FramingKind KIND =
            new FramingKind("decimal", FORM, new DecimalFraming("20", 0, ""), DecimalFraming::parse);

    private static DecimalFraming parse(String parameters) throws Problem {
        FramingOptions options = new FramingOptions(parameters, 1, FORM);
        String separator = Mark.parse(options.value(0, "")).toString();
        int adjustment = options.adjustment();
        String end = options.end();
        options.refuseRest();
        return new DecimalFraming(separator, adjustment, end);
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        DecimalReader reader = new DecimalReader(FramingOptions.mark(separator));
        return new LengthScanner(reader, 0, adjustment, FramingOptions.mark(end));
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + separator + FramingOptions.printAdjustment(adjustment) + FramingOptions.printEnd(end);
    }
}
