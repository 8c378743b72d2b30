package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Framing;
import dev.earshot.journal.CaptureNote;
import dev.earshot.journal.CaptureStorage;
import dev.earshot.journal.Filter;
import dev.earshot.journal.FilteredRows;
import dev.earshot.journal.Journal;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.SearchTerm;
import dev.earshot.net.Event;
import dev.earshot.reply.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of a session: its rows, how they are cut, read and filtered, and the capture that holds them. Any thread. */
public final class SessionLog {
    private static final Logger log = LoggerFactory.getLogger(SessionLog.class);

    private final Journal journal;
    private final Clients clients;
    private final Runnable changed;
    private final LogFraming history;
    private final LogExports exports;
    private final FilterRunner filtering = new FilterRunner(this::rowsThatPass);
    private volatile Encoding fixed;

    /** @param changed is run whenever rows are read, cut or filtered otherwise than before */
    SessionLog(Journal journal, Clients clients, Runnable changed) {
        this.journal = journal;
        this.clients = clients;
        this.changed = changed;
        history = new LogFraming(journal, filtering::restart, changed);
        exports = new LogExports(journal, changed);
    }

    /** The number of rows. */
    public long rowCount() {
        return journal.rows();
    }

    /** Opens a reader of the rows, for one thread, which closes it. */
    public RowReader reader() throws IOException {
        return journal.reader();
    }

    /** A number that changes whenever row numbers change their meaning, as under another framing. */
    public int generation() {
        return journal.generation();
    }

    /** The capture's first file, which names it. */
    public Path capture() {
        return journal.file();
    }

    /** The capture's limit, size and disk state. */
    public CaptureStorage storage() {
        return journal.keeping();
    }

    /** The present way in which bytes become text. */
    public Lens lens() {
        return new Lens(fixed, journal::encoding, clients::transport);
    }

    /** Reads everything in this encoding, or with null each client in its own. */
    public void readAs(Encoding encoding) {
        fixed = encoding;
        if (filtering.present().filter().needle() != null) {
            filtering.restart();
        }
        changed.run();
    }

    /**
     * Begins to look for rows, in the background.
     *
     * @param narrow whether of the messages only those that hold what is looked for are to be seen; otherwise all that
     *     the rest of the filter lets through
     */
    public void filter(Filter filter, boolean narrow) {
        filtering.set(filter, narrow);
        changed.run();
    }

    private FilteredRows rowsThatPass(Filter filter) {
        Lens lens = lens();
        return journal.filter(filter, lens.fixed(), lens::encoding, changed);
    }

    /** The rows that the present filter has found so far. */
    public FilterResult filtered() {
        return filtering.present();
    }

    /** The framing of the whole log. */
    public LogFraming framing() {
        return history;
    }

    /** Writes rows and copies of the capture. */
    public LogExports exports() {
        return exports;
    }

    /** Tries rules on what was received so far, on a thread of its own. */
    public RuleDryRun dryRun(List<Rule> rules, Framing framing) {
        return new RuleDryRun(journal, lens(), rules, framing).start();
    }

    /** Lets the filter look at what an event has added. Called for every event. */
    void recorded(Event event) {
        if (event instanceof Event.Note note && note.kind() == CaptureNote.ENCODING) {
            searchTextsAgain();
        }
        filtering.wake();
    }

    /** The texts of earlier rows have changed: an expression may find others. Bytes are what they were. */
    private void searchTextsAgain() {
        if (filtering.present().filter().needle() instanceof SearchTerm.Expression) {
            filtering.restart();
        }
    }

    /** Stops filtering and closes the journal; blocks for a moment. */
    void close(boolean delete) {
        try {
            filtering.end();
        } catch (InterruptedException e) {
            log.error("nobody interrupts this thread", e);
        }
        history.close(delete);
    }
}
