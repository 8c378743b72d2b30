package dev.earshot.journal;

import java.io.IOException;

/** The opening of an old capture, as somebody who waits for it sees it. Any thread. */
public final class OpenProgress {
    private volatile double progress;
    private volatile boolean cancelled;

    /** It was cancelled. */
    public static final class CancelledException extends IOException {
        CancelledException() {
            super("cancelled");
        }
    }

    /** How much has been read, from 0 to 1. */
    public double progress() {
        return progress;
    }

    /** Gives it up: it soon ends with a {@link CancelledException}. */
    public void cancel() {
        cancelled = true;
    }

    /** It has come so far, in bytes. */
    void at(long position, long size) throws CancelledException {
        progress = (double) position / Math.max(1, size);
        if (cancelled) {
            throw new CancelledException();
        }
    }
}
