package dev.earshot.reply;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Hex;
import java.nio.charset.StandardCharsets;

/**
 * The form in which a template writes a checksum.
 *
 * @param littleEndian whether its least significant byte goes first; means nothing for decimal digits
 */
record ChecksumForm(Kind kind, boolean littleEndian) {

    /** What a checksum is written as. */
    enum Kind {
        BYTES,
        /** Upper-case hex digits. */
        HEX,
        /** Decimal digits, as many as the highest value has. */
        DECIMAL
    }

    /** Returns the number of bytes, which does not depend on the value. */
    int size(Checksum checksum) {
        return bytes(checksum, -1).length;
    }

    byte[] bytes(Checksum checksum, long value) {
        byte[] bytes = checksum.bytes(value, littleEndian);
        return switch (kind) {
            case BYTES -> bytes;
            case HEX -> ascii(Hex.print(bytes, 0, bytes.length).replace(" ", ""));
            case DECIMAL -> ascii(decimal(checksum, value));
        };
    }

    private static String decimal(Checksum checksum, long value) {
        long highest = -1L >>> Long.SIZE - 8 * checksum.size();
        int width = Long.toUnsignedString(highest).length();
        String digits = Long.toUnsignedString(value & highest);
        return "0".repeat(width - digits.length()) + digits;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
