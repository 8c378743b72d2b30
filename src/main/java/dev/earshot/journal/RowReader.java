package dev.earshot.journal;

import dev.earshot.codec.framing.Completeness;
import dev.earshot.journal.storage.RecordGoneException;
import dev.earshot.journal.storage.Segments;
import dev.earshot.net.Event;
import dev.earshot.net.NoteKinds;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.function.Supplier;

/** Reads rows of a journal by number, without a lock. Confined to one thread. */
public final class RowReader implements RowSource {
    /** The number of row ends that are read at once, as rows are mostly read one after the other. */
    private static final int MOST_ENDS = 256;

    /** The distance in entries up to which stepping is faster than a binary search. */
    private static final int NEAR = 4;

    private static final byte[] NOTHING = {};

    private final Supplier<RowIndex> indexes;
    private final Segments capture;
    private final NoteKinds noteKinds;
    private final ByteBuffer entryScratch = RowIndex.entryScratch();
    private final ByteBuffer ends = ByteBuffer.allocate(MOST_ENDS * RowIndex.END);
    private final RecordReader records;
    private final CarriedBytes carried;
    private RowIndex index;
    private RowMarks.Lookup marks;
    private RowIndex.Entry latest;
    private RowIndex.Entry next; // the one behind it, once it is known
    private long firstEnd;
    private boolean closed;

    RowReader(Segments capture, Supplier<RowIndex> indexes, NoteKinds noteKinds) {
        this.indexes = indexes;
        this.index = indexes.get();
        marks = index.marks().new Lookup();
        this.capture = capture;
        this.noteKinds = noteKinds;
        records = new RecordReader(capture);
        carried = new CarriedBytes(capture, records);
        ends.limit(0);
    }

    /** Makes a reader of one index for a search. It does not know the kinds of notes of other packages. */
    public static RowReader of(Segments capture, RowIndex index) {
        return new RowReader(capture, () -> index, CaptureNote.KNOWN);
    }

    @Override
    public long count() {
        return index().rows();
    }

    @Override
    public long oldestRow() {
        return index().oldestRow();
    }

