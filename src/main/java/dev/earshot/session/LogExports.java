package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Journal;
import dev.earshot.journal.Row;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowExport;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.net.Background;
import dev.earshot.session.settings.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Writes rows and copies of the capture in the background, each on a thread {@code export} of its own. Any thread. */
public final class LogExports {
    private final Journal journal;
    private final Runnable changed;
    private final Queue<TaskProgress> saving = new ConcurrentLinkedQueue<>();

    /** @param changed is run when saving a capture begins and ends */
    LogExports(Journal journal, Runnable changed) {
        this.journal = journal;
        this.changed = changed;
    }

    /** The writing of one export, which may fail. */
    private interface Work {
        void run() throws IOException;
    }

    /** Writes the rows of an export to a file, or elsewhere. */
    public interface Target {
        void write(RowExport export) throws IOException;
    }

    /**
     * Returns the export of some rows, for the thread that writes them.
     *
     * @param wanted which of the chosen rows are written
     */
    public RowExport of(ChosenRows rows, Predicate<Row> wanted, TaskProgress progress) {
        return new RowExport(journal, rows, wanted, progress);
    }

    /**
     * Begins to write rows in the background.
     *
     * @param done is called at the end on the thread {@code export}, with the reason if it failed; not if it was
     *     cancelled
     */
    public TaskProgress write(ChosenRows rows, RowWriter writer, Consumer<Optional<IOException>> done) {
        TaskProgress progress = new TaskProgress();
        Background.run("export", () -> end(() -> new RowExport(journal, rows, progress).writeTo(writer), done));
        return progress;
    }

    /**
     * Begins to copy the capture, as it is at that time, in the background.
     *
     * @param done is called at the end on the thread {@code export}, with the reason if it failed; not if it was
     *     cancelled
     */
    public void saveCapture(Path target, Consumer<Optional<Problem>> done) {
        TaskProgress progress = new TaskProgress();
        save(
                progress,
                () -> journal.storage().copyTo(target, progress),
                failure -> done.accept(failure.map(e -> FileProblem.of("problem.save", target, e))));
    }

    /**
     * Begins to save rows in the background.
     *
     * @param wanted which of the chosen rows are saved
     * @param done is called at the end on the thread {@code export}, with the reason if it failed; not if it was
     *     cancelled
     */
    public void save(ChosenRows rows, Predicate<Row> wanted, Target target, Consumer<Optional<IOException>> done) {
        TaskProgress progress = new TaskProgress();
        save(progress, () -> target.write(of(rows, wanted, progress)), done);
    }

    private void save(TaskProgress progress, Work work, Consumer<Optional<IOException>> done) {
        saving.add(progress);
        changed.run();
        Background.run("export", () -> {
            try {
                end(work, done);
            } finally {
                saving.remove(progress);
                changed.run();
            }
        });
    }

    /** Returns the progress of the oldest saving that is neither finished nor cancelled; empty for none. */
    public Optional<TaskProgress> saving() {
        return saving.stream().filter(copy -> !copy.isCancelled()).findFirst();
    }

    private static void end(Work work, Consumer<Optional<IOException>> done) {
        try {
            work.run();
        } catch (TaskProgress.CancelledException e) {
            return; // the caller has cancelled it and needs no report
        } catch (IOException e) {
            done.accept(Optional.of(e));
            return;
        }
        done.accept(Optional.empty());
    }
}
