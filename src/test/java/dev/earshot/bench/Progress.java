package dev.earshot.bench;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Looks every millisecond how far a receiver has come, so that the receiver need not tell: the same way for all. */
final class Progress {
    private static final long EVERY = 1_000_000;

    private final LongSupplier figure;
    private volatile long at;
    private volatile long value;

    /** @param figure only grows, and asking for it costs nothing */
    Progress(LongSupplier figure) {
        this.figure = figure;
        Thread thread = new Thread(this::watch, "progress");
        thread.setDaemon(true);
        thread.start();
    }

    long value() {
        return figure.getAsLong();
    }

    /** Waits until the figure is this or more; then says when it last grew, in nanoseconds. */
    long reached(long wanted) {
        while (value < wanted) {
            LockSupport.parkNanos(EVERY);
        }
        return at;
    }

    private void watch() {
        while (true) {
            long now = figure.getAsLong();
            if (now != value) {
                at = System.nanoTime();
                value = now;
            }
            LockSupport.parkNanos(EVERY);
        }
    }
}
