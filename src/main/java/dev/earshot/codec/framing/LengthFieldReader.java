package dev.earshot.codec.framing;

/** Reads a length that is a number of a fixed size, such as two bytes. */
final class LengthFieldReader implements LengthReader {
    private final int size;
    private final LengthForm form;
    private final long mask;
    private final LengthBlocks blocks;
    private final boolean isFirst;
    private long value;

    /**
     * @param mask the bits that are the length
     * @param blocks whose bytes are added to it
     * @param isFirst whether the message begins with the length, so that it cannot begin with another byte than a digit
     */
    LengthFieldReader(int size, LengthForm form, long mask, LengthBlocks blocks, boolean isFirst) {
        this.size = size;
        this.form = form;
        this.mask = mask;
        this.blocks = blocks;
        this.isFirst = isFirst;
    }

    @Override
    public int read(byte[] bytes, int at, int to) {
        if (to - at < size) {
            return MessageScanner.MORE;
        }
        long read = 0;
        for (int i = 0; i < size; i++) {
            int digit = form.value(bytes[form == LengthForm.LITTLE_ENDIAN ? at + size - 1 - i : at + i]);
            if (digit == LengthForm.NO_DIGIT) {
                value = ABSURD;
                return i == 0 && !isFirst ? 1 : i;
            }
            read = read * form.base() + digit;
        }
        read = (read & mask) >>> Long.numberOfTrailingZeros(mask);
        value = read >>> 32 == 0 ? read + blocks.leftOut(read) : ABSURD;
        return size;
    }

    @Override
    public long value() {
        return value;
    }

    @Override
    public int find(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && form.value(bytes[at]) == LengthForm.NO_DIGIT) {
            at++;
        }
        return at;
    }
}
