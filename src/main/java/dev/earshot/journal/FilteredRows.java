package dev.earshot.journal;

import dev.earshot.codec.Encoding;
import dev.earshot.net.Background;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The numbers of the rows that pass a filter, in rising order: first those that are there, then those that come. A
 * thread of its own finds them and keeps them in a disposable file. Every method may be called on any thread and
 * returns soon.
 */
public final class FilteredRows implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(FilteredRows.class);

    /** The most entries between two publications of the results: a few milliseconds of work. */
    private static final int BATCH = 64;

    /** The shortest pause between two searches of new rows. */
    private static final long PAUSE_NANOS = 20_000_000;

    private final Journal journal;
    private final Filter filter;
    private final Collection<Encoding> searched;
    private final RowEncoding encodings;
    private final Path folder;
    private final RowIndex index;
    private final int generation;
    private final Runnable onChange;
    private final Thread thread = Background.thread("filter", this::run);
    private final byte[] number = new byte[Long.BYTES];
    private volatile AppendFile numbers;
    private volatile long count;
    private volatile long nextRow;
    private volatile boolean isComplete;
    private volatile boolean ended; // all rows to come are later than the filter's span
    private volatile int givenUp;
    private volatile String failure = "";
    private volatile boolean idle;
    private volatile boolean isClosed;
    private long found;
    private boolean spanOver;

    /** @param onChange is run, on the filter's thread, whenever the results have changed */
    FilteredRows(
            Journal journal,
            Filter filter,
            Collection<Encoding> searched,
            RowEncoding encodings,
            Path folder,
            RowIndex index,
            int generation,
            Runnable onChange) {
        this.journal = journal;
        this.filter = filter;
        this.searched = List.copyOf(searched);
        this.encodings = encodings;
        this.folder = folder;
        this.index = index;
        this.generation = generation;
        this.onChange = onChange;
    }

    FilteredRows start() {
        thread.start();
        return this;
    }

    /** Returns the number of rows that are known to pass. */
    public long count() {
        return count;
    }

    /** Returns the number of the first row that has not been examined yet. */
    public long nextRow() {
        return ended ? index.rows() : nextRow;
    }

    /** Returns the number of rows in the log. */
    public long rows() {
        return index.rows();
    }

    /** Whether all rows that were there at the beginning have been examined. */
    public boolean isComplete() {
        return isComplete;
    }

    /** Returns the number of rows on which the expression took too long. */
    public int givenUp() {
        return givenUp;
    }

    /** Whether the search has ended because the expression took too long too often. */
    public boolean isStopped() {
        return givenUp >= ExpressionMatcher.MOST_GIVEN_UP;
    }

    /** Returns why the search failed, in the system's words; empty while all is well. */
    public String failure() {
        return failure;
    }

    /** Returns the generation of the journal whose row numbers these are. */
    public int generation() {
        return generation;
    }

    /**
     * Reads the numbers of some rows that pass.
     *
     * @param from the first to be read, counted among those that pass
     * @param into is filled as far as rows are known
     * @return how many were read
     * @throws IOException if they cannot be read, as after {@link #close}
     */
    public int read(long from, long[] into) throws IOException {
        int most = (int) Math.max(0, Math.min(into.length, count - from));
        if (most > 0) {
            ByteBuffer bytes = ByteBuffer.allocate(most * Long.BYTES);
            numbers.readOn(from * Long.BYTES, bytes);
            bytes.flip().asLongBuffer().get(into, 0, most);
        }
        return most;
    }

    /** Returns how many rows that pass come before the row of this number. */
    public long countBefore(long row) throws IOException {
        long[] one = new long[1];
        long low = 0;
        long high = count;
        while (low < high) {
            long middle = (low + high) >>> 1;
            read(middle, one);
            if (one[0] < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Wakes the search, because rows have come. Costs nothing while it is at work. */
    public void wake() {
        if (idle) {
            idle = false;
            LockSupport.unpark(thread);
        }
    }

    /** Ends the search; its results cannot be read any more. */
    @Override
    public void close() {
        isClosed = true;
        LockSupport.unpark(thread);
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return isClosed;
    }

    /** Waits after {@link #close} until the thread has ended and closed its files. */
    public void awaitEnd(long millis) throws InterruptedException {
        thread.join(millis);
    }

    private void run() {
        Segments capture = journal.segments();
        try (AppendFile results = new AppendFile(folder, new byte[Long.BYTES]);
                RowReader reader = new RowReader(capture, () -> index, CaptureNote.KNOWN)) {
            numbers = results;
            search(new CaptureWindow(capture), reader);
        } catch (IOException e) {
            if (!isClosed) {
                log.warn("the rows cannot be filtered", e);
                failure = e.getMessage() == null ? e.toString() : e.getMessage();
                onChange.run();
            }
        }
    }

    private void search(CaptureWindow window, RowReader reader) throws IOException {
        TimeSpanRows span = filter.span() == null ? null : new TimeSpanRows(reader, filter.span());
        EntryCursor cursor = new EntryCursor(index, span == null ? 0 : span.first());
        ExpressionMatcher expression = filter.term() instanceof SearchTerm.Expression e
                ? new ExpressionMatcher(window, reader, e.pattern(), encodings)
                : null;
        RowMatcher messages = expression != null
                ? expression
                : filter.term() == null
                        ? RowMatcher::allRows
                        : new BytePatternMatcher(window, reader, filter.term().patterns(searched));
        RowMatcher matcher = new NotedRowMatcher(filter, index.notes(), messages);
        while (!isClosed && !isStopped() && !ended) {
            boolean more = searchBatch(cursor, span, matcher);
            givenUp = expression == null ? 0 : expression.givenUp();
            count = found;
            nextRow = cursor.nextRow();
            ended = spanOver;
            isComplete |= !more; // last: a thread that sees it sees the others
            onChange.run();
            if (!more && !ended) {
                pause();
            }
        }
        while (!isClosed) {
            LockSupport.park(this);
        }
    }

    private boolean searchBatch(EntryCursor cursor, TimeSpanRows span, RowMatcher matcher) throws IOException {
        LongConsumer keep = this::addResult;
        for (int i = 0; i < BATCH && !isClosed; i++) {
            if (!cursor.next()) {
                return false;
            }
            RowIndex.Entry entry = cursor.entry();
            if (cursor.isLost()) {
                matcher.onGap();
                continue;
            }
            boolean inTime = span == null || cursor.rows() == 0 || span.contains(entry.firstRow());
            if (!inTime && span.isOver(entry.firstRow())) {
                spanOver = true;
                return false;
            }
            if (inTime && filter.passes(entry.kind(), entry.peer())) {
                match(cursor, matcher, keep);
            }
        }
        if (numbers.hasHoles()) {
            throw new IOException("no space for what is found"); // better no rows than some of them
        }
        return true;
    }

    private static void match(EntryCursor cursor, RowMatcher matcher, LongConsumer keep) throws IOException {
        try {
            matcher.match(cursor, keep);
        } catch (RecordGoneException e) {
            matcher.onGap();
        } catch (IOException e) {
            if (!cursor.isRemoved()) {
                throw e;
            }
            matcher.onGap();
        }
    }

    private void pause() {
        LockSupport.parkNanos(this, PAUSE_NANOS);
        while (!isClosed) {
            idle = true;
            if (index.rows() > nextRow) {
                break;
            }
            LockSupport.park(this);
        }
        idle = false;
    }

    private void addResult(long row) {
        for (int i = 0; i < Long.BYTES; i++) {
            number[i] = (byte) (row >>> (7 - i) * 8);
        }
        numbers.append(number, Long.BYTES);
        found++;
    }
}
