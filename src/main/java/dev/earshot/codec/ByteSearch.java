package dev.earshot.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches for the next of a few byte values. It looks at eight bytes at a time if there are at most four. Immutable.
 */
final class ByteSearch {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final int FEW = 4;

    private final long[] wanted = new long[4]; // a bit for each byte value: little memory, as each stream has its own
    private final int count;
    private final long[] words =
            new long[FEW]; // a value in all eight bytes; the last value again where there are fewer

    /** @param wanted whether to stop at a byte, by its value from 0 to 255 */
    ByteSearch(boolean... wanted) {
        int found = 0;
        for (int value = 0; value < wanted.length; value++) {
            if (wanted[value]) {
                this.wanted[value >>> 6] |= 1L << value;
                for (int i = found++; i < FEW; i++) {
                    words[i] = value * ONES;
                }
            }
        }
        count = found;
    }

    /** Returns the place of the first wanted byte, or {@code to} if there is none. */
    int find(byte[] bytes, int from, int to) {
        if (count == 0) {
            return to;
        }
        int i = from;
        if (count == 1) {
            i = skipToOne(bytes, from, to);
        } else if (count == 2) {
            i = skipToTwo(bytes, from, to);
        } else if (count <= FEW) {
            i = skipToFew(bytes, from, to);
        }
        while (i < to && !isWanted(bytes[i])) {
            i++;
        }
        return i;
    }

    private boolean isWanted(byte b) {
        return (wanted[(b & 0xFF) >>> 6] >>> b & 1) != 0;
    }

    private int skipToOne(byte[] bytes, int from, int to) {
        long only = words[0];
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long hits = zeros((long) LONGS.get(bytes, i) ^ only);
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        return i;
    }

    private int skipToTwo(byte[] bytes, int from, int to) {
        long a = words[0];
        long b = words[1];
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(bytes, i);
            long hits = zeros(word ^ a) | zeros(word ^ b);
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        return i;
    }

    private int skipToFew(byte[] bytes, int from, int to) {
        long a = words[0];
        long b = words[1];
        long c = words[2];
        long d = words[3];
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(bytes, i);
            long hits = zeros(word ^ a) | zeros(word ^ b) | zeros(word ^ c) | zeros(word ^ d);
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        return i;
    }

    /** Returns the high bit of the lowest byte that is zero. A borrow may set those of bytes above it, never below. */
    private static long zeros(long word) {
        return word - ONES & ~word & HIGH_BITS;
    }
}
