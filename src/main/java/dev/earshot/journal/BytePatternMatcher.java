package dev.earshot.journal;

import dev.earshot.codec.Cutter;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Finds the messages that contain one of several byte patterns. A payload is searched as a whole, and only a hit is
 * mapped to its row. The last bytes of a row that continues in a later record are kept, so that it need not be put
 * together.
 */
final class BytePatternMatcher implements RowMatcher {
    private static final byte[] NOTHING = {};

    /** The state of the search in a row that has not ended yet: whether it has a hit, and its last bytes. */
    private record OpenRow(boolean hit, byte[] tail) {}

    private final CaptureWindow capture;
    private final RowReader reader;
    private final BytePattern[] patterns;
    private final int[] places; // of each pattern's next hit
    private final int tailLength;
    private final Map<Long, OpenRow> open = new HashMap<>();

    BytePatternMatcher(CaptureWindow capture, RowReader reader, List<BytePattern> patterns) {
        this.capture = capture;
        this.reader = reader;
        this.patterns = patterns.toArray(BytePattern[]::new);
        places = new int[this.patterns.length];
        tailLength = patterns.stream().mapToInt(BytePattern::length).max().orElse(1) - 1;
    }

    @Override
    public void match(EntryCursor cursor, LongConsumer passes) throws IOException {
        RowIndex.Entry entry = cursor.entry();
        byte[] bytes = capture.bytes();
        int length = entry.payloadLength();
        int start = length == 0 ? 0 : capture.at(entry.offset() + entry.payloadStart(), length);
        long stream = (long) entry.peer() << 1 | (entry.kind() == Row.Kind.SENT ? 1 : 0);
        OpenRow before = entry.carry() == 0 ? null : open.remove(stream);
        boolean beginningUnseen = entry.carry() > 0 && before == null;
        if (beginningUnseen && cursor.rows() == 0) {
            return;
        }
        int rows = cursor.rows();
        int firstEnd = rows > 0 ? cursor.end(0) : length;
        int done = firstEnd < 0 ? matchEndedBefore(cursor, passes) : 0;
        boolean hit = done == 0
                && (beginningUnseen
                        ? hasHitInWholeRow(entry.firstRow())
                        : before != null && (before.hit || hasHitAcross(before.tail, bytes, start, firstEnd)));
        if (hit && rows > 0) {
            passes.accept(entry.firstRow());
            done = 1;
        }
        boolean last = hit && rows == 0 || matchPayload(cursor, done, bytes, start, length, passes);
        int lastEnd = rows > 0 ? cursor.end(rows - 1) : 0;
        int rest = length - lastEnd;
        if (rows == 0 && before != null) {
            open.put(stream, new OpenRow(last, last ? NOTHING : joinTail(before.tail, bytes, start, length)));
        } else if (rest > 0 && lastEnd >= 0) { // else its beginning counts as unseen
            open.put(stream, new OpenRow(last, last ? NOTHING : joinTail(NOTHING, bytes, start + length - rest, rest)));
        }
    }

    /** Passes rows that ended before this payload, and the one behind them; returns their number. */
    private int matchEndedBefore(EntryCursor cursor, LongConsumer passes) throws IOException {
        int done = 0;
        for (; done < cursor.rows() && cursor.start(done) < 0; done++) {
            if (hasHitInWholeRow(cursor.entry().firstRow() + done)) {
                passes.accept(cursor.entry().firstRow() + done);
            }
        }
        return done;
    }

    @Override
    public void onGap() {
        open.clear();
    }

    /**
     * Passes the rows that have a hit in this payload, but for the first {@code done} ones. Returns whether the row
     * that stays open has one.
     */
    private boolean matchPayload(EntryCursor cursor, int done, byte[] bytes, int start, int length, LongConsumer passes)
            throws IOException {
        int rows = cursor.rows();
        int row = done;
        int from = start + (done > 0 ? Math.max(0, cursor.end(done - 1)) : 0);
        int end = start + length;
        Arrays.fill(places, -1);
        while (true) {
            int pattern = nextHit(bytes, from, end);
            int place = pattern < 0 ? end : places[pattern];
            if (place == end) {
                return false;
            }
            while (row < rows && start + cursor.end(row) <= place) {
                row++;
            }
            if (row == rows) {
                return true;
            }
            int rowEnd = start + cursor.end(row);
            if (place + patterns[pattern].length() <= rowEnd) {
                passes.accept(cursor.entry().firstRow() + row);
                row++;
                from = rowEnd;
            } else {
                from = place + 1;
            }
        }
    }

    /** Returns the pattern with the next hit, or -1; hits are remembered until they are passed. */
    private int nextHit(byte[] bytes, int from, int end) {
        int nearest = -1;
        for (int i = 0; i < patterns.length; i++) {
            if (places[i] < from) {
                int found = patterns[i].find(bytes, from, end);
                places[i] = found < 0 ? end : found;
            }
            if (places[i] < end && (nearest < 0 || places[i] < places[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** Whether a row that began before the first entry of the search has a hit. */
    private boolean hasHitInWholeRow(long row) throws IOException {
        byte[] bytes = reader.read(row, Cutter.MAX_ROW).bytes();
        return Arrays.stream(patterns).anyMatch(pattern -> pattern.find(bytes, 0, bytes.length) >= 0);
    }

    /** Whether a hit begins in the kept bytes and ends in the new ones. */
    private boolean hasHitAcross(byte[] tail, byte[] bytes, int start, int length) {
        int taken = Math.min(length, tailLength);
        byte[] border = Arrays.copyOf(tail, tail.length + taken);
        System.arraycopy(bytes, start, border, tail.length, taken);
        for (BytePattern pattern : patterns) {
            if (pattern.find(border, 0, border.length) >= 0) {
                return true;
            }
        }
        return false;
    }

    private byte[] joinTail(byte[] before, byte[] bytes, int start, int length) {
        int fresh = Math.min(length, tailLength);
        int older = Math.min(before.length, tailLength - fresh);
        byte[] tail = new byte[older + fresh];
        System.arraycopy(before, before.length - older, tail, 0, older);
        System.arraycopy(bytes, start + length - fresh, tail, older, fresh);
        return tail;
    }
}
