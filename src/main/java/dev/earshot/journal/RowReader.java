package dev.earshot.journal;

import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Reads rows by number, through a channel of its own and without a lock. Confined to one thread. */
public final class RowReader implements Closeable {
    private static final int MOST_RECORD = CaptureWriter.MOST_RECORD;

    /** The ends of so many rows are read at once: the next row to be read is mostly the next one. */
    private static final int MOST_ENDS = 256;

    /** So many entries further on, stepping is less than halving. */
    private static final int NEAR = 4;

    private static final byte[] NOTHING = {};

    private final Supplier<RowIndex> indexes;
    private final FileChannel capture;
    private final ByteOrder order;
    private final ByteBuffer entryScratch = RowIndex.entryScratch();
    private final ByteBuffer ends = ByteBuffer.allocate(MOST_ENDS * RowIndex.END);
    private final ByteBuffer record = ByteBuffer.allocate(MOST_RECORD);
    private RowIndex index;
    private RowIndex.Entry latest;
    private RowIndex.Entry next; // the one behind it, once it is known
    private long firstEnd;
    private long recordAt = -1;

    RowReader(Path file, Supplier<RowIndex> indexes) throws IOException {
        this.indexes = indexes;
        this.index = indexes.get();
        capture = FileChannel.open(file);
        ByteBuffer magic = ByteBuffer.allocate(12);
        read(magic, 0);
        order = CaptureReader.order(magic.getInt(8));
        record.order(order);
        ends.limit(0);
    }

    /** How many rows there are now. */
    public long count() {
        return index().rows();
    }

    /** The number of the oldest row that is still whole; see {@link Journal#first}. */
    public long first() {
        return index().first();
    }

    /**
     * Reads one row with at most {@code most} of its bytes. A row that was removed, or is being removed meanwhile, is an
     * event whose note says {@link Event.Kind#REMOVED} and whose time is 0; see {@link #first}.
     *
     * @throws IndexOutOfBoundsException if the number is not below {@link #count}
     * @throws IOException if the capture or its index cannot be read any more
     */
    public Row read(long number, int most) throws IOException {
        RowIndex rows = index();
        if (number < 0 || number >= rows.rows()) {
            throw new IndexOutOfBoundsException("row " + number + " of " + rows.rows());
        }
        if (number < rows.first()) {
            return Row.removed(number);
        }
        RowIndex.Entry entry = entryOf(number, rows);
        boolean first = number == entry.firstRow();
        int start = first ? 0 : end(number - 1, rows);
        int end = end(number, rows);
        if (entry.kind() == Row.Kind.EVENT) {
            return event(number, entry);
        }
        int carry = first ? entry.carry() : 0;
        byte[] bytes = new byte[Math.min(most, carry + end - start)];
        // The row's last byte may lie in an earlier record: silence ends a row without adding to it.
        RowIndex.Entry ended = end > start ? entry : previous(entry, rows);
        Packet packet = packet(ended);
        if (end > start && bytes.length > carry) {
            payload(entry, start, bytes, carry, Math.min(end - start, bytes.length - carry));
        }
        carried(entry, carry, bytes, rows);
        int length = carry + end - start;
        return new Row(
                number, entry.kind(), packet.epochNanos(), entry.peer(), packet.remote(), null, 0, length, bytes);
    }

    /**
     * When the row ended, in nanoseconds since 1970-01-01 UTC: as the rows stand, so did they end, unless the computer's
     * clock was set back. For a row that only the end of the capture ended, {@link Long#MAX_VALUE}; for one that was
     * removed, {@link Long#MIN_VALUE}.
     *
     * @throws IndexOutOfBoundsException if the number is not below {@link #count}
     * @throws IOException if the capture or its index cannot be read any more
     */
    public long endedAt(long number) throws IOException {
        RowIndex rows = index();
        if (number < 0 || number >= rows.rows()) {
            throw new IndexOutOfBoundsException("row " + number + " of " + rows.rows());
        }
        if (number < rows.first()) {
            return Long.MIN_VALUE;
        }
        RowIndex.Entry entry = entryOf(number, rows);
        try {
            return packet(entry).epochNanos();
        } catch (IOException e) {
            if (number < rows.first()) {
                return Long.MIN_VALUE; // just now
            }
            if (entry.kind() != Row.Kind.EVENT && entry.payloadLength() == 0) {
                return Long.MAX_VALUE; // it points behind the last record
            }
            throw e;
        }
    }

