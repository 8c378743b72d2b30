package dev.earshot.journal;

import java.io.Closeable;
import java.io.IOException;

/** Reads the rows of a log by their numbers. Confined to one thread. */
public interface RowSource extends Closeable {
    /** Returns the present number of rows. */
    long count();

    /** Returns the number of the oldest row that is still complete; see {@link Journal#oldestRow}. */
    long oldestRow();

    /**
     * Reads one row with at most {@code most} of its bytes. A row that was removed, or is being removed meanwhile, is
     * an event with the note {@link CaptureNote#REMOVED} and the time 0; see {@link #oldestRow}. One that could not be
     * kept is an event with the note {@link CaptureNote#LOST} and the time when rows began to be lost.
     *
     * @throws IndexOutOfBoundsException if the number is not below {@link #count}
     * @throws IOException if the row cannot be read any more
     */
    Row read(long number, int most) throws IOException;
}
