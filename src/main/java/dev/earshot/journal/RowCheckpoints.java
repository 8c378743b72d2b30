package dev.earshot.journal;

import dev.earshot.journal.storage.AppendFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Lets a reader jump back through a row of many thousand records. Those lead only from each to the one before it. Costs
 * nothing until there is such a row. Written under the journal's lock before the entry can be seen, read by any thread.
 */
final class RowCheckpoints implements Closeable {
    /** The records of a row between two checkpoints. */
    static final int DISTANCE = 1024;

    private static final int ITEM = 16;

    /**
     * A place in a row.
     *
     * @param number of this checkpoint, from 0
     * @param entry the number of the entry
     * @param carry the bytes of the row in records before it
     * @param previous the number of the previous checkpoint of the row, or -1
     */
    record Checkpoint(long number, long entry, int carry, long previous) {}

    private final Path folder;
    private final ByteBuffer item = ByteBuffer.allocate(ITEM);
    private volatile AppendFile file; // null: there is none
    private volatile long first;
    private volatile long count;

    RowCheckpoints(Path folder) {
        this.folder = folder;
    }

    /** Adds one, and returns its number. */
    long add(long entry, int carry, long previous) {
        if (file == null) {
            file = AppendFile.opening(folder, new byte[ITEM]);
        }
        int back = previous < 0 ? 0 : (int) Math.min(count - previous, Integer.MAX_VALUE);
        item.clear().putLong(entry).putInt(carry).putInt(back);
        file.append(item.array(), ITEM);
        return count++;
    }

    /** Finds the checkpoint at an entry; null if there is none. */
    Checkpoint find(long entry) throws IOException {
        long at = findFrom(entry);
        Checkpoint there = at < count ? read(at) : null;
        return there != null && there.entry == entry ? there : null;
    }

    private long findFrom(long entry) throws IOException {
        return file.find(() -> first, count, ByteBuffer.allocate(ITEM), item -> item.getLong(0) < entry);
    }

    /** Reads the one before another in the same row. Returns null if that is the first one, or it was removed. */
    Checkpoint previous(Checkpoint checkpoint) throws IOException {
        return checkpoint.previous < first ? null : read(checkpoint.previous);
    }

    private Checkpoint read(long number) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(ITEM);
        file.read(number * ITEM, read);
        int back = read.getInt(12);
        return new Checkpoint(number, read.getLong(0), read.getInt(8), back == 0 ? -1 : number - back);
    }

    /** Forgets those at entries before this one. */
    void removeBefore(long entry) throws IOException {
        if (file != null) {
            first = findFrom(entry);
            file.dropBefore(first * ITEM);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
