package dev.earshot.journal;

import dev.earshot.journal.storage.RecordGoneException;
import dev.earshot.journal.storage.Segments;
import dev.earshot.net.address.Addresses;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the record and the row that a {@link RowPlace} names, and names rows. Confined to one thread. */
final class RowLocator {
    private static final Logger log = LoggerFactory.getLogger(RowLocator.class);

    /** The most records with the same time that are told apart, as a foreign capture may have no times at all. */
    private static final int MOST_SAME = 1000;

    private final RowIndex index;
    private final Segments capture;
    private final RecordReader records;
    private final ByteBuffer scratch = RowIndex.entryScratch();
    private final ByteBuffer ends = ByteBuffer.allocate(RowIndex.END);

    RowLocator(RowIndex index, Segments capture) {
        this.index = index;
        this.capture = capture;
        records = new RecordReader(capture);
    }

    /** A row's name, and where its record begins in the capture. */
    record Found(RowPlace place, long offset) {}

    /**
     * Names a row.
     *
     * @throws IOException if it cannot be read, or was removed
     */
    Found nameOf(long row) throws IOException {
        RowIndex.Entry entry = index.find(row, scratch);
        if (row < entry.firstRow() || entry.isLost()) {
            throw RecordGoneException.removed();
        }
        int start = row == entry.firstRow() ? -entry.carry() : end(row - 1, entry);
        int position = Math.max(0, start);
        if (start < 0) {
            CarriedBytes.Place first =
                    new CarriedBytes(capture, records).in(index).find(entry, -start);
            entry = first.entry();
            position = first.position();
        }
        return new Found(nameOf(entry, position), entry.offset());
    }

    /** Names the row that begins at a position in a record. */
    private RowPlace nameOf(RowIndex.Entry entry, int position) throws IOException {
        long time = capture.timeAt(entry.offset());
        String client = client(entry);
        int nth = 0;
        for (long number = entry.number() - 1; number >= index.firstEntry() && nth < MOST_SAME; number--) {
            RowIndex.Entry before = index.entry(number, scratch);
            if (capture.timeAt(before.offset()) != time) {
                break;
            }
            nth += isOf(before, entry.kind(), client) ? 1 : 0;
        }
        return new RowPlace(time, client, entry.kind(), nth, position);
    }

    private String client(RowIndex.Entry entry) throws IOException {
        SocketAddress remote = records.readPacket(entry).remote();
        return remote == null ? "" : Addresses.text(remote);
    }

    /**
     * Whether an entry is that of a record of this kind and client, and not of a row that ended there without bytes.
     */
    private boolean isOf(RowIndex.Entry entry, Row.Kind kind, String client) throws IOException {
        return entry.kind() == kind
                && (kind == Row.Kind.EVENT || entry.payloadStart() > 0)
                && client(entry).equals(client);
    }

    /**
     * Finds the records of some names.
     *
     * @param clockSetBack whether records need not be in the order of their times
     * @return the offset of each that is there
     */
    Map<RowPlace, Long> find(Collection<RowPlace> places, boolean clockSetBack) throws IOException {
        Map<RowPlace, Long> found = new HashMap<>();
        Set<RowPlace> missing = new HashSet<>();
        for (RowPlace place : places) {
            long offset = find(place, firstSince(place.epochNanos()));
            if (offset >= 0) {
                found.put(place, offset);
            } else {
                missing.add(place);
            }
        }
        if (clockSetBack) {
            findAnywhere(missing, found);
        }
        return found;
    }

    /** Goes through all records and finds the names that the search by time has missed. */
    private void findAnywhere(Set<RowPlace> missing, Map<RowPlace, Long> found) throws IOException {
        Map<Long, Set<RowPlace>> byTime = new HashMap<>();
        missing.forEach(place -> byTime.computeIfAbsent(place.epochNanos(), time -> new HashSet<>())
                .add(place));
        long before = Long.MIN_VALUE;
        for (long number = index.firstEntry(); number < index.entries() && !missing.isEmpty(); number++) {
            long time = timeOf(number);
            if (time != before) {
                for (RowPlace place : byTime.getOrDefault(time, Set.of())) {
                    long offset = find(place, number);
                    if (offset >= 0 && missing.remove(place)) {
                        found.put(place, offset);
                    }
                }
            }
            before = time;
        }
    }

