package dev.earshot.ui.log;

import dev.earshot.codec.TextForm;
import dev.earshot.journal.FilteredRows;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.net.Background;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import dev.earshot.session.view.MessageViews;
import dev.earshot.session.view.RowFormatter;
import dev.earshot.ui.parts.ClipboardText;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Copies the selected rows to the clipboard, all of them or none. Called on the EDT; each copy has a thread {@code copy},
 * for there may be millions of rows. A new copy replaces the one that is being made.
 */
final class LogCopy {
    /** The clipboard keeps two bytes a character, and every other program copies it whole. */
    private static final int MOST_CHARS = 32 << 20;

    private final Session session;
    private final Words words;
    private final Consumer<String> tell;
    private final int mostChars;
    private volatile Job running;

    /** @param tell takes a short message about the outcome, on the EDT */
    LogCopy(Session session, Words words, Consumer<String> tell) {
        this(session, words, tell, MOST_CHARS);
    }

    LogCopy(Session session, Words words, Consumer<String> tell, int mostChars) {
        this.session = session;
        this.words = words;
        this.tell = tell;
        this.mostChars = mostChars;
    }

    void copy(LogSelection selection, ShownRows rows, TextForm form) {
        RowFormatter formatter = new RowFormatter(session.log().lens(), MessageViews.of(form), words);
        Job job = new Job(selection, rows, formatter);
        running = null;
        if (job.count > mostChars) {
            tell.accept(tooMuch(job)); // each has at least its end
        } else if (job.count > 0) {
            running = job;
            Background.run("copy", job::run);
        }
    }

    /** The progress of the copy that is being made, from 0 to 1; -1 if none is. */
    double progress() {
        Job job = running;
        return job == null ? -1 : (double) job.copied / job.count;
    }

    /** Cancels the copy that is being made; the clipboard stays as it is. */
    void cancel() {
        running = null;
    }

    private String tooMuch(Job job) {
        return words.of("ui.copy.too.much", job.count, mostChars >> 20);
    }

    /** One copy, made on its own thread. */
    private final class Job {
        private final List<long[]> stretches;
        private final long count;
        private final FilteredRows passing; // null: all rows do
        private final int generation;
        private final RowFormatter formatter;
        private final StringBuilder text = new StringBuilder();
        private final long[] numbers = new long[256];
        private volatile long copied;

        Job(LogSelection selection, ShownRows rows, RowFormatter formatter) {
            stretches = selection.stretches();
            count = selection.count();
            passing = rows.passing();
            generation = rows.generation();
            this.formatter = formatter;
        }

        void run() {
            try (RowReader reader = session.log().reader()) {
                for (long[] stretch : stretches) {
                    for (long place = stretch[0]; wanted() && place <= stretch[1]; place += numbers.length) {
                        append(reader, place, (int) Math.min(numbers.length, stretch[1] - place + 1));
                    }
                }
                end(text.length() > mostChars ? tooMuch(this) : null);
            } catch (IOException | IndexOutOfBoundsException e) {
                end(words.of("ui.copy.failed", String.valueOf(e.getMessage())));
            }
        }

        private boolean wanted() {
            return running == this && text.length() <= mostChars;
        }

        private void append(RowReader reader, long place, int many) throws IOException {
            if (passing != null && passing.read(place, numbers) < many) {
                throw new IOException(words.of("ui.copy.filter"));
            }
            for (int i = 0; i < many && wanted(); i++) {
                Row row = reader.read(passing == null ? place + i : numbers[i], Integer.MAX_VALUE);
                // As the log shows it: bytes that are no text come as hex, which loses none of them.
                text.append(copied == 0 ? "" : "\n")
                        .append(formatter.format(row).text());
                copied++;
            }
            if (session.log().generation() != generation) { // only now: until then the numbers meant what they meant
                throw new IOException(words.of("ui.copy.framing"));
            }
        }

        /** @param problem in words, or null */
        private void end(String problem) {
            String whole = problem == null ? text.toString() : "";
            EventQueue.invokeLater(() -> {
                if (running == this) {
                    running = null;
                    tell.accept(problem == null ? put(whole, count) : problem);
                }
            });
        }
    }

    private String put(String text, long rows) {
        return ClipboardText.put(text)
                .map(why -> words.of("ui.copy.failed", why))
                .orElseGet(() -> words.of("ui.copied", rows));
    }
}
