package dev.earshot.codec.framing;

/** Reads a length in decimal digits, and the mark that ends it. */
final class DecimalReader implements LengthReader {
    private static final long LARGEST = 1L << 32;

    private final Mark separator;
    private final ByteSearch digits;
    /** The most digits of one number, which may be too large for a length or begin with zeros. */
    private final int mostDigits;

    private final boolean isFirst;

    private long value;

    /** @param isFirst whether the message begins with the length, so that it cannot begin with another byte */
    DecimalReader(Mark separator, boolean isFirst) {
        this.separator = separator;
        this.isFirst = isFirst;
        mostDigits = MOST_BYTES - separator.length();
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
        while (end < to && end - at < mostDigits && isDigit(bytes[end])) {
            read = Math.min(10 * read + bytes[end++] - '0', LARGEST);
        }
        if (end == at) {
            value = ABSURD;
            return isFirst ? 0 : 1;
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
