package dev.earshot.packets;

import java.nio.ByteBuffer;

/**
 * An interface of a pcapng section, with its link type and its clock.
 *
 * @param snapLength the most bytes that are captured of a packet; 0 for no limit
 * @param resolution the option if_tsresol: 10 to the power of minus this, or 2 if the highest bit is set
 * @param offsetSeconds the option if_tsoffset, to be added to each time
 */
record CaptureInterface(int linkType, long snapLength, int resolution, long offsetSeconds) {
    private static final int MICROSECONDS = 6;
    private static final int OPTION_RESOLUTION = 9;
    private static final int OPTION_OFFSET = 14;
    private static final long NANOS = 1_000_000_000;

    /** Reads the body of an Interface Description Block, of which {@code limit} is the end. */
    static CaptureInterface of(ByteBuffer body) {
        int resolution = MICROSECONDS;
        long offset = 0;
        for (int at = 8; at + 4 <= body.limit(); ) {
            int code = body.getShort(at) & 0xFFFF;
            int length = body.getShort(at + 2) & 0xFFFF;
            if (code == 0 || at + 4 + length > body.limit()) {
                break;
            } else if (code == OPTION_RESOLUTION && length == 1) {
                resolution = body.get(at + 4) & 0xFF;
            } else if (code == OPTION_OFFSET && length == 8) {
                offset = body.getLong(at + 4);
            }
            at += 4 + (length + 3 & ~3);
        }
        return new CaptureInterface(body.getShort(0) & 0xFFFF, body.getInt(4) & 0xFFFFFFFFL, resolution, offset);
    }

    /** Converts a time of this interface to nanoseconds since 1970-01-01 UTC; 0 for one before that or after 2262. */
    long nanos(long ticks) {
        int exponent = resolution & 0x7F;
        long seconds;
        long nanos;
        boolean decimal = (resolution & 0x80) == 0;
        if (decimal && exponent > 18) {
            seconds = 0; // a second would have more ticks than a long
            nanos = 0;
        } else if (decimal) {
            seconds = Long.divideUnsigned(ticks, power(exponent));
            long rest = Long.remainderUnsigned(ticks, power(exponent));
            nanos = exponent <= 9 ? rest * power(9 - exponent) : rest / power(exponent - 9);
        } else if (exponent > 63) {
            return 0;
        } else {
            seconds = ticks >>> exponent;
            long rest = ticks - (seconds << exponent);
            nanos = exponent <= 30 ? rest * NANOS >>> exponent : (rest >>> exponent - 30) * NANOS >>> 30;
        }
        if (seconds < 0 || offsetSeconds < -(1L << 40) || offsetSeconds > 1L << 40) {
            return 0;
        }
        long whole = seconds + offsetSeconds;
        return whole < 0 || whole > Long.MAX_VALUE / NANOS - 1 ? 0 : whole * NANOS + nanos;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
