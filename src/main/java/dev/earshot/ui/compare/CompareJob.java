package dev.earshot.ui.compare;

import dev.earshot.journal.TaskProgress;
import dev.earshot.net.Background;
import dev.earshot.session.compare.ComparedLines;
import dev.earshot.session.compare.ComparedMessage;
import dev.earshot.session.compare.ComparedPart;
import dev.earshot.session.compare.MessageComparison;
import dev.earshot.session.words.Words;
import java.awt.EventQueue;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * Compares two messages in the background, on the thread {@code compare}. The next comparison cancels a running one.
 * Confined to the EDT but for that thread.
 */
final class CompareJob {
    private final ExecutorService worker = Background.worker("compare");
    private final Words words;
    private final Consumer<Result> done;
    private TaskProgress running = new TaskProgress();
    private Known known; // confined to the worker; null: nothing was compared yet

    /**
     * The result of a comparison.
     *
     * @param lines the lines of each form
     * @param rough the forms that need not have the fewest differences
     * @param isLegible whether both messages are legible as text
     */
    record Result(
            Map<MessageComparison.Form, ComparedLines> lines, Set<MessageComparison.Form> rough, boolean isLegible) {}

    /** A comparison that is used again for another width. */
    private record Known(
            ComparedMessage left,
            ComparedMessage right,
            MessageComparison.Alignment alignment,
            MessageComparison comparison) {
        boolean isOf(ComparedMessage one, ComparedMessage other, MessageComparison.Alignment aligned) {
            return left == one && right == other && alignment == aligned;
        }
    }

    /** @param done takes the result, on the EDT */
    CompareJob(Words words, Consumer<Result> done) {
        this.words = words;
        this.done = done;
    }

    /**
     * Begins to compare two messages.
     *
     * @param width the most characters of a line on each side
     */
    void start(ComparedMessage left, ComparedMessage right, MessageComparison.Alignment alignment, int width) {
        running.cancel();
        TaskProgress progress = new TaskProgress();
        running = progress;
        worker.execute(() -> {
            try {
                if (known == null || !known.isOf(left, right, alignment)) {
                    MessageComparison comparison = MessageComparison.of(left, right, alignment, words, progress);
                    known = new Known(left, right, alignment, comparison);
                }
                Result result = result(known.comparison, width);
                EventQueue.invokeLater(() -> {
                    if (running == progress && !progress.isCancelled()) {
                        done.accept(result);
                    }
                });
            } catch (TaskProgress.CancelledException e) {
                return; // another comparison is wanted, or none any more
            }
        });
    }

    private static Result result(MessageComparison comparison, int width) {
        Map<MessageComparison.Form, ComparedLines> lines = new EnumMap<>(MessageComparison.Form.class);
        Set<MessageComparison.Form> rough = EnumSet.noneOf(MessageComparison.Form.class);
        for (Map.Entry<MessageComparison.Form, ComparedPart> part :
                comparison.parts().entrySet()) {
            lines.put(part.getKey(), part.getValue().lines(width));
            if (!part.getValue().isExact()) {
                rough.add(part.getKey());
            }
        }
        return new Result(lines, rough, comparison.isLegible());
    }

    void close() {
        running.cancel();
        worker.shutdown();
    }
}
