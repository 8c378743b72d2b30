package dev.earshot.journal;

import java.io.Closeable;
import java.io.IOException;

/** Reads rows by number, through channels of its own and without a lock. Confined to one thread. */
public final class RowReader implements Closeable {

    /** How many rows there are now. */
    public long count() {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads one row with at most {@code most} of its bytes.
     *
     * @throws IndexOutOfBoundsException if the number is not below {@link #count}
     */
    public Row read(long number, int most) throws IOException {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