    @Override
    public Row read(long number, int most) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        RowIndex rows = index();
        if (number < 0 || number >= rows.rows()) {
            throw new IndexOutOfBoundsException("row " + number + " of " + rows.rows());
        }
        Row row;
        try {
            row = number < rows.oldestRow() ? null : readKept(number, most, rows);
        } catch (RecordGoneException e) {
            row = e.isRemoved() ? null : Row.lost(number, e.since());
        } catch (IOException e) {
            if (number >= rows.oldestRow()) {
                throw e;
            }
            row = null;
        }
        // Asked again: what was removed while it was read may have been read wrongly.
        return number < rows.oldestRow() || row == null ? Row.removed(number) : row;
    }

    private Row readKept(long number, int most, RowIndex rows) throws IOException {
        RowIndex.Entry entry = requireKept(findEntry(number, rows));
        boolean first = number == entry.firstRow();
        int start = first ? -entry.carry() : endOf(number - 1, entry, rows);
        int end = endOf(number, entry, rows);
        if (entry.kind() == Row.Kind.EVENT) {
            return readEvent(number, entry);
        }
        byte[] bytes = new byte[Math.min(most, end - start)];
        // The last byte may lie in an earlier record, for silence ends a row without one; an empty datagram has none.
        int before = end == start ? 0 : Math.max(0, 1 - end);
        Packet packet = records.readPacket(carried.in(rows).find(entry, before).entry());
        copy(entry, start, bytes, rows);
        return row(number, entry, packet, end - start, bytes, marks.of(number, rows.rows()));
    }

    /** Copies bytes of one stream from a place relative to the entry's payload, which is negative before it. */
    private void copy(RowIndex.Entry entry, int start, byte[] into, RowIndex rows) throws IOException {
        int before = Math.min(Math.max(0, -start), into.length);
        if (into.length > before) {
            records.copyPayload(entry, start + before, into, before, into.length - before);
        }
        if (before > 0) {
            carried.in(rows).copy(entry, -start, into, before);
        }
    }

    /**
     * Reads the beginning of a message that has not ended, as a row with number -1 and the time of its last byte.
     *
     * @param known its beginning if it was read before, else null
     * @return null if the log has been split anew since, or the message was removed
     */
    public Row readOpen(OpenMessage open, int most, byte[] known) throws IOException {
        RowIndex rows = index();
        if (open.index() != rows || open.entry() < rows.firstEntry()) {
            return null;
        }
        try {
            RowIndex.Entry last = requireKept(rows.entry(open.entry(), entryScratch));
            Packet packet = records.readPacket(last);
            byte[] bytes = known != null ? known : new byte[Math.min(most, open.length())];
            if (known == null) {
                copy(last, last.payloadLength() - open.length(), bytes, rows);
            }
            return row(-1, last, packet, open.length(), bytes, Completeness.WHOLE);
        } catch (RecordGoneException e) {
            return null;
        }
    }

    private Row row(
            long number, RowIndex.Entry entry, Packet packet, int length, byte[] bytes, Completeness completeness) {
        return new Row(
                number,
                entry.kind(),
                packet.epochNanos(),
                peer(entry, packet),
                null,
                0,
                length,
                bytes,
                CaptureComment.parseOrigin(packet.comment()),
                completeness,
                index.notes().text(number));
    }

    /**
     * Returns when a row ended, in nanoseconds since 1970-01-01 UTC; rows stand in this order, unless the computer's
     * clock was set back. For a row that only the end of the capture ended it is {@link Long#MAX_VALUE}, for a removed
     * one {@link Long#MIN_VALUE}, and for one that was not kept the time when rows began to be lost.
     *
     * @throws IndexOutOfBoundsException if the number is not below {@link #count}
     * @throws IOException if the capture or its index cannot be read any more
     */
    public long endedAt(long number) throws IOException {
        RowIndex rows = index();
        if (number < 0 || number >= rows.rows()) {
            throw new IndexOutOfBoundsException("row " + number + " of " + rows.rows());
        }
        if (number < rows.oldestRow()) {
            return Long.MIN_VALUE;
        }
        RowIndex.Entry entry = null;
        try {
            entry = requireKept(findEntry(number, rows));
            return records.readPacket(entry).epochNanos();
        } catch (RecordGoneException e) {
            return e.isRemoved() ? Long.MIN_VALUE : e.since();
        } catch (IOException e) {
            if (number < rows.oldestRow()) {
                return Long.MIN_VALUE; // just now
            } else if (entry != null && entry.kind() != Row.Kind.EVENT && entry.payloadLength() == 0) {
                return Long.MAX_VALUE; // it points behind the last record
            }
            throw e;
        }
    }

    /** Finds the first row from {@code least} to {@code end} that ended at a time or later, or else {@code end}. */
    public long firstSince(long epochNanos, long least, long end) throws IOException {
        if (least < end && endedAt(end - 1) < epochNanos) {
            return end; // most often asked about what has just come
        }
        long low = least;
        long high = end;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (endedAt(middle) < epochNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private RowIndex.Entry requireKept(RowIndex.Entry entry) throws IOException {
        if (entry.isLost()) {
            throw RecordGoneException.lost(capture.timeAt(entry.offset()));
        }
        return entry;
    }

    private RowIndex index() {
        RowIndex now = indexes.get();
        if (now != index) {
            index = now;
            marks = now.marks().new Lookup();
            latest = null;
            next = null;
            ends.limit(0);
        }
        return now;
    }

    private RowIndex.Entry findEntry(long number, RowIndex rows) throws IOException {
        // Rows are mostly read one after the other, and then end in the same record or in one of the next.
        for (int i = 0; i < NEAR && latest != null && number >= latest.firstRow() && knowsNext(rows); i++) {
            if (number < next.firstRow()) {
                return latest;
            }
            latest = next;
            next = null;
        }
        next = null;
        latest = rows.find(number, entryScratch);
        if (number < latest.firstRow()) {
            throw RecordGoneException.removed(); // meanwhile: the search began behind it
        }
        return latest;
    }

    private boolean knowsNext(RowIndex rows) throws IOException {
        try {
            if (next == null && latest.number() + 1 < rows.entries()) {
                next = rows.entry(latest.number() + 1, entryScratch);
            }
        } catch (RecordGoneException e) {
            return false; // both were removed since
        }
        return next != null;
    }

    /** Returns where a row of this entry ends, in its record's payload. */
    private int endOf(long row, RowIndex.Entry entry, RowIndex rows) throws IOException {
        if (row < firstEnd || row >= firstEnd + ends.limit() / RowIndex.END) {
            firstEnd = Long.MAX_VALUE; // so that nothing is taken for read if this fails
            rows.ends(row, (int) Math.min(MOST_ENDS, rows.rows() - row), ends);
            firstEnd = row;
        }
        int end = RowIndex.end(ends, (int) (row - firstEnd), entry.payloadLength());
        if (end == RowIndex.LOST_END) {
            throw RecordGoneException.lost(capture.timeAt(entry.offset()));
        }
        return end;
    }

    private Row readEvent(long number, RowIndex.Entry entry) throws IOException {
        Packet packet = records.readPacket(entry);
        Peer peer = peer(entry, packet);
        Event event = packet.toEvent(peer, records.buffer(), noteKinds);
        long lasted = CaptureComment.lastedMillis(packet.comment());
        return new Row(
                number,
                Row.Kind.EVENT,
                packet.epochNanos(),
                peer,
                event,
                lasted,
                NOTHING.length,
                NOTHING,
                Origin.PERSON,
                Completeness.WHOLE,
                index.notes().text(number));
    }

    private static Peer peer(RowIndex.Entry entry, Packet packet) {
        return packet.remote() == null
                ? null
                : new Peer(entry.peer(), packet.local(), packet.remote(), packet.transport());
    }

    /** Closes the reader: {@link #read} fails from now on. */
    @Override
    public void close() throws IOException {
        closed = true;
    }
}
