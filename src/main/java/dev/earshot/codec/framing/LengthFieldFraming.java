package dev.earshot.codec.framing;

import dev.earshot.codec.Problem;
import dev.earshot.codec.WholeNumber;
import java.util.Locale;

/**
 * The framing in which a field of each message says how long it is, as Netty's {@code LengthFieldBasedFrameDecoder}
 * reads it.
 *
 * @param offset bytes before the length field, from 0 to {@link #MAX_OFFSET}
 * @param size of the length field, from 1 to {@link #MAX_SIZE} bytes
 * @param form how its number is written
 * @param adjustment is added to the field's value to get the number of bytes that follow the field; negative if the
 *     field counts bytes before its own end too
 * @param mask the bits of the field that are the length, side by side; -1 for all
 * @param blocks what the length leaves out between blocks of the message
 * @param end with which each message ends, or it is broken: hex digits; empty if any bytes may end it
 */
public record LengthFieldFraming(
        int offset, int size, LengthForm form, int adjustment, long mask, LengthBlocks blocks, String end)
        implements ScannedFraming {
    private static final String FORM =
            "length:OFFSET,SIZE,be|le|decimal|hex|bcd[,+N|-N|whole][,mask=HEX][,blocks=N/N+N][,end=HEX]";

    public static final FramingKind KIND =
            new FramingKind("length", FORM, new LengthFieldFraming(0, 2, false, 0), LengthFieldFraming::parse);

    /** The most bytes before the length field. */
    public static final int MAX_OFFSET = 255;

    /** The most bytes of the length field. */
    public static final int MAX_SIZE = 8;

    /** The most bytes that are added to a length, or taken from it. */
    public static final int MAX_ADJUSTMENT = 65_535;

    /** Makes a framing by a length in bytes, without a mask and an end mark. */
    public LengthFieldFraming(int offset, int size, boolean littleEndian, int adjustment) {
        this(offset, size, littleEndian ? LengthForm.LITTLE_ENDIAN : LengthForm.BIG_ENDIAN, adjustment);
    }

    /** Makes a framing by a length in any form, without a mask, blocks and an end mark. */
    public LengthFieldFraming(int offset, int size, LengthForm form, int adjustment) {
        this(offset, size, form, adjustment, -1, LengthBlocks.NONE, "");
    }

    /** Makes a framing whose field counts the whole message. */
    public static LengthFieldFraming ofWhole(int offset, int size, boolean littleEndian) {
        return new LengthFieldFraming(offset, size, littleEndian, -(offset + size));
    }

    private static LengthFieldFraming parse(String parameters) throws Problem {
        FramingOptions options = new FramingOptions(parameters, 3, FORM);
        if (options.value(1, "").isEmpty()) {
            throw options.wrong();
        }
        int offset = WholeNumber.parse(options.value(0, ""), 0, MAX_OFFSET);
        int size = WholeNumber.parse(options.value(1, ""), 1, MAX_SIZE);
        LengthForm form = LengthForm.parse(options.value(2, "be"));
        String mask = options.option("mask", "");
        if (form == null || !mask.matches("(?i)[0-9A-F]{0," + 2 * size + "}")) {
            throw options.wrong();
        }
        int adjustment = options.flag("whole") ? -(offset + size) : options.adjustment();
        long bits = mask.isEmpty() ? -1 : Long.parseUnsignedLong(mask, 16);
        LengthBlocks blocks = LengthBlocks.parse(options.option("blocks", ""));
        String end = options.end();
        options.refuseRest();
        if (blocks == null || !isOneRun(bits)) {
            throw options.wrong();
        }
        return new LengthFieldFraming(offset, size, form, adjustment, bits, blocks, end);
    }

    /** Whether a mask has bits, all of them side by side. */
    private static boolean isOneRun(long mask) {
        long run = mask >>> Long.numberOfTrailingZeros(mask);
        return mask != 0 && (run & run + 1) == 0;
    }

    /** Whether the field counts the whole message, from its first byte. */
    public boolean countsWhole() {
        return adjustment == -(offset + size);
    }

    @Override
    public FramingKind kind() {
        return KIND;
    }

    @Override
    public MessageScanner newScanner() {
        return new LengthScanner(newReader(), offset, adjustment, FramingOptions.mark(end));
    }

    /** Makes the reader of its lengths. */
    LengthReader newReader() {
        return new LengthFieldReader(size, form, mask, blocks, offset == 0);
    }

    @Override
    public boolean givesBrokenAtOnce() {
        return offset > 0 || form.takesAnyByte();
    }

    @Override
    public String toString() {
        return KIND.id() + ":" + offset + "," + size + "," + form
                + (countsWhole() ? ",whole" : FramingOptions.printAdjustment(adjustment))
                + (mask == -1 ? "" : String.format(Locale.ROOT, ",mask=%0" + 2 * size + "X", mask))
                + blocks.print()
                + FramingOptions.printEnd(end);
    }
}
