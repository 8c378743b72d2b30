package dev.earshot.reply.rules;

import dev.earshot.codec.Checksum;
import dev.earshot.codec.Encoding;
import dev.earshot.codec.Hex;

/**
 * The form in which a template writes a checksum.
 *
 * @param littleEndian whether its least significant byte goes first; means nothing for decimal digits
 */
record ChecksumForm(Kind kind, boolean littleEndian) {

    /** The kinds of digits or bytes in which a checksum is written. */
    enum Kind {
        BYTES,
        /** Upper-case hex digits. */
        HEX,
        /** Decimal digits, as many as the highest value has. */
        DECIMAL
    }

    /** Returns the number of bytes, which does not depend on the value. */
    int size(Checksum checksum, Encoding encoding) {
        return bytes(checksum, -1, encoding).length;
    }

    byte[] bytes(Checksum checksum, long value, Encoding encoding) {
        byte[] bytes = checksum.bytes(value, littleEndian);
        return switch (kind) {
            case BYTES -> bytes;
            case HEX -> Hex.print(bytes, 0, bytes.length).replace(" ", "").getBytes(encoding.writeCharset());
            case DECIMAL -> decimal(checksum, value).getBytes(encoding.writeCharset());
        };
    }

    private static String decimal(Checksum checksum, long value) {
        long highest = -1L >>> Long.SIZE - 8 * checksum.size();
        int width = Long.toUnsignedString(highest).length();
        String digits = Long.toUnsignedString(value & highest);
        return "0".repeat(width - digits.length()) + digits;
    }
}
