package dev.earshot.ui.log;

import dev.earshot.journal.RowsChangedException;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.export.ChosenRows;
import dev.earshot.journal.export.RowWriter;
import dev.earshot.session.Session;
import dev.earshot.session.view.RowFormat;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.ClipboardText;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Copies rows to the clipboard, all or none, in the background because there may be many. The next copy
 * cancels a running one. Confined to the EDT.
 */
final class LogCopy {
    /** Limits the copied text: the clipboard keeps two bytes for each character, and every program copies it whole. */
    private static final int MOST_CHARS = 32 << 20;

    private final Session session;
    private final Words words;
    private final Consumer<String> say;
    private final int mostChars;
    private TaskProgress running; // null: none is being made

    /** @param say takes the result of each copy, in words */
    LogCopy(Session session, Words words, Consumer<String> say) {
        this(session, words, say, MOST_CHARS);
    }

    LogCopy(Session session, Words words, Consumer<String> say, int mostChars) {
        this.session = session;
        this.words = words;
        this.say = say;
        this.mostChars = mostChars;
    }

    void copy(LogSelection selection, ShownRows shown, RowFormat format) {
        cancel();
        ChosenRows rows = new ChosenRows(selection.ranges(), shown.passing(), shown.generation());
        long count = rows.count();
        if (count > mostChars) {
            say.accept(tooMuch(count)); // each has at least its end
        } else if (count > 0) {
            new Copy(count, format).start(rows);
        }
    }

    /** Returns the progress of the running copy; nothing if there is none. */
    Optional<TaskProgress> running() {
        return Optional.ofNullable(running).filter(copy -> !copy.isCancelled());
    }

    /** Cancels the running copy; the clipboard stays as it is. */
    void cancel() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    private String tooMuch(long rows) {
        return words.of("ui.copy.too.much", rows, mostChars >> 20);
    }

    /** A copy of this many rows. */
    private final class Copy {
        private final long count;
        private final RowFormat format;
        private final LimitedText text = new LimitedText(mostChars);
        private TaskProgress progress;

        Copy(long count, RowFormat format) {
            this.count = count;
            this.format = format;
        }

        void start(ChosenRows rows) {
            RowWriter writer = format.writer(text, session.log().lens(), words);
            progress = session.log().exports().write(rows, writer, this::end);
            running = progress;
        }

        /** Runs on the thread of the export. */
        private void end(Optional<IOException> failure) {
            String whole = failure.isEmpty() ? text.toString() : "";
            EventQueue.invokeLater(() -> {
                if (running == progress) {
                    running = null;
                    say.accept(failure.map(this::problem).orElseGet(() -> put(whole)));
                }
            });
        }

        private String problem(IOException e) {
            if (e instanceof LimitedText.TooLongException) {
                return tooMuch(count);
            }
            String reason = e instanceof RowsChangedException changed
                    ? words.of(changed.isByFilter() ? "ui.copy.filter" : "ui.copy.framing")
                    : String.valueOf(e.getMessage());
            return words.of("ui.copy.failed", reason);
        }

        private String put(String whole) {
            if (whole.isEmpty() && !format.isUsual()) {
                return words.of("ui.copy.nothing");
            }
            return ClipboardText.put(whole)
                    .map(why -> words.of("ui.copy.failed", why))
                    .orElseGet(() -> words.of("ui.copied", count));
        }
    }
}
