package dev.earshot.codec;

/** The bytes of U+FEFF, with which a text in a Unicode encoding may begin. */
final class ByteOrderMark {
    private static final byte[] NONE = {};
    private static final byte[] UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16LE = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16BE = {(byte) 0xFE, (byte) 0xFF};

    private ByteOrderMark() {}

    /** Returns its bytes in this encoding; empty if the encoding uses none. */
    static byte[] of(Encoding encoding) {
        return switch (encoding.label()) {
            case "UTF-8" -> UTF_8;
            case "UTF-16LE" -> UTF_16LE;
            case "UTF-16BE" -> UTF_16BE;
            default -> NONE;
        };
    }
}
