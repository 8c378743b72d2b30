package dev.earshot.session;

import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.journal.Journal;
import dev.earshot.journal.ReframeJob;
import dev.earshot.net.Background;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Splits the whole log anew when another framing is chosen, on the thread {@code reframe}, and ends the log. */
public final class LogFraming {
    private static final Logger log = LoggerFactory.getLogger(LogFraming.class);

    private final Journal journal;
    private final Runnable cutAnew;
    private final Runnable changed;
    private final ExecutorService thread = Background.worker("reframe");

    /**
     * For one journal.
     *
     * @param cutAnew is run when its rows have other numbers
     * @param changed is run when something is done, well or not
     */
    LogFraming(Journal journal, Runnable cutAnew, Runnable changed) {
        this.journal = journal;
        this.cutAnew = cutAnew;
        this.changed = changed;
    }

    /** The framing in force, or where the history is being cut anew, the one that will be. */
    public Framing current() {
        return journal.framing();
    }

    /**
     * Cuts the whole history anew, in the background; the last framing that was asked for counts. {@code failed} is told
     * there why it could not be done; then, as after {@link #cancel}, everything stays as it was.
     */
    public void reframe(Framing framing, Consumer<Problem> failed) {
        ReframeJob asked = journal.reframing(framing);
        thread.execute(() -> {
            try {
                int before = journal.generation();
                asked.run();
                if (journal.generation() != before) {
                    cutAnew.run();
                }
            } catch (IOException e) {
                log.warn("the history cannot be cut anew", e);
                failed.accept(FileProblem.of("problem.reframe", journal.file(), e));
            }
            changed.run();
        });
        changed.run();
    }

    /** How much of the history has been cut anew, from 0 to 1; -1 if that is not going on. */
    public double progress() {
        return journal.reframeProgress();
    }

    /** Leaves the framing, and the rows, as they are. */
    public void cancel() {
        journal.cancelReframe();
        changed.run();
    }

    /**
     * Closes the journal and begins nothing more.
     *
     * @param delete whether the capture is to be deleted
     */
    void close(boolean delete) {
        thread.shutdown();
        try {
            journal.close();
        } catch (IOException e) {
            log.warn("{} was not closed as it should", journal.file(), e);
        }
        try {
            if (delete) {
                journal.keeping().delete();
            }
        } catch (IOException e) {
            log.warn("{} is empty and was not deleted", journal.file(), e);
        }
    }
}
