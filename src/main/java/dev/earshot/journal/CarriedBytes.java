package dev.earshot.journal;

import dev.earshot.journal.storage.RecordGoneException;
import dev.earshot.journal.storage.Segments;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads the bytes that a row has in records before its last one, by going back through them. Confined to one thread.
 */
final class CarriedBytes {
    /** The number of steps after which entries are read many at once, and of these. */
    private static final int MANY = 16;

    private static final int BLOCK = 256;

    private final Segments capture;
    private final RecordReader records;
    private final ByteBuffer scratch = RowIndex.entryScratch();
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK * RowIndex.ENTRY);
    private RowIndex rows;
    private long blockStart = Long.MAX_VALUE;
    private int steps;

    CarriedBytes(Segments capture, RecordReader records) {
        this.capture = capture;
        this.records = records;
    }

    /** Begins to go back in an index, from the end of a row. */
    CarriedBytes in(RowIndex index) {
        rows = index;
        blockStart = Long.MAX_VALUE;
        steps = 0;
        return this;
    }

    /** A byte: the entry whose payload has it, and where in the payload it is. */
    record Place(RowIndex.Entry entry, int position) {}

    /** Finds the byte that is {@code before} bytes before the payload of {@code from}. */
    Place find(RowIndex.Entry from, int before) throws IOException {
        RowIndex.Entry entry = from;
        int left = before;
        while (left > 0) {
            entry = previous(entry);
            left -= entry.payloadLength();
        }
        return new Place(entry, -left);
    }

    /**
     * Copies bytes before the payload of an entry.
     *
     * @param before how many bytes before it they begin
     * @param length how many are copied, from there on
     */
    void copy(RowIndex.Entry from, int before, byte[] into, int length) throws IOException {
        RowIndex.Entry entry = from;
        int at = 0; // where the entry's payload begins, relative to that of the first one
        while (at > -before) {
            if (entry.isCheckpoint()) {
                RowCheckpoints.Checkpoint reached = jump(entry, at, length - before);
                if (reached != null) {
                    at -= entry.carry() - reached.carry();
                    entry = requireKept(rows.entry(reached.entry(), scratch));
                }
            }
            entry = previous(entry);
            at -= entry.payloadLength();
            int begin = Math.max(at, -before);
            int count = Math.min(at + entry.payloadLength(), length - before) - begin;
            if (count > 0) {
                records.copyPayload(entry, begin - at, into, begin + before, count);
            }
        }
    }

    /** Finds the first checkpoint of the row behind all bytes that are wanted; null if there is none before this. */
    private RowCheckpoints.Checkpoint jump(RowIndex.Entry entry, int at, int end) throws IOException {
        RowCheckpoints.Checkpoint here = rows.checkpoints().find(entry.number());
        RowCheckpoints.Checkpoint reached = null;
        while (here != null) {
            here = rows.checkpoints().previous(here);
            if (here == null || here.entry() < rows.firstEntry() || at - (entry.carry() - here.carry()) < end) {
                break;
            }
            reached = here;
        }
        return reached;
    }

    private RowIndex.Entry previous(RowIndex.Entry entry) throws IOException {
        if (entry.back() == 0) {
            throw new EOFException("the index has lost the beginning of a row");
        }
        long number = entry.number() - entry.back();
        if (number < rows.firstEntry()) {
            throw RecordGoneException.removed(); // the row began there
        }
        return requireKept(read(number));
    }

    private RowIndex.Entry read(long number) throws IOException {
        if (++steps <= MANY) {
            return rows.entry(number, scratch);
        }
        if (number < blockStart || number >= blockStart + block.limit() / RowIndex.ENTRY) {
            blockStart = Long.MAX_VALUE; // so that nothing is taken for read if this fails
            long start = Math.max(rows.firstEntry(), number - BLOCK + 1);
            rows.entries(start, (int) (number - start + 1), block);
            blockStart = start;
        }
        return RowIndex.entry(number, block, (int) (number - blockStart) * RowIndex.ENTRY);
    }

    private RowIndex.Entry requireKept(RowIndex.Entry entry) throws IOException {
        if (entry.isLost()) {
            throw RecordGoneException.lost(capture.timeAt(entry.offset()));
        }
        return entry;
    }
}
