package dev.earshot.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Where rows end in the bytes that are being looked at, in rising order. Reused for every read. */
public final class RowEnds {
    /** Bytes that one place takes as {@link #encoded}: what is looked at at once is shorter than 64 KiB. */
    public static final int ENCODED = Short.BYTES;

    private static final int FEW = 16;
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private int[] places = new int[FEW];
    private byte[] encoded = new byte[FEW * ENCODED];
    private int count;

    /** Forgets all of them. */
    public void clear() {
        count = 0;
    }

    /** A row ends behind so many of the bytes; twice at the same place counts once. */
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
        encoded = new byte[2 * count * ENCODED];
    }

    /** Ends the first row earlier, if it is longer than {@code room}. Later rows are shorter than any read. */
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

    /** How many there are. */
    public int count() {
        return count;
    }

    /** The {@code i}th, counted from 0. */
    public int get(int i) {
        return places[i];
    }

    /** The places as a file may keep them, big-endian, {@link #ENCODED} bytes each; what lies behind them means nothing. */
    public byte[] encoded() {
        for (int i = 0; i < count; i++) {
            SHORTS.set(encoded, i * ENCODED, (short) places[i]);
        }
        return encoded;
    }

    /** Where the last row ends, 0 if none does. */
    public int last() {
        return count == 0 ? 0 : places[count - 1];
    }
}
