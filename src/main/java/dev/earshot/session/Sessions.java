package dev.earshot.session;

import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.CaptureSummary;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.Background;
import dev.earshot.session.settings.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The open sessions of the program, each with its own capture in the store. All methods block: not for the EDT. */
public final class Sessions {
    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    private final CaptureStore store;
    private final Settings settings;
    private final LayoutBook layouts;
    private final ClientNameBook names;
    private final Map<CaptureStore.StoredCapture, CaptureSummary> summaries = new ConcurrentHashMap<>();
    private final Set<Session> open = ConcurrentHashMap.newKeySet();

    /** Begins without sessions, and removes the settings of closed tabs. */
    public Sessions(CaptureStore store, Settings settings, LayoutBook layouts) {
        settings.forgetClosedTabs();
        this.store = store;
        this.settings = settings;
        this.layouts = layouts;
        names = new ClientNameBook(settings);
    }

    /** Begins a session with a new capture. */
    public Session begin(Settings tab) throws IOException {
        Session session = Session.begin(store, tab.get(Settings.FRAMING));
        session.replies().setBehaviour(ReplySettings.latest(tab));
        session.log().storage().setLimit((long) settings.get(Settings.CAPTURE_LIMIT) << 20);
        return added(session);
    }

    /** Opens an old capture for reading. */
    public Session open(CaptureStore.StoredCapture capture, Framing framing, TaskProgress opening) throws IOException {
        return added(Session.open(store, capture, framing, opening));
    }

    /** Returns the kept sessions, the latest first. Reads their captures, but each only once. */
    public List<KeptSession> kept() {
        List<KeptSession> found = new ArrayList<>();
        for (CaptureStore.StoredCapture capture : store.kept()) {
            try {
                CaptureSummary known = summaries.get(capture);
                CaptureSummary summary = known == null ? CaptureSummary.read(capture.files(), KnownNotes.ALL) : known;
                summaries.put(capture, summary);
                found.add(new KeptSession(capture, summary));
            } catch (IOException e) {
                log.info("{} is not listed: {}", capture.files().get(0), e.toString());
            }
        }
        return found;
    }

    private Session added(Session session) {
        session.clients().names().useBook(names);
        session.log().useLayouts(layouts);
        open.add(session);
        return session;
    }

    /** Closes a session and deletes the oldest captures of the store. */
    public void close(Session session) {
        session.close();
        open.remove(session);
        store.prune();
    }

    /** Closes all sessions at the same time, so that many take no longer than one. */
    public void closeAll() {
        List<Thread> closing = new ArrayList<>();
        for (Session session : open) {
            closing.add(Background.runToTheEnd("close", session::close));
        }
        try {
            for (Thread thread : closing) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