    /** The first row from {@code least} to {@code end} that ended at that time or later, or {@code end}: by halving. */
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

    private RowIndex index() {
        RowIndex now = indexes.get();
        if (now != index) {
            index = now;
            latest = null;
            next = null;
            ends.limit(0);
        }
        return now;
    }

    private RowIndex.Entry entryOf(long number, RowIndex rows) throws IOException {
        // Rows are mostly read one after the other, and then end in the same record or in one of the next.
        for (int i = 0; i < NEAR && latest != null && number >= latest.firstRow() && knowsNext(rows); i++) {
            if (number < next.firstRow()) {
                return latest;
            }
            latest = next;
            next = null;
        }
        latest = rows.find(number, entryScratch);
        next = null;
        return latest;
    }

    private boolean knowsNext(RowIndex rows) throws IOException {
        if (next == null && latest.number() + 1 < rows.entries()) {
            next = rows.entry(latest.number() + 1, entryScratch);
        }
        return next != null;
    }

    /** Where in its record's payload the row ends. */
    private int end(long row, RowIndex rows) throws IOException {
        if (row < firstEnd || row >= firstEnd + ends.limit() / RowIndex.END) {
            firstEnd = row;
            rows.ends(row, (int) Math.min(MOST_ENDS, rows.rows() - row), ends);
        }
        return ends.getShort((int) (row - firstEnd) * RowIndex.END) & 0xFFFF;
    }

    private RowIndex.Entry previous(RowIndex.Entry entry, RowIndex rows) throws IOException {
        return entry.back() == 0 ? entry : rows.entry(entry.number() - entry.back(), entryScratch);
    }

    /** Puts together, from its end to its beginning, what the row has in the records before its last one. */
    private void carried(RowIndex.Entry from, int carry, byte[] bytes, RowIndex rows) throws IOException {
        RowIndex.Entry entry = from;
        int left = carry;
        while (left > 0) {
            entry = previous(entry, rows);
            int here = Math.min(left, entry.payloadLength());
            if (here == 0) {
                throw new EOFException("the index has lost the beginning of a row");
            }
            left -= here;
            if (left < bytes.length) {
                payload(entry, entry.payloadLength() - here, bytes, left, Math.min(here, bytes.length - left));
            }
        }
    }

    private Row event(long number, RowIndex.Entry entry) throws IOException {
        Packet packet = packet(entry);
        Peer peer = packet.remote() == null ? null : new Peer(entry.peer(), packet.local(), packet.remote());
        Event event = packet.event(peer, record);
        InetSocketAddress remote = packet.remote();
        long lasted = Remark.lastedMillis(packet.remark());
        return new Row(
                number,
                Row.Kind.EVENT,
                packet.epochNanos(),
                entry.peer(),
                remote,
                event,
                lasted,
                NOTHING.length,
                NOTHING);
    }

    private Packet packet(RowIndex.Entry entry) throws IOException {
        load(entry);
        try {
            return Packet.parse(record);
        } catch (Packet.Malformed e) {
            throw new IOException("the capture was changed at byte " + entry.offset(), e);
        }
    }

    private void payload(RowIndex.Entry entry, int from, byte[] into, int at, int length) throws IOException {
        if (recordAt == entry.offset()) {
            record.get(entry.payloadStart() + from, into, at, length);
        } else {
            read(ByteBuffer.wrap(into, at, length), entry.offset() + entry.payloadStart() + from);
        }
    }

    /** Makes {@link #record} hold the entry's whole record. */
    private void load(RowIndex.Entry entry) throws IOException {
        if (recordAt == entry.offset()) {
            return;
        }
        recordAt = -1;
        record.clear().limit(8);
        read(record, entry.offset());
        int length = record.getInt(4);
        if (length < Pcapng.PACKET_HEADER || length > MOST_RECORD) {
            throw new IOException("the capture was changed at byte " + entry.offset());
        }
        record.limit(length);
        read(record, entry.offset() + 8);
        record.flip();
        recordAt = entry.offset();
    }

    private void read(ByteBuffer into, long position) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int count = capture.read(into, at);
            if (count < 0) {
                throw new EOFException("the capture ends before byte " + at);
            }
            at += count;
        }
    }

    @Override
    public void close() throws IOException {
        capture.close();
    }
}
