package dev.earshot.send;

import java.util.concurrent.TimeUnit;

/** Lets a thread sleep until a time, and wakes it early when it is asked to stop. Any thread. */
final class StopSignal {
    private boolean stopped;

    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    synchronized boolean stopped() {
        return stopped;
    }

    /** Waits until this time of {@link System#nanoTime}; returns false if it was stopped before. */
    synchronized boolean awaitUntil(long nanos) throws InterruptedException {
        long left = nanos - System.nanoTime();
        while (!stopped && left > 0) {
            // Rounded up: a wait of 0 ms would last for ever.
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            left = nanos - System.nanoTime();
        }
        return !stopped;
    }
}
