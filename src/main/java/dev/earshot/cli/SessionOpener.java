package dev.earshot.cli;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.storage.CaptureState;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Folders;
import dev.earshot.session.LayoutBook;
import dev.earshot.session.Session;
import dev.earshot.session.settings.ByteSize;
import dev.earshot.session.settings.FileProblem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Begins and opens sessions, and turns errors of the file system into sentences. */
final class SessionOpener {
    private SessionOpener() {}

    /**
     * Begins a new session.
     *
     * @param file of its capture; null puts it among the last sessions that are kept
     * @param cap largest size in bytes; 0 chooses one that suits the disk
     */
    static Session begin(Folders folders, String file, long cap, Framing framing) throws CommandFailure, Problem {
        CaptureStore store = store(folders);
        store.prune();
        Path capture = file == null ? store.folder() : path(file);
        try {
            Session session = file == null ? Session.begin(store, framing) : Session.begin(store, capture, framing);
            session.log().storage().setLimit(cap);
            return withLayouts(session, folders);
        } catch (FileAlreadyExistsException e) {
            throw FileProblem.of("problem.create", Path.of(e.getFile()), e); // which may be a later one of that name
        } catch (IOException e) {
            throw FileProblem.of("problem.create", capture, e);
        }
    }

    /** Opens a saved session, and says if its capture is damaged. */
    static Session open(HostProcess host, String file, Framing framing) throws CommandFailure, Problem {
        Folders folders = host.folders();
        Path capture = path(file);
        try {
            Session session = withLayouts(Session.open(store(folders), capture, framing), folders);
            CaptureState state = session.log().storage().state();
            if (state.kind() == CaptureState.Kind.DAMAGED) {
                String bytes = ByteSize.text(state.notKept());
                host.say(LensOptions.ENGLISH.of("ui.capture.damaged", state.why(), bytes));
            }
            return session;
        } catch (IOException e) {
            throw FileProblem.of("problem.open", capture, e);
        }
    }

    private static Session withLayouts(Session session, Folders folders) {
        session.log().useLayouts(new LayoutBook(folders.config()));
        return session;
    }

    private static CaptureStore store(Folders folders) throws CommandFailure {
        Path folder = folders.state().resolve("sessions");
        try {
            return new CaptureStore(folder);
        } catch (IOException e) {
            throw new CommandFailure("The folder for captures, " + folder + ", cannot be made: " + reason(e) + ".");
        }
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        } else if (e instanceof FileAlreadyExistsException) {
            return "a file is in the way";
        }
        String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return reason == null ? e.toString() : reason;
    }

    static Path path(String given) throws CommandFailure {
        try {
            return Path.of(given);
        } catch (InvalidPathException e) {
            throw new CommandFailure("'" + e.getInput() + "' is not a file name: " + e.getReason() + ".");
        }
    }
}
