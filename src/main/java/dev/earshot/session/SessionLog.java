package dev.earshot.session;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.CaptureNote;
import dev.earshot.journal.CaptureStorage;
import dev.earshot.journal.JoinedPeers;
import dev.earshot.journal.Journal;
import dev.earshot.journal.OpenMessage;
import dev.earshot.journal.PeerMessages;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowReader;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.FilteredRows;
import dev.earshot.journal.search.SearchTerm;
import dev.earshot.net.Event;
import dev.earshot.net.Peer;
import dev.earshot.reply.rules.Rule;
import dev.earshot.session.settings.ViewId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of a session: its rows, their framing, encoding and filter, and the capture. Any thread. */
public final class SessionLog {
    private static final Logger log = LoggerFactory.getLogger(SessionLog.class);

    private final Journal journal;
    private final Clients clients;
    private final Runnable changed;
    private final LogFraming framing;
    private final LogExports exports;
    private final LogFile file;
    private final LogNotes notes;
    private final FilterRunner filtering = new FilterRunner(this::rowsThatPass);
    private final LensChoices choices = new LensChoices();
    private final Runnable layoutsChanged = this::layoutsChanged;
    private final AtomicInteger encodingVersion = new AtomicInteger();
    private volatile Encoding fixed; // null = each client's own

    /** @param changed is run whenever the encoding, the framing or the filter of the rows has changed */
    SessionLog(Journal journal, Clients clients, Runnable changed) {
        this.journal = journal;
        this.clients = clients;
        this.changed = changed;
        framing = new LogFraming(journal, () -> fixed, choices.encodings(), filtering::restart, changed);
        exports = new LogExports(journal, changed);
        file = new LogFile(journal, changed);
        notes = new LogNotes(journal, filtering, changed);
    }

    /** The number of rows. */
    public long rowCount() {
        return journal.rows();
    }

    /** Returns the messages that have begun and not ended, and whose first byte came at a time or before. */
    public List<OpenMessage> openSince(long epochNanos) {
        return journal.openSince(epochNanos);
    }

    /** Opens a reader of the rows, for one thread. The caller closes it. */
    public RowReader reader() throws IOException {
        return journal.reader();
    }

    /**
     * Opens a reader of the messages of a peer, received or sent. The caller closes it; for one thread, not the EDT.
     */
    public PeerMessages messages(Peer peer, Row.Kind kind) throws IOException {
        return new PeerMessages(journal, peer, kind);
    }

    /** Returns all wanted peers that have ever joined. Reads through the index: not on the EDT. */
    public List<Peer> joined(Predicate<Peer> wanted) throws IOException {
        return JoinedPeers.find(journal, wanted);
    }

    /** A number that changes whenever the rows get new numbers, as by another framing. */
    public int generation() {
        return journal.generation();
    }

    /** The first file of the capture, which has the capture's name. */
    public Path capture() {
        return journal.file();
    }

    /** The limit and size of the capture, and the state of the disk. */
    public CaptureStorage storage() {
        return journal.storage();
    }

    /** Returns the encodings, transports, framing and views by which messages are shown at present. */
    public Lens lens() {
        return new Lens(fixed, journal::encoding, clients::transport, choices, journal::encodings, journal.framing());
    }

    /** Shows all messages in the view of this id, or with {@link ViewId#AUTO} each in the one that fits. */
    public void showAs(String view) {
        choices.views().choose(view);
        viewChanged();
    }

    /**
     * Shows the messages of this peer in the view of this id, whatever the others are shown in; with null as the
     * others.
     */
    public void showAs(Peer peer, String view) {
        choices.views().choose(peer.id(), view);
        viewChanged();
    }

    /** Returns the id of the view that was chosen for this peer alone; null if none was. */
    public String chosenView(Peer peer) {
        return choices.views().ofPeer(peer.id());
    }

    /** A number that rises whenever another view was chosen. */
    public int viewVersion() {
        return choices.views().version();
    }

