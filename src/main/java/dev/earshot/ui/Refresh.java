package dev.earshot.ui;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * Limits how often a task runs, however often it is requested. The first request runs it at once, later ones after a
 * pause, and a run always follows the last request. Where a run and its painting take long, as on a computer with too
 * few processors, runs become rarer, so that clicks are handled first. {@link #request} may be called on any thread;
 * the task runs on the EDT.
 */
final class Refresh {
    /** The pause after a run lasts this many times as long as the run and its painting. */
    private static final int REST_FACTOR = 6;

    /** The longest pause in milliseconds, so that the last change is soon visible. */
    private static final int MAX_REST = 90;

    private Runnable task;
    private final int pauseMillis;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final Timer timer;
    private long lastRun;
    private long duration;

    Refresh(int pauseMillis, Runnable task) {
        this.pauseMillis = pauseMillis;
        this.task = task;
        lastRun = System.nanoTime() - pauseMillis * 1_000_000L;
        timer = new Timer(pauseMillis, e -> run());
        timer.setRepeats(false);
    }

    /** Runs this task from now on. Called on the EDT. */
    void task(Runnable other) {
        task = other;
    }

    void request() {
        if (pending.compareAndSet(false, true)) {
            SwingUtilities.invokeLater(this::runWhenDue);
        }
    }

    private void runWhenDue() {
        long rest = Math.min(MAX_REST, duration * REST_FACTOR / 1_000_000);
        long wait = Math.max(pauseMillis, rest) - (System.nanoTime() - lastRun) / 1_000_000;
        if (wait <= 0) {
            run();
        } else {
            timer.setInitialDelay((int) wait);
            timer.restart();
        }
    }

    private void run() {
        lastRun = System.nanoTime();
        // Before the task: what changes while it runs asks for another run.
        pending.set(false);
        task.run();
        SwingUtilities.invokeLater(this::painted);
    }

    /** Measures the run and its painting: events keep their order, so the painting is done by now. */
    private void painted() {
        duration = System.nanoTime() - lastRun;
    }
}
