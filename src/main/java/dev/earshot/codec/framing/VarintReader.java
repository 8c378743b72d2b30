package dev.earshot.codec.framing;

/**
 * Reads a length in groups of seven bits, the least significant first. The high bit says that another group follows.
 */
final class VarintReader implements LengthReader {
    private static final int MOST_GROUPS = 5;

    private long value;

    @Override
    public int read(byte[] bytes, int at, int to) {
        long read = 0;
        for (int i = 0; i < MOST_GROUPS; i++) {
            if (at + i == to) {
                return MessageScanner.MORE;
            }
            read |= (long) (bytes[at + i] & 0x7F) << 7 * i;
            if (bytes[at + i] >= 0) {
                value = read;
                return i + 1;
            }
        }
        value = ABSURD;
        return MOST_GROUPS;
    }

    @Override
    public long value() {
        return value;
    }
}