    /** A number that rises whenever fields may be read by another layout. */
    public int layoutVersion() {
        return choices.views().layoutVersion();
    }

    /** A number that rises whenever another encoding was chosen. */
    public int encodingVersion() {
        return encodingVersion.get();
    }

    /** Shows all messages in this encoding, or with null each client's in its own. */
    public void readAs(Encoding encoding) {
        Encoding before = fixed;
        fixed = encoding;
        framing.readAs(before, encoding);
        encodingChanged();
    }

    /**
     * Shows the messages of this peer in this encoding, whatever the others are shown in. With null they are shown as
     * the others.
     */
    public void readAs(Peer peer, Encoding encoding) {
        Encoding before = choices.encodings().of(peer.id());
        choices.encodings().choose(peer.id(), encoding);
        framing.readOneAs(before, encoding);
        encodingChanged();
    }

    /** Returns the encoding that was chosen for this peer alone; null if none was. */
    public Encoding chosenEncoding(Peer peer) {
        return choices.encodings().of(peer.id());
    }

    /** Reads fields by these layouts from now on. */
    public void useLayouts(LayoutBook book) {
        choices.layouts().forget(layoutsChanged);
        choices.useLayouts(book);
        book.listen(layoutsChanged);
    }

    /** Returns the layouts by which fields are read. */
    public LayoutBook layouts() {
        return choices.layouts();
    }

    private void layoutsChanged() {
        choices.views().layoutsChanged();
        viewChanged();
    }

    private void viewChanged() {
        if (filtering.present().filter().term() instanceof SearchTerm.Condition) {
            filtering.restart();
        }
        changed.run();
    }

    private void encodingChanged() {
        encodingVersion.incrementAndGet();
        if (filtering.present().filter().term() != null) {
            filtering.restart();
        }
        changed.run();
    }

    /**
     * Replaces the filter, and looks for rows in the background.
     *
     * @param narrow whether only rows with a hit of the search are shown; else all that pass the rest of the filter
     */
    public void filter(Filter filter, boolean narrow) {
        filtering.set(filter, narrow);
        changed.run();
    }

    private FilteredRows rowsThatPass(Filter filter) {
        return FilteredRows.of(journal.contents(), filter, lens(), changed);
    }

    /** The rows that the filter has found so far. */
    public FilterResult filtered() {
        return filtering.present();
    }

    /** The framing of the whole log, and its change. */
    public LogFraming framing() {
        return framing;
    }

    /** The file to which rows are written as they come. */
    public LogFile file() {
        return file;
    }

    /** The exports of rows and of the capture. */
    public LogExports exports() {
        return exports;
    }

    /** The notes that people have put on rows. */
    public LogNotes notes() {
        return notes;
    }

    /** Begins to apply rules to the messages received so far, on a thread of its own. */
    public RuleDryRun dryRun(List<Rule> rules, Framing framing) {
        return new RuleDryRun(journal, lens(), rules, framing).start();
    }

    /** Lets the filter look at the rows of an event. Called for every event. */
    void recorded(Event event) {
        if (event instanceof Event.Note note) {
            SearchTerm term = filtering.present().filter().term();
            boolean reread = note.kind() == CaptureNote.ENCODING || note.kind() == CaptureNote.ENCODING_GUESS;
            // An expression is searched in texts, and those have changed; a text in the bytes of known encodings.
            if (reread && term instanceof SearchTerm.Expression
                    || note.kind() == CaptureNote.ENCODING_GUESS && term instanceof SearchTerm.Text) {
                filtering.restart();
            }
        }
        filtering.wake();
        file.wake();
    }

    /** Completes the log file, stops filtering and closes the journal; blocks for some seconds at most. */
    void close(boolean delete) {
        choices.layouts().forget(layoutsChanged);
        file.stop();
        notes.close();
        try {
            filtering.end();
        } catch (InterruptedException e) {
            log.error("nobody interrupts this thread", e);
        }
        framing.close(delete);
    }
}
