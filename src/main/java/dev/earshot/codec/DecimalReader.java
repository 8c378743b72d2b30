package dev.earshot.codec;

/** Reads a length in decimal digits, and the mark that ends it. */
final class DecimalReader implements LengthReader {
    private static final int MOST_DIGITS = 9;

    private final Mark separator;
    private final ByteSearch digits;
    private long value;

    DecimalReader(Mark separator) {
        this.separator = separator;
        boolean[] values = new boolean[256];
        for (char digit = '0'; digit <= '9'; digit++) {
            values[digit] = true;
        }
        digits = new ByteSearch(values);
    }

    @Override
    public int read(byte[] bytes, int at, int to) {
        int end = at;
        long read = 0;
        while (end < to && end - at < MOST_DIGITS && isDigit(bytes[end])) {
            read = 10 * read + bytes[end++] - '0';
        }
        if (end == at) {
            return 0;
        }
        int behind = separator.match(bytes, end, to);
        if (behind == Mark.UNDECIDED) {
            return MessageScanner.MORE;
        }
        value = behind == 0 ? ABSURD : read;
        return end - at + behind;
    }

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    @Override
    public long value() {
        return value;
    }

    @Override
    public int find(byte[] bytes, int from, int to) {
        return digits.find(bytes, from, to);
    }
}
