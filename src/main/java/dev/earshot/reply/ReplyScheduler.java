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
 * Does things later, on the one thread {@code reply later}, which is there while there is something to do. How much may
 * wait is bounded. Any thread.
 */
public final class ReplyScheduler implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(ReplyScheduler.class);

    /** So many answers wait for their time at most. */
    static final int MOST_TASKS = 10_000;

    /** And so many bytes of them. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int IDLE_SECONDS = 5;

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, Background.threads("reply later"));
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong waitingBytes = new AtomicLong();

    /** With nothing to do. */
    public ReplyScheduler() {
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRemoveOnCancelPolicy(true);
        thread.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    /** One thing that waits for its time. */
    final class DelayedTask {
        private final int bytes;
        private final AtomicBoolean finished = new AtomicBoolean();
        private volatile ScheduledFuture<?> future;

        private DelayedTask(int bytes) {
            this.bytes = bytes;
        }

        /** It is not to be done any more; false if it has been, or is being done. */
        boolean cancel() {
            ScheduledFuture<?> scheduled = future;
            if (scheduled != null) {
                scheduled.cancel(false);
            }
            return finish();
        }

        /** Whether it has been done, or is not to be. */
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
     * Does something after so many milliseconds.
     *
     * @param bytes that it holds until then
     * @param task is told what it was
     * @return null if too much is waiting already, or it is too late
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

    /** Whether at most half of what may wait is waiting. */
    boolean hasRoom() {
        return waiting.get() <= MOST_TASKS / 2 && waitingBytes.get() <= MOST_BYTES / 2;
    }

    /** Asks again and again, every so many milliseconds, until the answer is yes. */
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
            return null; // closed: nobody is there any more
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

    /** Does nothing any more. Interrupts nobody who is doing something: that would close the capture. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
