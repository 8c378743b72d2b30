package dev.earshot.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * Turns any number of requests into few runs of one task: the first runs at once, later ones at most every so many
 * milliseconds, and a run always follows the last request. {@link #request} is for any thread; the task runs on the EDT.
 */
final class Refresh {
    private final Runnable task;
    private final int pauseMillis;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Timer later;
    private long lastRun;

    Refresh(int pauseMillis, Runnable task) {
        this.pauseMillis = pauseMillis;
        this.task = task;
        lastRun = System.nanoTime() - pauseMillis * 1_000_000L;
        later = new Timer(pauseMillis, e -> run());
        later.setRepeats(false);
    }

    void request() {
        if (pending.compareAndSet(false, true)) {
            SwingUtilities.invokeLater(this::runWhenDue);
        }
    }

    private void runWhenDue() {
        long wait = pauseMillis - (System.nanoTime() - lastRun) / 1_000_000;
        if (wait <= 0) {
            run();
        } else {
            later.setInitialDelay((int) wait);
            later.restart();
        }
    }

    private void run() {
        lastRun = System.nanoTime();
        // Before the task: what changes while it runs asks for another run.
        pending.set(false);
        task.run();
    }
}
