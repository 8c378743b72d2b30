package dev.earshot.codec.framing;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches for the next of a few byte values. It looks at eight bytes at a time if there are at most four values, or if
 * they differ in their lowest bits only, as control bytes do. Immutable.
 */
final class ByteSearch {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long ONES = 0x0101010101010101L;
    private static final int FEW = 4;

    /** The most values that differ in their lowest bits only, wanted or not; of more, texts would have too many. */
    private static final int MOST_NEAR = 16;

    private final long[] wanted = new long[4]; // a bit for each byte value: little memory, as each stream has its own
    private final int count;
    private final boolean isNear; // whether the values differ in their lowest bits only
    private final long first; // a value in all eight bytes; the others too, or the last one again if there are fewer
    private final long second;
    private final long third;
    private final long fourth;
    private final long bound; // in all eight bytes: the lowest bit above those in which the values differ

    /** @param wanted whether to stop at a byte, by its value from 0 to 255 */
    ByteSearch(boolean... wanted) {
        long[] words = new long[FEW];
        int found = 0;
        int different = 0;
        for (int value = 0; value < wanted.length; value++) {
            if (wanted[value]) {
                this.wanted[value >>> 6] |= 1L << value;
                for (int i = found++; i < FEW; i++) {
                    words[i] = value * ONES;
                }
                different |= value ^ (int) words[0] & 0xFF;
            }
        }
        count = found;
        first = words[0];
        second = words[1];
        third = words[2];
        fourth = words[3];
        int above = different == 0 ? 1 : 2 * Integer.highestOneBit(different);
        isNear = above <= MOST_NEAR;
        bound = isNear ? above * ONES : 0;
    }

    /** Returns the place of the first wanted byte, or {@code to} if there is none. */
    int find(byte[] bytes, int from, int to) {
        if (count == 0) {
            return to;
        }
        int i = from;
        if (count == 1) {
            i = skipToOne(bytes, from, to);
        } else if (isNear) {
            i = skipToNear(bytes, from, to);
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
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long hits = zeros((long) LONGS.get(bytes, i) ^ first);
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        return i;
    }

    /** Tests first whether any byte differs from a wanted one in the lowest bits at most. */
    private int skipToNear(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(bytes, i) ^ first;
            long hits = word - bound & ~word & HIGH_BITS;
            if (hits != 0) {
                int at = i + (Long.numberOfTrailingZeros(hits) >>> 3);
                while (at < i + 8 && !isWanted(bytes[at])) {
                    at++;
                }
                if (at < i + 8) {
                    return at;
                }
            }
        }
        return i;
    }

    private int skipToTwo(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(bytes, i);
            long hits = zeros(word ^ first) | zeros(word ^ second);
            if (hits != 0) {
                return i + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        return i;
    }

    private int skipToFew(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + 8 <= to; i += 8) {
            long word = (long) LONGS.get(bytes, i);
            long hits = zeros(word ^ first) | zeros(word ^ second) | zeros(word ^ third) | zeros(word ^ fourth);
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
