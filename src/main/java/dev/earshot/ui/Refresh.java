package dev.earshot.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * Turns any number of requests into few runs of one task: the first runs at once, later ones at most every so many
 * milliseconds, and a run always follows the last request. Where a run and the painting that it gave rise to take long,
 * as when there are not enough processors for all that goes on, runs become rarer, so that whoever clicks comes first.
 * {@link #request} is for any thread; the task runs on the EDT.
 */
final class Refresh {
    /** After a run the EDT is left alone for so many times as long as it took, */
    private static final int REST = 6;

    /** but for no longer than this, in milliseconds: what comes last is to be seen soon. */
    private static final int MOST_REST = 90;

    private final Runnable task;
    private final int pauseMillis;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Timer later;
    private long lastRun;
    private long took;

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
        long rest = Math.min(MOST_REST, took * REST / 1_000_000);
        long wait = Math.max(pauseMillis, rest) - (System.nanoTime() - lastRun) / 1_000_000;
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
        SwingUtilities.invokeLater(this::painted);
    }

    /** Events keep their order: what the task wanted to be painted has been. */
    private void painted() {
        took = System.nanoTime() - lastRun;
    }
}
