package dev.earshot.journal.search;

import dev.earshot.journal.JournalContents;
import dev.earshot.journal.RowIndex;
import dev.earshot.journal.storage.AppendFile;
import dev.earshot.net.Background;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches in the background for the rows that pass a filter, first among those that are there, then among those that
 * come. Their numbers are kept in rising order in a disposable file. Every method may be called on any thread and
 * returns soon.
 */
public final class FilteredRows implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(FilteredRows.class);

    /** The shortest pause between two searches of new rows. */
    private static final long PAUSE_NANOS = 20_000_000;

    private final RowQuery query;
    private final Path folder;
    private final RowIndex index;
    private final int generation;
    private final Runnable onChange;
    private final long rangeBytes;
    private final BooleanSupplier done = this::isDone;
    private final Thread thread = Background.thread("filter", this::run);
    private volatile AppendFile numbers;
    private volatile long count;
    private volatile long nextRow;
    private volatile boolean isComplete;
    private volatile boolean ended; // all rows to come are later than the filter's span
    private volatile int givenUp;
    private volatile String failure = "";
    private volatile boolean idle;
    private volatile boolean isClosed;

    /**
     * @param onChange is run, on the filter's thread, whenever the results have changed
     * @param rangeBytes the bytes of the capture that each thread searches at a time where there are many
     */
    private FilteredRows(RowQuery query, Path folder, int generation, Runnable onChange, long rangeBytes) {
        this.query = query;
        this.folder = folder;
        this.index = query.index();
        this.generation = generation;
        this.onChange = onChange;
        this.rangeBytes = rangeBytes;
    }

    /**
     * Begins to search the present generation's rows that pass a filter, on threads of its own. Returns at once.
     *
     * @param lens by which messages are read
     * @param onChange is run on one of them whenever the results have changed
     */
    public static FilteredRows of(JournalContents contents, Filter filter, RowLens lens, Runnable onChange) {
        return of(contents, filter, lens, onChange, ParallelSearch.RANGE);
    }

    static FilteredRows of(JournalContents contents, Filter filter, RowLens lens, Runnable onChange, long rangeBytes) {
        RowQuery query = new RowQuery(contents.capture(), contents.index(), filter, lens);
        FilteredRows rows =
                new FilteredRows(query, contents.indexFolder(), contents.generation(), onChange, rangeBytes);
        rows.thread.start();
        return rows;
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
        return givenUp >= ExpressionPredicate.MOST_GIVEN_UP;
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
            bytes.flip().order(FoundRows.ORDER).asLongBuffer().get(into, 0, most);
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
        try (AppendFile results = new AppendFile(folder, new byte[Long.BYTES]);
                ParallelSearch history = new ParallelSearch(query, done, rangeBytes)) {
            numbers = results;
            search(history);
        } catch (IOException e) {
            if (!isClosed) {
                log.warn("the rows cannot be filtered", e);
                failure = e.getMessage() == null ? e.toString() : e.getMessage();
                onChange.run();
            }
        }
    }

    private boolean isDone() {
        return isClosed || isStopped();
    }

    private void search(ParallelSearch history) throws IOException {
        RowSearch search = new RowSearch(query, done);
        FoundRows found = new FoundRows();
        while (!isDone() && !ended) {
            history.run(search, (rows, next) -> publish(rows, next, search));
            found.clear();
            boolean more = search.searchBatch(found);
            publish(found, search.nextRow(), search);
            if (!more && !ended) {
                pause();
            }
        }
        while (!isClosed) {
            LockSupport.park(this);
        }
    }

    private void publish(FoundRows found, long next, RowSearch search) throws IOException {
        numbers.append(found.bytes(), found.count() * Long.BYTES);
        if (numbers.hasHoles()) {
            throw new IOException("no space for what is found"); // better no rows than some of them
        }
        givenUp = search.givenUp();
        count += found.count();
        nextRow = next;
        ended = search.isOver();
        isComplete |= search.isAtEnd(); // last: a thread that sees it sees the others
        onChange.run();
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
}
