package dev.earshot.journal;

import dev.earshot.codec.framing.RowEnds;
import dev.earshot.journal.storage.AppendFile;
import java.io.Closeable;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Stores which rows end in which record, in 32 bytes for each record and stream, and two for each row. Lists that are
 * mostly empty tell which rows are no whole messages, and how to go through the longest. Written under the journal's
 * lock, read by any thread without one.
 */
public final class RowIndex implements Closeable {
    static final int ENTRY = 32;
    static final int END = RowEnds.ENCODED_BYTES;
    /** Reads eight bytes at once, in the order of the processor: C1 takes a tenth of the time of ByteBuffer.getLong. */
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int KIND_SHIFT = 30;
    private static final int CARRY_MASK = (1 << KIND_SHIFT) - 1;
    private static final Row.Kind[] KINDS = Arrays.copyOf(Row.Kind.values(), 4); // the last one: lost
    private static final byte[] LOST_ENTRY = new byte[ENTRY];

    /** The end of a row whose true end was lost; a payload is shorter. */
    static final int LOST_END = 0xFFFF;

    static {
        LOST_ENTRY[23] = (byte) 0xC0; // both bits of the kind
    }

    /**
     * An entry of the index: one record of one direction of one peer.
     *
     * @param number counts from 0
     * @param offset where the record begins in the capture
     * @param firstRow the number of the first row that ends here, or of the next row if none does
     * @param back the distance in entries to the previous entry of the stream, or 0
     * @param kind null if the entry was lost, with all others up to the next one whose kind is known
     * @param carry the bytes of the first row that lie in records before this one
     * @param isCheckpoint whether the row of those bytes has a checkpoint here; see {@link RowCheckpoints}
     */
    public record Entry(
            long number,
            long offset,
            long firstRow,
            int back,
            int carry,
            Row.Kind kind,
            int peer,
            int payloadStart,
            int payloadLength,
            boolean isCheckpoint) {

        boolean isLost() {
            return kind == null;
        }
    }

    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private final AppendFile entries;
    private final AppendFile ends;
    private final RowMarks marks;
    private final RowCheckpoints checkpoints;
    private final NotedRows notes = new NotedRows();
    private final ByteBuffer entry = ByteBuffer.allocate(ENTRY).order(ByteOrder.LITTLE_ENDIAN);
    private volatile long entryCount;
    private volatile long rowCount;
    private volatile long firstRow;
    private volatile long firstEntry;

    RowIndex(Path folder) throws IOException {
        entries = new AppendFile(folder, LOST_ENTRY);
        ends = new AppendFile(folder, new byte[] {-1, -1});
        marks = new RowMarks(folder);
        checkpoints = new RowCheckpoints(folder);
    }

    /** Returns the number of rows, all of which can be read. */
    public long rows() {
        return rowCount;
    }

    /** Returns the number of the oldest row that is still complete. */
    long oldestRow() {
        return firstRow;
    }

    /** Returns the number of the oldest entry that is still there. */
    public long firstEntry() {
        return firstEntry;
    }

    /** Returns the number of all entries ever added, which is also that of the next one. */
    public long entries() {
        return entryCount;
    }

    /** Adds an entry and the ends of its rows; its number and first row follow from the entries before. */
    void add(Entry added, RowEnds at) {
        entry.clear();
        entry.putLong(added.offset).putLong(rowCount).putInt(added.isCheckpoint ? ~added.back : added.back);
        entry.putInt(added.kind.ordinal() << KIND_SHIFT | added.carry).putInt(added.peer);
        entry.putShort((short) added.payloadStart).putShort((short) added.payloadLength);
        entries.append(entry.array(), ENTRY);
        ends.append(at.encoded(), at.count() * END);
        if (at.hasMarks()) {
            marks.add(rowCount, at);
        }
        if (at.count() > 0) {
            notes.rowEnded(added.kind, added.peer, rowCount);
        }
        // Rows first: who sees the entry then sees its rows, and nobody looks for a row without an entry.
        entryCount++;
        rowCount += at.count();
    }

    /** Reads the entry of a number, with a buffer of {@link #entryScratch}. */
    public Entry entry(long number, ByteBuffer scratch) throws IOException {
        entries.read(number * ENTRY, scratch);
        return entry(number, scratch, 0);
    }

    /** Decodes the entry of a number, which stands at {@code at} in the bytes that were read. */
    static Entry entry(long number, ByteBuffer read, int at) {
        byte[] bytes = read.array();
        long backAndKind = (long) LONGS.get(bytes, at + 16);
        long peerAndPayload = (long) LONGS.get(bytes, at + 24);
        int back = (int) backAndKind;
        int kindAndCarry = (int) (backAndKind >>> 32);
        return new Entry(
                number,
                (long) LONGS.get(bytes, at),
                firstRow(read, at),
                back < 0 ? ~back : back,
                kindAndCarry & CARRY_MASK,
                KINDS[kindAndCarry >>> KIND_SHIFT],
                (int) peerAndPayload,
                (int) (peerAndPayload >>> 32) & 0xFFFF,
                (int) (peerAndPayload >>> 48),
                back < 0);
    }

