package dev.earshot.journal;

import java.io.IOException;

/** Shows the progress of a long task, such as opening a capture, and can cancel it. Any thread. */
public final class TaskProgress {
    private volatile double progress;
    private volatile boolean cancelled;

    /** Thrown to end a task that was cancelled. */
    public static final class CancelledException extends IOException {
        CancelledException() {
            super("cancelled");
        }
    }

    /** Returns how much is done, from 0 to 1. */
    public double progress() {
        return progress;
    }

    /** Ends the task soon, with a {@link CancelledException}. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether it was cancelled. */
    public boolean isCancelled() {
        return cancelled;
    }

    /**
     * Takes the progress of the task.
     *
     * @throws CancelledException if it was cancelled
     */
    public void report(long done, long all) throws CancelledException {
        progress = Math.min(1, (double) done / Math.max(1, all));
        if (cancelled) {
            throw new CancelledException();
        }
    }
}
