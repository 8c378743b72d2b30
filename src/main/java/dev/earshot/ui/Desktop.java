package dev.earshot.ui;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.journal.Opening;
import dev.earshot.net.LocalAddresses;
import dev.earshot.session.FileProblem;
import dev.earshot.session.Folders;
import dev.earshot.session.KeptReplies;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Store;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The program with windows: opens the first one and others for old captures, and ends with the last. */
public final class Desktop implements MainWindow.Program {
    /** How far a further window opens from where the first one is, in pixels of an unscaled screen. */
    private static final int BESIDE = 28;

    private final Store store;
    private final Settings settings;
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private int windows; // confined to the EDT

    private Desktop(Store store, Settings settings) {
        this.store = store;
        this.settings = settings;
        // Logging out or SIGTERM end a session as it should end; only a kill leaves it to be offered at the next start.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "shutdown"));
    }

    /**
     * Opens the window and returns; the program ends when its last window is closed. Not on the EDT.
     *
     * @throws Problem if there is no place for captures
     */
    public static void open() throws Problem {
        Folders folders = new Folders();
        Path sessions = folders.state().resolve("sessions");
        Settings settings = new Settings(folders.config().resolve("settings.properties"));
        try {
            Desktop desktop = new Desktop(new Store(sessions), settings);
            Session session = desktop.begin();
            Theme.install(settings);
            EventQueue.invokeLater(() -> desktop.showFirst(session));
        } catch (IOException e) {
            throw FileProblem.of("problem.create", sessions, e);
        }
    }

    private Session begin() throws IOException {
        Session session = Session.begin(store, settings.get(Settings.FRAMING));
        session.behave(KeptReplies.latest(settings));
        session.keeping().cap((long) settings.get(Settings.CAPTURE_CAP) << 20);
        return session;
    }

    private void showFirst(Session session) {
        MainWindow window = show(session);
        inBackground("tidy", () -> {
            store.prune();
            store.abandoned().stream().findFirst().ifPresent(capture -> offer(window, capture));
        });
    }

    private MainWindow show(Session session) {
        sessions.add(session);
        MainWindow window = new MainWindow(session, settings, LocalAddresses::all, this);
        if (windows++ > 0) {
            // Beside the first, which nobody would find behind it.
            int beside = UIScale.scale(BESIDE);
            window.setLocation(window.getX() + beside, window.getY() + beside);
        }
        window.setVisible(true);
        return window;
    }

    private void offer(MainWindow window, Store.Kept capture) {
        long bytes = capture.bytes();
        EventQueue.invokeLater(() -> window.offerRecovery(
                bytes,
                () -> {
                    store.settle(capture);
                    window.openCapture(capture);
                },
                () -> store.settle(capture)));
    }

    @Override
    public Opening open(Store.Kept capture, Consumer<Optional<Problem>> ended) {
        Framing framing = settings.get(Settings.FRAMING);
        Opening opening = new Opening();
        inBackground("open", () -> {
            try {
                Session session = Session.open(store, capture, framing, opening);
                EventQueue.invokeLater(() -> {
                    ended.accept(Optional.empty());
                    show(session);
                });
            } catch (Opening.CancelledException e) {
                EventQueue.invokeLater(() -> ended.accept(Optional.empty()));
            } catch (IOException e) {
                Problem problem = FileProblem.of("problem.open", capture.files().get(0), e);
                EventQueue.invokeLater(() -> ended.accept(Optional.of(problem)));
            }
        });
        return opening;
    }

    @Override
    public void closed() {
        EventQueue.invokeLater(() -> {
            if (--windows == 0) {
                System.exit(0);
            }
        });
    }

    private void end() {
        settings.save();
        sessions.forEach(Session::close);
    }

    private static void inBackground(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
