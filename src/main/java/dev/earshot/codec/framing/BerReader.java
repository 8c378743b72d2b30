package dev.earshot.codec.framing;

/** Reads a length of ASN.1: one byte, or the number of bytes that follow, with the high bit set, and these bytes. */
final class BerReader implements LengthReader {
    private static final int LONG_FORM = 0x80;
    private static final int MOST_DIGITS = 4;

    private long value;

    @Override
    public int read(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        int digits = first - LONG_FORM;
        if (digits < 0) {
            value = first;
            return 1;
        } else if (digits == 0 || digits > MOST_DIGITS) { // 80 is a length that is not known before the end
            value = ABSURD;
            return 1;
        } else if (at + digits >= to) {
            return MessageScanner.MORE;
        }
        long read = 0;
        for (int i = 1; i <= digits; i++) {
            read = read << 8 | bytes[at + i] & 0xFF;
        }
        value = read;
        return 1 + digits;
    }

    @Override
    public long value() {
        return value;
    }
}
