package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.journal.Journal;
import dev.earshot.journal.RowsChangedException;
import dev.earshot.journal.search.Filter;
import dev.earshot.net.Background;
import dev.earshot.session.settings.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/** The notes that people have put on rows of the log. Any thread; they are kept by the thread {@code notes}. */
public final class LogNotes {
    private final Journal journal;
    private final FilterRunner filtering;
    private final Runnable changed;
    private final ExecutorService worker = Background.worker("notes");
    private volatile Optional<Problem> problem = Optional.empty();
    private volatile Path place;

    /** @param changed is run whenever a note has changed */
    LogNotes(Journal journal, FilterRunner filtering, Runnable changed) {
        this.journal = journal;
        this.filtering = filtering;
        this.changed = changed;
        place = journal.file();
    }

    /** Reads the file of notes beside an opened capture, and keeps notes there from now on. Blocks. */
    void openFile() throws IOException {
        NotesFile file = new NotesFile(journal.file());
        place = file.path();
        try {
            journal.notes().keepIn(file.read(), file);
        } catch (Problem e) {
            problem = Optional.of(e);
            journal.notes().keepIn(List.of(), file);
        }
    }

    /** Returns why the notes beside the capture could not be read, if that is so. */
    public Optional<Problem> problem() {
        return problem;
    }

    /** Returns a number that changes whenever a note has changed. */
    public int version() {
        return journal.notes().version();
    }

    /** Returns the texts by the numbers of their rows, rising. The map changes until the rows get other numbers. */
    public NavigableMap<Long, String> rows() {
        return journal.notes().rows();
    }

    /**
     * Begins to put a note on a row, in place of the one that is there.
     *
     * @param generation the generation of the log whose row number this is
     * @param text an empty one removes the note
     * @param failed is called on the thread {@code notes} if the note could not be kept
     */
    public void put(long row, int generation, String text, Consumer<Problem> failed) {
        try {
            worker.execute(() -> {
                try {
                    String before = rows().getOrDefault(row, "");
                    journal.notes().put(row, generation, text);
                    filterAgain(before, text);
                    changed.run();
                } catch (RowsChangedException e) {
                    failed.accept(new Problem("problem.note.framing", -1));
                } catch (IOException e) {
                    failed.accept(problem(e));
                }
            });
        } catch (RejectedExecutionException e) {
            failed.accept(new Problem("problem.note.closed", -1));
        }
    }

    private Problem problem(IOException e) {
        return FileProblem.of("problem.note.write", place, e);
    }

    /** Filters all rows again if the row of a note passes now or does not pass any more. */
    private void filterAgain(String before, String after) {
        Filter filter = filtering.present().filter();
        boolean found = filter.term() != null
                && filter.term().isIn(before) != filter.term().isIn(after);
        if (found || filter.noted()) {
            filtering.restart();
        }
    }

    /** Keeps what was put until now, and nothing after that. */
    void close() {
        worker.shutdown();
    }
}
