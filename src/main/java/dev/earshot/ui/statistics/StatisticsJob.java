package dev.earshot.ui.statistics;

import dev.earshot.codec.Problem;
import dev.earshot.journal.RowsChangedException;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.net.Background;
import dev.earshot.session.Session;
import dev.earshot.session.statistics.Statistics;
import dev.earshot.session.statistics.ValueSource;
import dev.earshot.session.words.Words;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.Optional;

/**
 * Computes the statistics of rows in the background, on the thread {@code statistics}. The next measurement cancels a
 * running one. Confined to the EDT.
 */
final class StatisticsJob {
    private final Session session;
    private final Words words;
    private final Listener listener;
    private TaskProgress running; // null: none

    /** Takes what was measured, on the EDT. */
    interface Listener {
        /** @param generation of the journal whose row numbers the tables have */
        void measured(Statistics statistics, int generation);

        void failed(String why);
    }

    StatisticsJob(Session session, Words words, Listener listener) {
        this.session = session;
        this.words = words;
        this.listener = listener;
    }

    /** @param values finds the value of a message that is counted as well; null for none */
    void start(ChosenRows rows, ValueSource values) {
        cancel();
        TaskProgress progress = new TaskProgress();
        running = progress;
        Background.run("statistics", () -> {
            try {
                Statistics measured = Statistics.of(session, rows, row -> true, values, words, progress);
                end(progress, () -> listener.measured(measured, rows.generation()));
            } catch (TaskProgress.CancelledException e) {
                return; // who has cancelled it knows
            } catch (IOException e) {
                String why = reason(e);
                end(progress, () -> listener.failed(why));
            }
        });
    }

    private String reason(IOException e) {
        return e instanceof RowsChangedException changed
                ? words.of(new Problem(changed.isByFilter() ? "problem.export.filter" : "problem.export.framing", -1))
                : words.of("ui.statistics.failed", String.valueOf(e.getMessage()));
    }

    private void end(TaskProgress progress, Runnable report) {
        EventQueue.invokeLater(() -> {
            if (running == progress) {
                running = null;
                report.run();
            }
        });
    }

    /** Returns the running measurement; nothing if there is none. */
    Optional<TaskProgress> running() {
        return Optional.ofNullable(running);
    }

    /** Cancels the running measurement. */
    void cancel() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }
}
