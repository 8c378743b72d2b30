package dev.earshot.journal;

import dev.earshot.codec.framing.Completeness;
import dev.earshot.codec.framing.RowEnds;
import dev.earshot.journal.storage.AppendFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Stores which rows are not whole messages, and what each is instead; a row that is not listed is one. Costs nothing
 * until there is such a row. Written under the journal's lock before the row can be seen, read by any thread through a
 * {@link Lookup}.
 */
final class RowMarks implements Closeable {
    private static final int MARK_BITS = 8;
    private static final Completeness[] VALUES = Completeness.values();

    private final Path folder;
    private final byte[] item = new byte[Long.BYTES];
    private volatile AppendFile file; // null: no row has a mark
    private volatile long first;
    private volatile long count;

    RowMarks(Path folder) {
        this.folder = folder;
    }

    /** Adds the marks of rows whose first one has this number. */
    void add(long firstRow, RowEnds ends) {
        for (int i = 0; i < ends.count(); i++) {
            if (ends.completeness(i) != Completeness.WHOLE) {
                append(firstRow + i << MARK_BITS | ends.completeness(i).ordinal());
            }
        }
    }

    private void append(long mark) {
        if (file == null) {
            file = AppendFile.opening(folder, new byte[Long.BYTES]);
        }
        for (int i = 0; i < Long.BYTES; i++) {
            item[i] = (byte) (mark >>> (7 - i) * 8);
        }
        file.append(item, Long.BYTES);
        count++;
    }

    /** Forgets the marks of the rows before this one. */
    void removeBefore(long row) throws IOException {
        if (file != null) {
            first = find(row, ByteBuffer.allocate(Long.BYTES));
            file.dropBefore(first * Long.BYTES);
        }
    }

    /** Returns the place of the first mark of this row or a later one. */
    private long find(long row, ByteBuffer scratch) throws IOException {
        return file.find(() -> first, count, scratch, item -> item.getLong(0) >>> MARK_BITS < row);
    }

    /** Looks up marks; keeps the run of marks that it read last, and where none are. Confined to one thread. */
    final class Lookup {
        private static final int MOST = 512;

        private final ByteBuffer scratch = ByteBuffer.allocate(Long.BYTES);
        private final ByteBuffer run = ByteBuffer.allocate(MOST * Long.BYTES).limit(0);
        private long from; // no row from here on
        private long to; // and before here has a mark

        /**
         * Returns how complete a row is.
         *
         * @param rows a number of rows all of which can be seen, more than {@code row}
         */
        Completeness of(long row, long rows) throws IOException {
            if (count == 0 || row >= from && row < to) {
                return Completeness.WHOLE;
            }
            if (size() == 0 || row < row(0) || row > row(size() - 1)) {
                readFrom(row);
            }
            int next = findInRun(row);
            if (next < size() && row(next) == row) {
                return VALUES[(int) run.getLong(next * Long.BYTES) & (1 << MARK_BITS) - 1];
            }
            from = row;
            to = next < size() ? row(next) : rows;
            return Completeness.WHOLE;
        }

        /** Reads the run of marks that begins with the first one of this row or a later one. */
        private void readFrom(long row) throws IOException {
            run.limit(0); // so that no half of a run counts where reading fails
            long at = find(row, scratch);
            ByteBuffer read = run.duplicate().clear().limit((int) Math.min(MOST, count - at) * Long.BYTES);
            file.readOn(at * Long.BYTES, read);
            run.limit(read.position());
        }

        private int findInRun(long row) {
            int low = 0;
            int high = size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (row(middle) < row) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private int size() {
            return run.limit() / Long.BYTES;
        }

        private long row(int i) {
            return run.getLong(i * Long.BYTES) >>> MARK_BITS;
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
