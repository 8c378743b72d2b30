package dev.earshot.ui.log;

import dev.earshot.journal.Row;
import dev.earshot.journal.RowSource;
import dev.earshot.session.ClientNames;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Lens;
import dev.earshot.session.Session;
import dev.earshot.session.SessionLog;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.PeerLabel;
import java.io.IOException;

/** Reads the log of a session for the window. Confined to the EDT. */
final class SessionLogSource implements LogSource {
    private final SessionLog log;
    private final ClientNames names;
    private final PeerLabel labels;
    private final RowSource rows;

    /** @throws IOException if the capture cannot be read at all */
    SessionLogSource(Session session, Words words) throws IOException {
        log = session.log();
        names = session.clients().names();
        labels = new PeerLabel(session, words);
        rows = log.reader();
    }

    @Override
    public RowSource rows() {
        return rows;
    }

    @Override
    public int generation() {
        return log.generation();
    }

    @Override
    public FilterResult filtered() {
        return log.filtered();
    }

    @Override
    public Lens lens() {
        return log.lens();
    }

    @Override
    public String label(Row row) {
        return labels.of(row.peerId(), row.remote());
    }

    @Override
    public String address(Row row) {
        return labels.full(row.peerId(), row.remote());
    }

    @Override
    public int labels() {
        return names.version() + log.notes().version() + log.viewVersion(); // all only rise
    }
}
