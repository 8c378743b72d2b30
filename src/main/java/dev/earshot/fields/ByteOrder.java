package dev.earshot.fields;

/** The order in which the bytes of a number stand, the most significant one being A. */
public enum ByteOrder {
    /** A first (network byte order). */
    BIG,
    /** A last. */
    LITTLE,
    /** C D A B: words of two bytes the other way round, as in registers of Modbus devices. */
    CDAB,
    /** B A D C: the bytes of each word the other way round. */
    BADC;

    /** Returns the bytes as a number of up to 64 bits. */
    long bits(byte[] bytes, int at, int size) {
        long bits = 0;
        for (int i = 0; i < size; i++) {
            bits = bits << 8 | bytes[at + index(i, size)] & 0xFF;
        }
        return bits;
    }

    private int index(int i, int size) {
        return switch (this) {
            case BIG -> i;
            case LITTLE -> size - 1 - i;
            case CDAB -> size % 2 != 0 ? i : size - 2 - i + 2 * (i % 2);
            case BADC -> size % 2 != 0 ? i : i ^ 1;
        };
    }
}
