package dev.earshot.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The places in one read where rows end, in rising order. Reused for every read. */
public final class RowEnds {
    /** The bytes of one place in {@link #encoded}; two suffice, as a read is shorter than 64 KiB. */
    public static final int ENCODED_BYTES = Short.BYTES;

    private static final int FEW = 16;
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private int[] places = new int[FEW];
    private byte[] encoded = new byte[FEW * ENCODED_BYTES];
    private int count;

    /** Forgets all places. */
    public void clear() {
        count = 0;
    }

    /** Adds the end of a row, in bytes from the beginning of the read; the last place again counts once. */
    public void add(int place) {
        if (count == 0 || places[count - 1] != place) {
            if (count == places.length) {
                grow();
            }
            places[count++] = place;
        }
    }

    private void grow() {
        places = Arrays.copyOf(places, 2 * count);
        encoded = new byte[2 * count * ENCODED_BYTES];
    }

    /** Ends the first row earlier if it is longer than {@code room}. Later rows are shorter than a read. */
    public void limitFirst(int room, int length) {
        if (count == 0 && length >= room) {
            add(room);
        } else if (count > 0 && places[0] > room) {
            if (count == places.length) {
                grow();
            }
            System.arraycopy(places, 0, places, 1, count);
            places[0] = room;
            count++;
        }
    }

    /** Returns the number of places. */
    public int count() {
        return count;
    }

    /** Returns the {@code i}th place, counted from 0. */
    public int get(int i) {
        return places[i];
    }

    /** Returns the places as big-endian numbers of {@link #ENCODED_BYTES} bytes; bytes after the last one mean nothing. */
    public byte[] encoded() {
        for (int i = 0; i < count; i++) {
            SHORTS.set(encoded, i * ENCODED_BYTES, (short) places[i]);
        }
        return encoded;
    }

    /** Returns the end of the last row; 0 if no row ends. */
    public int last() {
        return count == 0 ? 0 : places[count - 1];
    }
}