    /** Finds the record of a name from the first entry of its time on; returns its offset, or -1. */
    private long find(RowPlace place, long first) throws IOException {
        int before = 0;
        for (long number = first; number < index.entries() && timeOf(number) == place.epochNanos(); number++) {
            RowIndex.Entry entry = index.entry(number, scratch);
            if (isOf(entry, place.kind(), place.client()) && before++ == place.nth()) {
                return entry.offset();
            }
        }
        return -1;
    }

    /** Returns the number of the first entry that was recorded at a time or later. */
    private long firstSince(long epochNanos) throws IOException {
        long low = index.firstEntry();
        long high = index.entries();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (timeOf(middle) < epochNanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns when an entry's record was recorded; {@link Long#MAX_VALUE} where none follows. */
    private long timeOf(long number) throws IOException {
        if (number >= index.entries()) {
            return Long.MAX_VALUE;
        }
        try {
            return capture.timeAt(index.entry(number, scratch).offset());
        } catch (EOFException e) {
            return Long.MAX_VALUE; // only the end of the capture ended this row
        }
    }

    /** Names the record at an offset, if a row of this kind has bytes of it; else returns null. */
    RowPlace nameAt(long offset, Row.Kind kind) throws IOException {
        RowIndex.Entry entry = entryAt(offset, kind);
        return entry == null ? null : nameOf(entry, 0);
    }

    /**
     * Puts a note on the row that has its byte, or keeps it until that row ends. Does nothing where the row cannot be
     * read, or its record has not been split yet.
     *
     * @param offset where the record begins
     */
    void assign(RowNote note, long offset) {
        try {
            RowIndex.Entry entry = entryAt(offset, note.place().kind());
            long row = entry == null ? -1 : rowOf(entry, note.place().position());
            if (row >= 0) {
                index.notes().put(row, note);
            } else if (entry != null) {
                index.notes().await(note, entry.kind(), entry.peer());
            }
        } catch (IOException e) {
            log.info("the row of a note cannot be read", e);
        }
    }

    private RowIndex.Entry entryAt(long offset, Row.Kind kind) throws IOException {
        for (long number = index.findFrom(offset, scratch); number < index.entries(); number++) {
            RowIndex.Entry entry = index.entry(number, scratch);
            if (entry.offset() != offset) {
                return null;
            } else if (entry.kind() == kind && (kind == Row.Kind.EVENT || entry.payloadStart() > 0)) {
                return entry;
            }
        }
        return null;
    }

    /** Returns the number of the row that has a byte of a record; -1 if it has not ended. */
    private long rowOf(RowIndex.Entry entry, int position) throws IOException {
        long next = entry.number() + 1 < index.entries()
                ? index.entry(entry.number() + 1, scratch).firstRow()
                : index.rows();
        long low = entry.firstRow();
        long high = next;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (end(middle, entry) > position || entry.payloadLength() == 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low < next ? low : next < index.rows() ? nextRowOfStream(entry, next) : -1;
    }

    private long nextRowOfStream(RowIndex.Entry of, long from) throws IOException {
        EntryCursor cursor = new EntryCursor(index, from);
        while (cursor.next()) {
            RowIndex.Entry entry = cursor.entry();
            if (entry.kind() == of.kind() && entry.peer() == of.peer() && cursor.rows() > 0) {
                return entry.firstRow();
            }
        }
        return -1;
    }

    private int end(long row, RowIndex.Entry entry) throws IOException {
        index.ends(row, 1, ends);
        int end = RowIndex.end(ends, 0, entry.payloadLength());
        if (end == RowIndex.LOST_END) {
            throw RecordGoneException.lost(capture.timeAt(entry.offset()));
        }
        return end;
    }
}
