package dev.earshot.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The places in one read where rows end, in rising order, and how complete these rows are. A place may lie in earlier
 * reads, where only this read shows that a row ended there: it is negative then. Reused for every read.
 */
public final class RowEnds {
    /** The most bytes that a place may lie before the read. */
    public static final int MOST_BACK = 64;

    /** The bytes of one place in {@link #encoded}; two suffice, as a read is shorter than 64 KiB. */
    public static final int ENCODED_BYTES = Short.BYTES;

    private static final int FEW = 16;
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private static final Completeness[] COMPLETENESS = Completeness.values();

    private int[] places = new int[FEW];
    private byte[] marks = new byte[FEW];
    private byte[] encoded = new byte[FEW * ENCODED_BYTES];
    private int count;
    private boolean marked;

    /** Forgets all places. */
    public void clear() {
        count = 0;
        if (marked) {
            Arrays.fill(marks, (byte) 0);
            marked = false;
        }
    }

    /** Adds the end of a whole message, in bytes from the beginning of the read; the last place again counts once. */
    public void add(int place) {
        if (count == 0 || places[count - 1] != place) {
            if (count == places.length) {
                grow();
            }
            places[count++] = place;
        }
    }

    /** Adds the end of a row and how complete it is; the last place again counts once, as it was. */
    public void add(int place, Completeness completeness) {
        int before = count;
        add(place);
        if (count > before && completeness != Completeness.WHOLE) {
            marks[before] = (byte) completeness.ordinal();
            marked = true;
        }
    }

    /** Returns how complete the {@code i}th row is, counted from 0. */
    public Completeness completeness(int i) {
        return COMPLETENESS[marks[i]];
    }

    /** Whether any row is not a whole message. */
    public boolean hasMarks() {
        return marked;
    }

    private void grow() {
        places = Arrays.copyOf(places, 2 * count);
        marks = Arrays.copyOf(marks, 2 * count);
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
            System.arraycopy(marks, 0, marks, 1, count);
            places[0] = room;
            marks[0] = 0;
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

    /**
     * Returns the places as big-endian numbers of {@link #ENCODED_BYTES} bytes; bytes after the last one mean nothing.
     * A negative place is one less, so that FFFF is no place; see {@link #decode}.
     */
    public byte[] encoded() {
        for (int i = 0; i < count; i++) {
            int place = places[i];
            SHORTS.set(encoded, i * ENCODED_BYTES, (short) (place < 0 ? place - 1 : place));
        }
        return encoded;
    }

    /** Returns the place that {@link #encoded} wrote as this number, from 0 to FFFE. */
    public static int decode(int number) {
        return number > 0xFFFE - MOST_BACK ? number - 0xFFFF : number;
    }

    /** Returns the end of the last row; 0 if no row ends. */
    public int last() {
        return count == 0 ? 0 : places[count - 1];
    }
}
