package dev.earshot.codec.framing;

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

    /** Adds the end of a whole message, in bytes from the beginning of the read. The last place again counts once. */
    public void add(int place) {
        if (count == 0 || places[count - 1] != place) {
            if (count == places.length) {
                grow();
            }
            places[count++] = place;
        }
    }

    /** Adds the end of a row and how complete it is. The last place again counts once, as it was. */
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

    /** Says how complete the last row is. */
    public void markLast(Completeness completeness) {
        marks[count - 1] = (byte) completeness.ordinal();
        marked |= completeness != Completeness.WHOLE;
    }

    /** Adds an end before all others, unless the first row ends there already. */
    void addFirst(int place, Completeness completeness) {
        if (count > 0 && places[0] == place) {
            return;
        }
        if (count == places.length) {
            grow();
        }
        System.arraycopy(places, 0, places, 1, count);
        System.arraycopy(marks, 0, marks, 1, count);
        places[0] = place;
        marks[0] = (byte) completeness.ordinal();
        marked |= completeness != Completeness.WHOLE;
        count++;
    }

    /** Removes the ends up to a place where an earlier row has ended already. */
    void removeUpTo(int place) {
        int gone = 0;
        while (gone < count && places[gone] <= place) {
            gone++;
        }
        if (gone > 0) {
            System.arraycopy(places, gone, places, 0, count - gone);
            System.arraycopy(marks, gone, marks, 0, count - gone);
            Arrays.fill(marks, count - gone, count, (byte) 0);
            count -= gone;
        }
    }

    /** Returns how many rows end a message, as a part of one does not. */
    public int messages() {
        int messages = count;
        for (int i = 0; marked && i < count; i++) {
            messages -= completeness(i) == Completeness.PART ? 1 : 0;
        }
        return messages;
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

    /**
     * Returns the place that {@link #encoded} wrote as this number, from 0 to FFFE.
     *
     * @param length of the read, which tells the end of a long datagram from a place before the read
     */
    public static int decode(int number, int length) {
        return number > length && number > 0xFFFE - MOST_BACK ? number - 0xFFFF : number;
    }

    /** Returns the end of the last row; 0 if no row ends. */
    public int last() {
        return count == 0 ? 0 : places[count - 1];
    }
}
