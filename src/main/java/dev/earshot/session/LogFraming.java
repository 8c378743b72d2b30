package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.codec.framing.LineFraming;
import dev.earshot.journal.Journal;
import dev.earshot.journal.ReframeJob;
import dev.earshot.net.Background;
import dev.earshot.session.settings.FileProblem;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The framing of a session's log, which can be changed: then the whole log is split again on the thread {@code
 * reframe}.
 */
public final class LogFraming {
    private static final Logger log = LoggerFactory.getLogger(LogFraming.class);

    private final Journal journal;
    private final Runnable reframed;
    private final Runnable changed;
    private final Supplier<Encoding> fixed;
    private final ChosenEncodings chosen;
    private final ExecutorService thread = Background.worker("reframe");

    /**
     * Manages the framing of one journal.
     *
     * @param fixed returns the encoding of everything, or null for each client's own
     * @param chosen the encodings that were chosen for single peers
     * @param reframed is run when the rows have new numbers
     * @param changed is run when a change begins, ends or fails
     */
    LogFraming(Journal journal, Supplier<Encoding> fixed, ChosenEncodings chosen, Runnable reframed, Runnable changed) {
        this.journal = journal;
        this.fixed = fixed;
        this.chosen = chosen;
        this.reframed = reframed;
        this.changed = changed;
    }

    /** The framing that is in force, or while the log is being split again, the new one. */
    public Framing current() {
        return journal.framing();
    }

    /**
     * Splits the whole log again, in the background. Only the last requested framing counts. After a failure, as after
     * {@link #cancel}, everything stays as it was. Lines end as they do in an encoding in which everything is read.
     *
     * @param failed is called on the thread {@code reframe} with the reason of a failure
     */
    public void reframe(Framing framing, Consumer<Problem> failed) {
        begin(LineFraming.suiting(framing, fixed.get()), failed);
    }

    /**
     * Splits lines as they end in an encoding in which everything is read from now on. Does nothing if they ended so
     * before, or if the log is not split into lines.
     */
    void readAs(Encoding before, Encoding now) {
        Framing suiting = LineFraming.inEncoding(current(), now == null ? Encoding.UTF_8 : now);
        boolean either = before != null && !before.isAsciiCompatible() || now != null && !now.isAsciiCompatible();
        if (either && !suiting.equals(current())) {
            begin(suiting, problem -> log.warn("the lines are not those of {}: {}", now, problem.key()));
        }
    }

    /**
     * Splits lines again after an encoding was chosen for one peer, if it ends lines otherwise.
     *
     * @param before the encoding that was chosen for it; null if none was
     * @param now the one that is; null if none is
     */
    void readOneAs(Encoding before, Encoding now) {
        Framing present = current();
        if (!ofOne(present, before).equals(ofOne(present, now))) {
            begin(present, problem -> log.warn("the lines are not those of {}: {}", now, problem.key()));
        }
    }

    private static Framing ofOne(Framing framing, Encoding chosen) {
        return chosen == null ? framing : LineFraming.inEncoding(framing, chosen);
    }

    private void begin(Framing framing, Consumer<Problem> failed) {
        ReframeJob job = journal.reframes().request(framing, chosen::of);
        thread.execute(() -> {
            try {
                int before = journal.generation();
                job.run();
                if (journal.generation() != before) {
                    reframed.run();
                }
            } catch (IOException e) {
                log.warn("the log cannot be split again", e);
                failed.accept(FileProblem.of("problem.reframe", journal.file(), e));
            }
            changed.run();
        });
        changed.run();
    }

    /** The part of the log that has been split again, from 0 to 1; -1 if nothing is being split. */
    public double progress() {
        return journal.reframes().progress();
    }

    /** Stops splitting the log again; framing and rows stay as they were. */
    public void cancel() {
        journal.reframes().cancel();
        changed.run();
    }

    /**
     * Closes the journal. No change of the framing begins after that.
     *
     * @param delete whether to delete the capture
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
                journal.storage().delete();
            }
        } catch (IOException e) {
            log.warn("{} is empty and was not deleted", journal.file(), e);
        }
    }
}
