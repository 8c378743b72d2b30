package dev.earshot.journal;

import dev.earshot.codec.framing.MessageSplitter;
import dev.earshot.codec.framing.RowEnds;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The state of one direction of one peer in the index of rows: its splitter and the row that has not ended yet. Written
 * under the lock of the index, asked about by any thread.
 */
final class StreamState {
    private static final int LENGTH_BITS = 22; // a row has at most 1 MiB and some bytes
    private static final int LENGTH_MASK = (1 << LENGTH_BITS) - 1;

    final MessageSplitter splitter;
    private final Row.Kind kind;
    private final MessageCounts.Count messages;
    private final AtomicLong open = new AtomicLong(); // the last entry and the length of the open row
    private final AtomicLong openedAt = new AtomicLong();
    private long lastAt; // when the last bytes came
    private long lastEntry = -1;
    private int records; // of the open row
    private long checkpoint = -1; // the last one in it

    StreamState(Row.Kind kind, MessageSplitter splitter, MessageCounts.Count messages) {
        this.kind = kind;
        this.splitter = splitter;
        this.messages = messages;
    }

    /**
     * Makes the next entry of this stream for the index.
     *
     * @param carry the bytes of the record's first row that are in earlier records
     */
    RowIndex.Entry nextEntry(RowIndex index, int peer, long offset, int payloadStart, int carry, int length) {
        long number = index.entries();
        int back = lastEntry < 0 ? 0 : (int) Math.min(number - lastEntry, Integer.MAX_VALUE);
        boolean isCheckpoint = ++records % RowCheckpoints.DISTANCE == 0;
        if (isCheckpoint) {
            checkpoint = index.checkpoints().add(number, carry, checkpoint);
        }
        return new RowIndex.Entry(number, offset, 0, back, carry, kind, peer, payloadStart, length, isCheckpoint);
    }

    /** Takes in that the entry is in the index, together with these ends of rows. */
    void added(RowIndex.Entry entry, RowEnds ends, long epochNanos) {
        lastEntry = entry.number();
        boolean ended = ends.count() > 0;
        if (ended) {
            messages.add(ends.messages());
            records = 0;
            checkpoint = -1;
        }
        publish(entry.number(), ended || entry.carry() == 0, epochNanos);
    }

    /** Returns how long the direction was silent before these bytes, by the times of its packets, in milliseconds. */
    long silentMillis(long epochNanos) {
        long silent = lastAt == 0 ? 0 : Math.max(0, epochNanos - lastAt) / 1_000_000;
        lastAt = epochNanos;
        return silent;
    }

    private void publish(long number, boolean begins, long epochNanos) {
        int length = splitter.openLength();
        if (length > 0 && begins) {
            openedAt.lazySet(epochNanos);
        }
        if (length > 0 || (open.getPlain() & LENGTH_MASK) > 0) {
            open.lazySet(number << LENGTH_BITS | length);
        }
    }

    /** Returns the message that is open, if it has been so since a time or longer; else null. */
    OpenMessage openSince(long epochNanos, RowIndex index, int peer) {
        long now = open.get();
        int length = (int) now & LENGTH_MASK;
        long since = openedAt.get();
        return length == 0 || since > epochNanos
                ? null
                : new OpenMessage(index, now >>> LENGTH_BITS, peer, kind, length, since);
    }
}
