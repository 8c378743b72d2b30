package dev.earshot.ui;

import dev.earshot.session.Session;
import dev.earshot.session.Status;
import java.awt.event.ActionEvent;
import java.awt.event.ActionListener;
import javax.swing.Timer;

/**
 * Decides when a workspace shows its clients and figures anew. That takes longer than showing new rows, and is wanted
 * less often. Confined to the EDT.
 */
final class ClientsRefresh implements ActionListener {
    /** The shortest time between two of them while rows come, in nanoseconds. */
    private static final long PAUSE = 240_000_000L;

    /** The pause in milliseconds between rows and their clients, so that a click in between need not wait for both. */
    private static final int DELAY = 30;

    private final Session session;
    private final Runnable task;
    private final Timer later = new Timer(DELAY, this);
    private long latest;
    private Status shownStatus;

    /** @param task shows the clients and the figures */
    ClientsRefresh(Session session, Runnable task) {
        this.session = session;
        this.task = task;
        later.setRepeats(false);
    }

    /** Shows them after the pause that {@link #afterRows} began. */
    @Override
    public void actionPerformed(ActionEvent afterPause) {
        now();
    }

    /** Shows them now. */
    void now() {
        later.stop();
        latest = System.nanoTime();
        shownStatus = session.status();
        task.run();
    }

    /** Shows them soon if that is due, as new rows were just shown. */
    void afterRows() {
        if (session.status() != shownStatus) {
            now(); // at once, for the send bar has to see the endpoint open and close
        } else if (System.nanoTime() - latest >= PAUSE) {
            later.start();
        }
    }

    /** Shows nothing more, but if it is asked again. */
    void stop() {
        later.stop();
    }
}
