package dev.earshot.journal.search;

import dev.earshot.codec.framing.Cutter;
import dev.earshot.journal.CaptureWindow;
import dev.earshot.journal.EntryCursor;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowIndex;
import dev.earshot.journal.RowReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Finds the messages that contain one of several byte patterns. The capture is searched as it lies in the window, and
 * only a hit is mapped to its row. The last bytes of a row that continues in a later record are kept, so that it need
 * not be put together. One matcher goes through all entries, or one through each range of them: then {@link #append}
 * joins what they know of rows that cross a border.
 */
final class BytePatternMatcher implements RowMatcher {
    /**
     * A row that began before a range and ended in it: its number, or -1 if it needs no decision, and its state then.
     */
    private record Crossing(long row, long stream, OpenRow state) {}

    private final CaptureWindow capture;
    private final RowReader reader;
    private final PatternHits hits;
    private final MessagePredicate test;
    private final int tailLength;
    private final Map<Long, OpenRow> open = new HashMap<>();
    private final List<Crossing> crossings = new ArrayList<>();
    private long firstEntry; // append decides about rows that began before it
    private boolean hasGap;

    /**
     * @param test what a row with a hit must also pass
     * @param firstEntry of a range of entries behind others, for {@link #append}; or 0
     */
    BytePatternMatcher(
            CaptureWindow capture,
            RowReader reader,
            List<BytePattern> patterns,
            MessagePredicate test,
            long firstEntry) {
        this.capture = capture;
        this.reader = reader;
        this.test = test;
        hits = new PatternHits(capture, patterns);
        tailLength = hits.longest() - 1;
        this.firstEntry = firstEntry;
    }

    PatternHits hits() {
        return hits;
    }

    /** Whether a row with a hit must also pass a test. */
    boolean hasTest() {
        return test != MessagePredicate.NONE;
    }

    @Override
    public void match(EntryCursor cursor, LongConsumer passes) throws IOException {
        RowIndex.Entry entry = cursor.entry();
        int length = entry.payloadLength();
        int start = length == 0 ? 0 : capture.at(entry.offset() + entry.payloadStart(), length);
        int rows = cursor.rows();
        OpenRow before = entry.carry() == 0 ? null : openRow(entry);
        if (before == OpenRow.UNKNOWN && rows == 0) {
            return;
        }
        int done = before == null && (rows == 0 || cursor.end(0) >= 0)
                ? 0
                : matchFirst(cursor, before, capture.bytes(), start, passes);
        boolean last = done < 0 || matchPayload(cursor, done, start, length, passes);
        int lastEnd = rows > 0 ? cursor.end(rows - 1) : 0;
        int rest = length - lastEnd;
        if (rows == 0 && before != null) {
            open.put(stream(entry), before.with(last, capture.bytes(), start, length, tailLength));
        } else if (rest > 0 && lastEnd >= 0) {
            open.put(stream(entry), OpenRow.of(last, capture.bytes(), start + length - rest, rest, tailLength));
        }
    }

    private static long stream(RowIndex.Entry entry) {
        return (long) entry.peer() << 1 | (entry.kind() == Row.Kind.SENT ? 1 : 0);
    }

    /** Returns the state of the row that began before this entry; unknown if no state was kept where it began. */
    private OpenRow openRow(RowIndex.Entry entry) {
        OpenRow before = open.remove(stream(entry));
        boolean beforeRange = entry.number() - entry.back() < firstEntry;
        return before != null ? before : beforeRange ? OpenRow.beforeRange() : OpenRow.UNKNOWN;
    }

    /**
     * Decides about the rows that ended before this payload and the one that is open there. Returns the number of rows
     * it has decided about; -1 if none of them ends here, but the open one has a hit.
     */
    private int matchFirst(EntryCursor cursor, OpenRow before, byte[] bytes, int start, LongConsumer passes)
            throws IOException {
        RowIndex.Entry entry = cursor.entry();
        int rows = cursor.rows();
        int end = rows == 0 ? entry.payloadLength() : cursor.end(0);
        if (end < 0) {
            if (before != null && before.head() != null) {
                crossings.add(new Crossing(-1, stream(entry), before));
            }
            return matchEndedBefore(cursor, passes);
        }
        if (before == OpenRow.UNKNOWN) {
            pass(entry.firstRow(), hasHitInWholeRow(entry.firstRow()), passes);
            return 1;
        }
        boolean hit = before.hit() || hasHitAcross(before.tail(), bytes, start, end);
        if (rows == 0) {
            return hit ? -1 : 0;
        }
        if (before.head() != null) {
            hit |= hits.next(start, start + end) >= 0;
            crossings.add(
                    new Crossing(entry.firstRow(), stream(entry), before.with(hit, bytes, start, end, tailLength)));
            return 1;
        }
        if (hit) {
            pass(entry.firstRow(), testsWholeRow(entry.firstRow()), passes);
            return 1;
        }
        return 0;
    }

    /** Passes rows that ended before this payload, and the one behind them; returns their number. */
    private int matchEndedBefore(EntryCursor cursor, LongConsumer passes) throws IOException {
        int done = 0;
        for (; done < cursor.rows() && cursor.start(done) < 0; done++) {
            long row = cursor.entry().firstRow() + done;
            pass(row, hasHitInWholeRow(row), passes);
        }
        return done;
    }

    private static void pass(long row, boolean passed, LongConsumer passes) {
        if (passed) {
            passes.accept(row);
        }
    }

    @Override
    public void onGap() {
        open.clear();
        firstEntry = 0; // what began before the gap is unknown
        hasGap = true;
    }

    /**
     * Passes the rows that have a hit in this payload, but for the first {@code done} ones. Returns whether the row
     * that stays open has one.
     */
    private boolean matchPayload(EntryCursor cursor, int done, int start, int length, LongConsumer passes)
            throws IOException {
        RowIndex.Entry entry = cursor.entry();
        int rows = cursor.rows();
        int row = done;
        int rowStart = start + (done > 0 ? Math.max(0, cursor.end(done - 1)) : 0);
        int from = rowStart;
        int end = start + length;
        while (true) {
            int place = hits.next(from, end);
            if (place < 0) {
                return false;
            }
            while (row < rows && start + cursor.end(row) <= place) {
                rowStart = start + cursor.end(row);
                row++;
            }
            if (row == rows) {
                return true;
            }
            int rowEnd = start + cursor.end(row);
            if (place + hits.length() > rowEnd) {
                from = place + 1;
                continue;
            }
            pass(entry.firstRow() + row, passesTest(entry, row, start, rowStart, rowEnd), passes);
            row++;
            from = rowEnd;
            rowStart = rowEnd;
        }
    }

    private boolean passesTest(RowIndex.Entry entry, int row, int start, int rowStart, int rowEnd) throws IOException {
        long number = entry.firstRow() + row;
        return test == MessagePredicate.NONE
                || (row == 0 && entry.carry() > 0
                        ? testsWholeRow(number)
                        : test.passes(
                                entry.kind(), entry.peer(), number, capture.bytes(), rowStart, rowEnd - rowStart));
    }

    /** Whether a row that began before the first entry of the search has a hit. */
    private boolean hasHitInWholeRow(long row) throws IOException {
        Row whole = reader.read(row, Cutter.MAX_ROW);
        return hits.isIn(whole.bytes(), whole.bytes().length) && passesTest(whole);
    }

    private boolean testsWholeRow(long row) throws IOException {
        return test == MessagePredicate.NONE || passesTest(reader.read(row, Cutter.MAX_ROW));
    }

    private boolean passesTest(Row whole) {
        return !whole.isMissing()
                && test.passes(whole.kind(), whole.peerId(), whole.number(), whole.bytes(), 0, whole.bytes().length);
    }

    /** Whether a hit begins in the kept bytes and ends in the new ones. */
    private boolean hasHitAcross(byte[] tail, byte[] bytes, int start, int length) {
        byte[] border = OpenRow.first(tail, bytes, start, length, tail.length + tailLength);
        return hits.isIn(border, border.length);
    }

    /**
     * Goes on where the matcher of the range behind this one's entries has ended. Passes those of the rows that cross
     * the border and have a hit.
     */
    void append(BytePatternMatcher range, LongConsumer passes) throws IOException {
        for (Crossing crossing : range.crossings) {
            OpenRow before = open.remove(crossing.stream);
            if (crossing.row >= 0) {
                pass(crossing.row, passes(crossing, before), passes);
            }
        }
        Map<Long, OpenRow> ends = new HashMap<>();
        range.open.forEach((stream, row) -> ends.put(stream, row.head() == null ? row : join(open.get(stream), row)));
        if (range.hasGap) {
            open.clear();
        }
        open.putAll(ends);
    }

    private boolean passes(Crossing crossing, OpenRow before) throws IOException {
        if (before == null || before == OpenRow.UNKNOWN) {
            return hasHitInWholeRow(crossing.row);
        }
        OpenRow joined = join(before, crossing.state);
        return joined.hit() && testsWholeRow(crossing.row);
    }

    private OpenRow join(OpenRow before, OpenRow after) {
        if (before == null || before == OpenRow.UNKNOWN) {
            return OpenRow.UNKNOWN;
        }
        boolean hit = before.hit() || after.hit() || hasHitAcross(before.tail(), after.head(), 0, after.head().length);
        byte[] tail = after.tail();
        return before.with(hit, tail, 0, tail.length, tailLength);
    }
}
