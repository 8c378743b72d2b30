package dev.earshot.send;

import java.util.concurrent.TimeUnit;

/** Lets a thread sleep until a time, and wakes it early when it is asked to stop. Any thread. */
final class StopSignal {
    private boolean isStopped;

    synchronized void stop() {
        isStopped = true;
        notifyAll();
    }

    synchronized boolean isStopped() {
        return isStopped;
    }

    /** Waits until this time of {@link System#nanoTime}; returns false if it was stopped before. */
    synchronized boolean awaitUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        while (!isStopped && left > 0) {
            // Rounded up: a wait of 0 ms would last for ever.
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            left = nanos - System.nanoTime();
        }
        return !isStopped;
    }

    /** Waits like {@link #awaitUntil}, but returns early when {@link #wake} is called. */
    synchronized boolean awaitWake(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        if (!isStopped && left > 0) {
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
        }
        return !isStopped;
    }

    /** Ends the present wait of {@link #awaitWake}. */
    synchronized void wake() {
        notifyAll();
    }
}
