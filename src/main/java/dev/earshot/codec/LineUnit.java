package dev.earshot.codec;

/** The code units in which an encoding writes line ends: their size, and which of them are CR and LF. */
public enum LineUnit {
    /** The bytes 0A and 0D, as in all encodings that are compatible with ASCII. */
    ASCII(1),
    UTF_16LE(2),
    UTF_16BE(2),
    /** LF is NL, 15, or the LF of some code pages, 25. */
    EBCDIC(1);

    private final int size;

    LineUnit(int size) {
        this.size = size;
    }

    /** Returns the units of an encoding. */
    public static LineUnit of(Encoding encoding) {
        if (encoding.isUtf16()) {
            return encoding.label().endsWith("LE") ? UTF_16LE : UTF_16BE;
        }
        return encoding.isEbcdic() ? EBCDIC : ASCII;
    }

    /** Returns the size of a unit in bytes, 1 or 2. */
    public int size() {
        return size;
    }

    /**
     * Returns the unit whose bytes are these, from 0 to 255 or, where a unit has two bytes, to 65,535. {@code first}
     * counts only there.
     */
    public int value(byte first, byte second) {
        return switch (this) {
            case UTF_16LE -> (second & 0xFF) << 8 | first & 0xFF;
            case UTF_16BE -> (first & 0xFF) << 8 | second & 0xFF;
            case ASCII, EBCDIC -> second & 0xFF;
        };
    }

    /** Whether this unit, as {@link #value} returns it, is LF. */
    public boolean isLineFeed(int value) {
        return this == EBCDIC ? value == 0x15 || value == 0x25 : value == '\n';
    }

    /** Whether LF stands in the bytes at this place. */
    boolean isLineFeed(byte[] bytes, int at) {
        return isLineFeed(valueAt(bytes, at));
    }

    /** Whether CR stands in the bytes at this place. */
    boolean isReturn(byte[] bytes, int at) {
        return valueAt(bytes, at) == '\r';
    }

    private int valueAt(byte[] bytes, int at) {
        return value(bytes[at], bytes[at + size - 1]);
    }
}
