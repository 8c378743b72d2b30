package dev.earshot.bench;

import java.awt.EventQueue;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the EDT something every 5 ms, whether or not it has answered what was asked before, as a person would click, and
 * notes how long each question waits.
 */
final class Clicks {
    private static final long EVERY = 5_000_000;

    /** Enough for five minutes; made at once, so that it is no part of what a flood costs. */
    private final long[] due = new long[1 << 16];

    private final long[] posted = new long[1 << 16];
    private final long[] answered = new long[1 << 16];
    private volatile boolean clicking;
    private int count;
    private Thread thread;

    void begin() {
        clicking = true;
        count = 0;
        thread = new Thread(this::click, "clicks");
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    /** Ends and waits for the last answer; takes into account what was due until then. */
    Delays end(long until) throws Exception {
        clicking = false;
        thread.join();
        EventQueue.invokeAndWait(() -> {});
        while (count > 0 && due[count - 1] - until > 0) {
            count--;
        }
        return Delays.of(waits(posted), waits(due));
    }

    private void click() {
        long next = System.nanoTime();
        while (clicking && count < due.length) {
            for (long left; (left = next - System.nanoTime()) > 0; ) {
                LockSupport.parkNanos(left);
            }
            int click = count;
            due[click] = next;
            posted[click] = System.nanoTime();
            EventQueue.invokeLater(() -> answered[click] = System.nanoTime());
            count++;
            next += EVERY;
        }
    }

    private double[] waits(long[] since) {
        double[] millis = new double[count];
        for (int i = 0; i < count; i++) {
            millis[i] = (answered[i] - since[i]) / 1e6;
        }
        Arrays.sort(millis);
        return millis;
    }
}
