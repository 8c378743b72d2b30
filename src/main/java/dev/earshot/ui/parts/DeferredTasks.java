package dev.earshot.ui.parts;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.AWTEventListener;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.PaintEvent;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Runs what a window needs, but its first paint does not: one task after the other once the window is painted, or all
 * of them before the first key or click if that comes earlier. Confined to the EDT.
 */
public final class DeferredTasks {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final AWTEventListener events = this::happened;
    private final Window window;
    private boolean painted;
    private boolean done;

    /** Begins without tasks, and watches this window, which is not visible yet. */
    public DeferredTasks(Window window) {
        this.window = window;
        long watched = AWTEvent.PAINT_EVENT_MASK | AWTEvent.KEY_EVENT_MASK | AWTEvent.MOUSE_EVENT_MASK;
        Toolkit.getDefaultToolkit().addAWTEventListener(events, watched);
    }

    /** Runs this task later than those added before it; at once if they have all run. */
    public void add(Runnable task) {
        if (done) {
            task.run();
        } else {
            tasks.add(task);
        }
    }

    /** Runs the tasks that have not run. */
    public void runAll() {
        while (!done) {
            runOne();
        }
    }

    private void happened(AWTEvent event) {
        if (event instanceof KeyEvent || event.getID() == MouseEvent.MOUSE_PRESSED) {
            runAll();
        } else if (!painted && event instanceof PaintEvent && event.getSource() == window) {
            painted = true;
            // Later twice: what belongs to this paint and is in the queue already, or is put there by it, comes first.
            EventQueue.invokeLater(() -> EventQueue.invokeLater(this::runNext));
        }
    }

    private void runNext() {
        if (!done) {
            Toolkit.getDefaultToolkit().sync(); // the window is seen before the next task begins
            EventQueue.invokeLater(this::runNext); // posted first, so that a task that fails stops no other
            runOne();
        }
    }

    private void runOne() {
        Runnable task = tasks.poll();
        if (task != null) {
            task.run();
        } else {
            done = true;
            Toolkit.getDefaultToolkit().removeAWTEventListener(events);
        }
    }
}
