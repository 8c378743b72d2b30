package dev.earshot.journal;

import dev.earshot.net.Endpoint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Where rows end in the bytes that are being looked at, in rising order. Reused for every read. */
final class Ends {
    /** Bytes that one place takes in the index; {@link Endpoint#MAX_PIECE} fits. */
    static final int ENCODED = Short.BYTES;

    private static final int MOST = Endpoint.MAX_PIECE + 2;
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private final int[] places = new int[MOST];
    private final byte[] encoded = new byte[MOST * ENCODED];
    private int count;

    void clear() {
        count = 0;
    }

    /** A row ends behind so many of the bytes; twice at the same place counts once. */
    void add(int place) {
        if (count == 0 || places[count - 1] != place) {
            places[count++] = place;
        }
    }

    /** Ends the first row earlier, if it is longer than {@code room}. Later rows are shorter than any read. */
    void limitFirst(int room, int length) {
        if (count == 0 && length >= room) {
            add(room);
        } else if (count > 0 && places[0] > room) {
            System.arraycopy(places, 0, places, 1, count);
            places[0] = room;
            count++;
        }
    }

    int count() {
        return count;
    }

    int get(int i) {
        return places[i];
    }

    /** The places as the index keeps them, {@link #ENCODED} bytes each; what lies behind them means nothing. */
    byte[] encoded() {
        for (int i = 0; i < count; i++) {
            SHORTS.set(encoded, i * ENCODED, (short) places[i]);
        }
        return encoded;
    }

    /** Where the last row ends, 0 if none does. */
    int last() {
        return count == 0 ? 0 : places[count - 1];
    }
}
