package dev.earshot.codec;

import java.util.zip.Adler32;

/** Computes the checksums that are not CRCs, such as sums, XOR, Fletcher and Adler-32. */
enum ByteSum {
    SUM8,
    SUM16,
    XOR,
    LRC,
    INVERTED,
    INTERNET,
    FLETCHER_16,
    FLETCHER_32,
    ADLER_32;

    long of(byte[] bytes, int offset, int length) {
        return switch (this) {
            case SUM8 -> sum(bytes, offset, length) & 0xFF;
            case SUM16 -> sum(bytes, offset, length) & 0xFFFF;
            case XOR -> xor(bytes, offset, length);
            case LRC -> -sum(bytes, offset, length) & 0xFF;
            case INVERTED -> ~sum(bytes, offset, length) & 0xFF;
            case INTERNET -> internet(bytes, offset, length);
            case FLETCHER_16 -> fletcher16(bytes, offset, length);
            case FLETCHER_32 -> fletcher32(bytes, offset, length);
            case ADLER_32 -> adler32(bytes, offset, length);
        };
    }

    private static long sum(byte[] bytes, int offset, int length) {
        long sum = 0;
        for (int i = offset; i < offset + length; i++) {
            sum += bytes[i] & 0xFF;
        }
        return sum;
    }

    private static long xor(byte[] bytes, int offset, int length) {
        int all = 0;
        for (int i = offset; i < offset + length; i++) {
            all ^= bytes[i] & 0xFF;
        }
        return all;
    }

    /** Complements the ones' complement sum of the words, the high byte of each first (RFC 1071, section 1). */
    private static long internet(byte[] bytes, int offset, int length) {
        long sum = 0;
        for (int i = 0; i < length; i++) {
            int value = bytes[offset + i] & 0xFF;
            sum += i % 2 == 0 ? value << 8 : value;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return ~sum & 0xFFFF;
    }

    /** Computes ones' complement sums (RFC 1146, appendix I). The second sum is the high byte. */
    private static long fletcher16(byte[] bytes, int offset, int length) {
        int first = 0;
        int second = 0;
        for (int i = offset; i < offset + length; i++) {
            first = (first + (bytes[i] & 0xFF)) % 0xFF;
            second = (second + first) % 0xFF;
        }
        return second << 8 | first;
    }

    /** Sums words whose low byte goes first. A last single byte is a word with a high byte of 0. */
    private static long fletcher32(byte[] bytes, int offset, int length) {
        long first = 0;
        long second = 0;
        for (int i = 0; i < length; i += 2) {
            int low = bytes[offset + i] & 0xFF;
            int high = i + 1 < length ? bytes[offset + i + 1] & 0xFF : 0;
            first = (first + (high << 8 | low)) % 0xFFFF;
            second = (second + first) % 0xFFFF;
        }
        return second << 16 | first;
    }

    /** Computes Adler's checksum (RFC 1950, section 8.2). */
    private static long adler32(byte[] bytes, int offset, int length) {
        Adler32 sum = new Adler32();
        sum.update(bytes, offset, length);
        return sum.getValue();
    }
}
