package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.TaskProgress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.KeptSession;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts, opens and closes sessions for the window. All methods return at once. */
public interface Program {

    /** Starts a session with these settings, and reports it, or the problem, on the EDT. */
    void begin(Settings tab, Consumer<Session> begun, Consumer<Problem> failed);

    /**
     * Opens a capture with this framing and returns the progress. On the EDT, {@code opened} takes the session, and
     * then {@code ended} takes the problem, if there was one.
     */
    TaskProgress open(
            CaptureStore.StoredCapture capture,
            Framing framing,
            Consumer<Session> opened,
            Consumer<Optional<Problem>> ended);

    /** Finds the sessions that are kept, and gives them, the latest first, on the EDT. */
    void keptSessions(Consumer<List<KeptSession>> found);

    /** Returns the folder in which sessions are kept. */
    Path captureFolder();

    /** Closes a session whose tab is gone. */
    void close(Session session);

    /** Closes all sessions and ends the program, for the window is closed. */
    void closed();
}
