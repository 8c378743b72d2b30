package dev.earshot.ui;

import dev.earshot.journal.TaskProgress;
import dev.earshot.session.Session;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the long task that is running for a workspace, for the status bar, and cancels it. */
final class RunningTasks {
    private final Session session;
    private final Supplier<Optional<TaskProgress>> copying;
    private final Supplier<TaskProgress> opening;

    /**
     * Creates a finder of the tasks of a session.
     *
     * @param copying returns the copying of rows that is running
     * @param opening returns the opening of a capture that is running, or null
     */
    RunningTasks(Session session, Supplier<Optional<TaskProgress>> copying, Supplier<TaskProgress> opening) {
        this.session = session;
        this.copying = copying;
        this.opening = opening;
    }

    /** Returns the task that is running; of several, one after the other as each ends. */
    Optional<RunningTask> current() {
        double reframed = session.log().framing().progress();
        if (reframed >= 0) {
            return Optional.of(
                    new RunningTask("ui.status.reframe", reframed, session.log().framing()::cancel));
        }
        return task("ui.status.copy", copying.get())
                .or(() -> task("ui.status.save", session.log().exports().saving()))
                .or(() -> task("ui.status.open", Optional.ofNullable(opening.get())));
    }

    /** Cancels the task that is running; returns whether there was one. */
    boolean cancel() {
        Optional<RunningTask> running = current();
        running.ifPresent(task -> task.cancel().run());
        return running.isPresent();
    }

    private static Optional<RunningTask> task(String key, Optional<TaskProgress> running) {
        return running.map(task -> new RunningTask(key, task.progress(), task::cancel));
    }
}
