package dev.earshot.journal.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** A list of row numbers, rising, as bytes that can be stored at once. Confined to one thread. */
final class FoundRows implements LongConsumer {
    /** The byte order of the numbers. */
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ORDER);
    private static final int FEW = 64;

    private byte[] bytes = new byte[FEW * Long.BYTES];
    private int count;

    @Override
    public void accept(long row) {
        int at = count * Long.BYTES;
        if (at == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        LONGS.set(bytes, at, row);
        count++;
    }

    /** Adds some rows, each to its place unless it is there. */
    void insert(FoundRows others) {
        if (others.count == 0) {
            return;
        }
        FoundRows both = new FoundRows();
        int other = 0;
        for (int i = 0; i < count; i++) {
            for (; other < others.count && others.get(other) <= get(i); other++) {
                both.addOnce(others.get(other));
            }
            both.addOnce(get(i));
        }
        for (; other < others.count; other++) {
            both.addOnce(others.get(other));
        }
        bytes = both.bytes;
        count = both.count;
    }

    private void addOnce(long row) {
        if (count == 0 || get(count - 1) != row) {
            accept(row);
        }
    }

    private long get(int i) {
        return (long) LONGS.get(bytes, i * Long.BYTES);
    }

    /** Removes the rows behind this one. */
    void removeBehind(long row) {
        while (count > 0 && get(count - 1) > row) {
            count--;
        }
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /** Returns the numbers, eight bytes each; bytes behind the last one mean nothing. */
    byte[] bytes() {
        return bytes;
    }
}
