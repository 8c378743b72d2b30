package dev.earshot.journal;

import dev.earshot.net.Peer;
import java.io.Closeable;
import java.io.IOException;

/**
 * Reads the messages of one direction of one peer, one after the other. It stops behind the last one that had ended
 * when this was made. Passes over the rows of others by the index alone. Confined to one thread.
 */
public final class PeerMessages implements Closeable {
    private final Journal journal;
    private final int generation;
    private final RowIndex index;
    private final RowReader reader;
    private final int peer;
    private final Row.Kind kind;
    private final long end;
    private final EntryCursor cursor;
    private long nextRow;
    private long entryEnd;
    private long missing;

    /**
     * Opens the journal for the messages that came from a peer or went to it.
     *
     * @param kind received or sent
     */
    public PeerMessages(Journal journal, Peer peer, Row.Kind kind) throws IOException {
        this.journal = journal;
        generation = journal.generation();
        index = journal.index();
        this.peer = peer.id();
        this.kind = kind;
        end = index.rows();
        reader = journal.reader();
        cursor = new EntryCursor(index, 0);
    }

    /** Counts all of these messages, also those that were read already; takes a moment for many millions. */
    public long count() throws IOException {
        long count = 0;
        EntryCursor all = new EntryCursor(index, 0);
        while (all.next() && all.entry().firstRow() < end) {
            if (isWanted(all.entry())) {
                count += Math.min(all.rows(), end - all.entry().firstRow());
            }
        }
        return count;
    }

    /**
     * Returns the next message with all its bytes; null behind the last one.
     *
     * @throws RowsChangedException if another framing was chosen meanwhile
     * @throws IOException if the capture cannot be read, for example because its session was closed
     */
    public Row next() throws IOException {
        while (advance()) {
            Row row = read(nextRow++);
            if (!row.isMissing()) {
                return row;
            }
            missing++;
        }
        return null;
    }

    /** Returns the number of messages that were passed over because they are not in the capture any more. */
    public long missing() {
        return missing;
    }

    private boolean advance() throws IOException {
        while (nextRow >= entryEnd) {
            if (!cursor.next() || cursor.entry().firstRow() >= end) {
                return false;
            }
            if (isWanted(cursor.entry())) {
                nextRow = cursor.entry().firstRow();
                entryEnd = Math.min(end, nextRow + cursor.rows());
            }
        }
        return true;
    }

    private boolean isWanted(RowIndex.Entry entry) {
        return entry.kind() == kind && entry.peer() == peer;
    }

    private Row read(long number) throws IOException {
        try {
            Row row = reader.read(number, Integer.MAX_VALUE);
            if (journal.generation() == generation) { // checked last: until now the number was right
                return row;
            }
        } catch (IndexOutOfBoundsException e) {
            if (journal.generation() == generation) {
                throw new IOException(e);
            }
        }
        throw RowsChangedException.byFraming();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
