package dev.earshot.journal.search;

import dev.earshot.journal.EntryRange;
import dev.earshot.net.Background;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Searches the ranges of a long history side by side, on as many threads as there are processors, up to eight, and
 * hands over their rows in order. At most two ranges for each thread are searched or wait to be handed over; each
 * thread has 500 KB of buffers, and each range up to 1 MB of row numbers: 5 MB on two processors, and never more than
 * 20 MB. Used by one thread.
 */
final class ParallelSearch implements Closeable {
    /** The bytes of the capture in one range: a few milliseconds of work. */
    static final long RANGE = 4 << 20;

    /** The rows in one range from which on it takes no further entry. */
    private static final long MOST_ROWS = 1 << 16;

    private static final int THREADS = Math.min(8, Runtime.getRuntime().availableProcessors());
    private static final long IDLE_MILLIS = 500;

    /** Takes the rows that were found, in order. */
    interface Results {
        /**
         * Takes the rows that the search has found in one more range.
         *
         * @param nextRow the first row that was not searched yet
         */
        void take(FoundRows rows, long nextRow) throws IOException;
    }

    private record Running(EntryRange rest, Future<RowSearch.RangeResult> result) {}

    private final RowQuery query;
    private final BooleanSupplier cancelled;
    private final long rangeBytes;
    private final ThreadPoolExecutor threads;
    private final Queue<RowSearch> idle = new ConcurrentLinkedQueue<>();

    ParallelSearch(RowQuery query, BooleanSupplier cancelled, long rangeBytes) {
        this.query = query;
        this.cancelled = cancelled;
        this.rangeBytes = rangeBytes;
        threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE_MILLIS,
                TimeUnit.MILLISECONDS,
                new LinkedBlockingQueue<>(),
                ParallelSearch::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task) {
        Thread thread = Background.thread("filter", task);
        thread.setPriority(Thread.NORM_PRIORITY - 1); // the EDT first, on systems that heed it
        return thread;
    }

    /** Lets a search go on behind all whole ranges before the end; does nothing if there are less than two. */
    void run(RowSearch search, Results results) throws IOException {
        RangePlan plan = new RangePlan(query.index(), search.nextEntry(), search.nextRow(), rangeBytes, MOST_ROWS);
        if (!plan.isLong()) {
            return;
        }
        Queue<Running> running = new ArrayDeque<>();
        try {
            while (!cancelled.getAsBoolean() && (plan(plan, search.span(), running) || !running.isEmpty())) {
                Running first = running.remove();
                FoundRows rows = search.append(result(first.result), first.rest);
                results.take(rows, first.rest.firstRow());
            }
        } finally {
            running.forEach(one -> one.result.cancel(false));
            idle.clear();
        }
    }

    private boolean plan(RangePlan plan, TimeSpanRows span, Queue<Running> running) throws IOException {
        while (running.size() < 2 * THREADS) {
            EntryRange range = plan.next();
            if (range == null || span != null && span.isOver(range.firstRow())) {
                return false;
            }
            EntryRange rest = plan.rest();
            TimeSpanRows within = span == null ? null : span.upTo(rest.firstRow());
            running.add(new Running(rest, threads.submit(() -> search(range, within))));
        }
        return true;
    }

    private RowSearch.RangeResult search(EntryRange range, TimeSpanRows within) throws IOException {
        RowSearch search = idle.poll();
        if (search == null) {
            search = new RowSearch(query, cancelled);
        }
        RowSearch.RangeResult result = search.search(range, within);
        idle.add(search);
        return result;
    }

    private static RowSearch.RangeResult result(Future<RowSearch.RangeResult> range) throws IOException {
        try {
            return range.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // no thread is ever interrupted
        }
    }

    /** Ends the threads, once what they are at has been cancelled. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            threads.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e); // no thread is ever interrupted
        }
    }
}
