package dev.earshot.codec;

/** Reads a length of a fixed number of bytes. */
final class FieldReader implements LengthReader {
    private final int size;
    private final boolean littleEndian;
    private final long mask;
    private long value;

    FieldReader(int size, boolean littleEndian, long mask) {
        this.size = size;
        this.littleEndian = littleEndian;
        this.mask = mask;
    }

    @Override
    public int read(byte[] bytes, int at, int to) {
        if (to - at < size) {
            return MessageScanner.MORE;
        }
        long read = 0;
        for (int i = 0; i < size; i++) {
            read = read << 8 | bytes[littleEndian ? at + size - 1 - i : at + i] & 0xFF;
        }
        read &= mask;
        value = read >>> 32 == 0 ? read : ABSURD;
        return size;
    }

    @Override
    public long value() {
        return value;
    }

    @Override
    public int find(byte[] bytes, int from, int to) {
        return from;
    }
}