    static long firstRow(ByteBuffer read, int at) {
        return (long) LONGS.get(read.array(), at + 8);
    }

    /** Returns where in the capture the payload of an entry begins. */
    static long payloadAt(ByteBuffer read, int at) {
        byte[] bytes = read.array();
        return (long) LONGS.get(bytes, at) + ((long) LONGS.get(bytes, at + 24) >>> 32 & 0xFFFF);
    }

    static int payloadLength(ByteBuffer read, int at) {
        return (int) ((long) LONGS.get(read.array(), at + 24) >>> 48);
    }

    /** Whether an entry is not lost, and no row of an earlier record ends in it. */
    static boolean isWhole(ByteBuffer read, int at) {
        int kindAndCarry = (int) ((long) LONGS.get(read.array(), at + 16) >>> 32);
        return (kindAndCarry & CARRY_MASK) == 0 && KINDS[kindAndCarry >>> KIND_SHIFT] != null;
    }

    /** Reads {@code count} entries from the first one on; {@code into} must have room for them. */
    public void entries(long first, int count, ByteBuffer into) throws IOException {
        into.clear().limit(count * ENTRY);
        entries.readOn(first * ENTRY, into);
        into.flip();
    }

    /** Reads the ends of {@code count} rows from the first one on, {@link #END} bytes each. */
    void ends(long first, int count, ByteBuffer into) throws IOException {
        into.clear().limit(count * END);
        ends.readOn(first * END, into);
        into.flip();
    }

    /**
     * Returns where the {@code i}th row of those read by {@link #ends} ends; {@link #LOST_END} if that was lost.
     *
     * @param payloadLength of the entry in which it ends
     */
    static int end(ByteBuffer read, int i, int payloadLength) {
        int end = (short) SHORTS.get(read.array(), i * END) & 0xFFFF;
        return end == LOST_END ? end : RowEnds.decode(end, payloadLength);
    }

    /** Whether the ends of some rows were lost. */
    boolean hasLostEnds() {
        return ends.hasHoles();
    }

    /** Finds the entry in which a row ends: the last one whose first row does not come after it. */
    public Entry find(long row, ByteBuffer scratch) throws IOException {
        // The search begins behind the oldest entry, so that this one is found if all others come after the row.
        return entry(findNotBelow(row + 1, 8, 1, scratch) - 1, scratch);
    }

    /** Finds the first entry whose record begins at an offset or behind it; {@link #entries} if there is none. */
    public long findFrom(long offset, ByteBuffer scratch) throws IOException {
        return findNotBelow(offset, 0, 0, scratch);
    }

    /**
     * Finds the first entry, behind the {@code skipped} oldest ones, whose long at a place in its bytes is not below.
     */
    private long findNotBelow(long bound, int place, int skipped, ByteBuffer scratch) throws IOException {
        return entries.find(
                () -> firstEntry + skipped, entryCount, scratch, item -> (long) LONGS.get(item.array(), place) < bound);
    }

    /** Forgets the entries of records that begin before this offset, and the rows that end in them. */
    void removeBefore(long offset) throws IOException {
        ByteBuffer scratch = entryScratch();
        long low = findFrom(offset, scratch);
        // Rows first: a thread that finds no entry then sees that the row was removed.
        firstRow = low == entryCount ? rowCount : entry(low, scratch).firstRow();
        firstEntry = low;
        entries.dropBefore(low * ENTRY);
        ends.dropBefore(firstRow * END);
        marks.removeBefore(firstRow);
        checkpoints.removeBefore(firstEntry);
        notes.removeBefore(firstRow);
    }

    /** Returns which rows have notes. */
    public NotedRows notes() {
        return notes;
    }

    /** Returns which rows are no whole messages. */
    RowMarks marks() {
        return marks;
    }

    /** Returns the places in rows of many records. */
    RowCheckpoints checkpoints() {
        return checkpoints;
    }

    /** Returns the bytes of the index in memory. */
    long inMemory() {
        return entries.inMemory() + ends.inMemory();
    }

    /** Makes a buffer for reading one entry. */
    public static ByteBuffer entryScratch() {
        return ByteBuffer.allocate(ENTRY);
    }

    @Override
    public void close() throws IOException {
        entries.close();
        ends.close();
        marks.close();
        checkpoints.close();
    }
}
