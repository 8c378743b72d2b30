package dev.earshot.reply;

import dev.earshot.net.Background;
import java.io.Closeable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks after a delay on the thread {@code reply later}, which exists only while tasks wait. The number of waiting
 * tasks and of their bytes is limited. Any thread.
 */
public final class ReplyScheduler implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(ReplyScheduler.class);

    /** The most tasks that may wait. */
    static final int MOST_TASKS = 10_000;

    /** The most bytes that waiting tasks may hold. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int IDLE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, Background.threads("reply later"));
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingBytes = new AtomicLong();

    /** Creates a scheduler without a task, and without a thread yet. */
    public ReplyScheduler() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
        thread.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    /** A task that waits for its time. */
    final class DelayedTask {
        private final int bytes;
        private final AtomicBoolean finished = new AtomicBoolean();
        private volatile ScheduledFuture<?> future;

        private DelayedTask(int bytes) {
            this.bytes = bytes;
        }

        /** Cancels the task; returns false if it has run or is running. */
        boolean cancel() {
            ScheduledFuture<?> scheduled = future;
            if (scheduled != null) {
                scheduled.cancel(false);
            }
            return finish();
        }

        /** Returns whether the task holds bytes, as an answer does. */
        boolean holdsBytes() {
            return bytes > 0;
        }

        /** Returns whether the task has started or was cancelled. */
        boolean isFinished() {
            return finished.get();
        }

        private boolean finish() {
            boolean first = finished.compareAndSet(false, true);
            if (first) {
                waiting.decrementAndGet();
                waitingBytes.addAndGet(-bytes);
            }
            return first;
        }
    }

    /**
     * Runs a task after a delay in milliseconds.
     *
     * @param bytes the number of bytes that the task holds until then
     * @param task receives the handle that this method has returned
     * @return a handle that can cancel the task; null if too much is waiting already or the scheduler is closed
     */
    DelayedTask runAfter(int millis, int bytes, Consumer<DelayedTask> task) {
        DelayedTask delayed = new DelayedTask(bytes);
        boolean room = waiting.incrementAndGet() <= MOST_TASKS & waitingBytes.addAndGet(bytes) <= MOST_BYTES;
        if (room) {
            delayed.future = schedule(millis, () -> {
                if (delayed.finish()) {
                    task.accept(delayed);
                }
            });
        }
        if (delayed.future == null) {
            delayed.finish();
            return null;
        }
        return delayed;
    }

    /** Returns whether at most half of the allowed tasks and bytes are waiting. */
    boolean hasRoom() {
        return waiting.get() <= MOST_TASKS / 2 && waitingBytes.get() <= MOST_BYTES / 2;
    }

    /** Calls {@code done} periodically until it returns true. */
    void repeatUntil(int millis, BooleanSupplier done) {
        schedule(millis, () -> {
            if (!done.getAsBoolean()) {
                repeatUntil(millis, done);
            }
        });
    }

    private ScheduledFuture<?> schedule(int millis, Runnable task) {
        try {
            return thread.schedule(() -> runSafely(task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return null; // closed: the endpoint is gone
        } catch (OutOfMemoryError e) {
            log.error("no thread for what is to be done later", e);
            return null;
        }
    }

    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            log.error("doing something later", e);
        }
    }

    /** Drops all waiting tasks. Does not interrupt a running one, because that would close the capture file. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
