package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.Background;
import dev.earshot.net.address.LocalAddresses;
import dev.earshot.send.Profile;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Folders;
import dev.earshot.session.InstanceNumber;
import dev.earshot.session.KeptSession;
import dev.earshot.session.LayoutBook;
import dev.earshot.session.Session;
import dev.earshot.session.Sessions;
import dev.earshot.session.settings.FileProblem;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.parts.AbandonedFonts;
import dev.earshot.ui.parts.FrameState;
import dev.earshot.ui.parts.Theme;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** The program with a window: starts and opens sessions in the background, and ends when the window closes. */
public final class Desktop implements Program {
    private final CaptureStore store;
    private final Settings settings;
    private final Sessions sessions;
    private final int others; // programs that run with the same settings

    private Desktop(CaptureStore store, Settings settings, LayoutBook layouts) {
        this.store = store;
        this.settings = settings;
        sessions = new Sessions(store, settings, layouts);
        others = InstanceNumber.take(settings) - 1;
        // Logging out and SIGTERM close sessions properly; only a kill leaves captures to recover at the next start.
        Background.runAtExit("shutdown", this::end);
    }

    /**
     * Opens the window and returns. The program ends when the window closes. Not on the EDT.
     *
     * @param profile the file of a profile whose tab is shown first
     * @param toOpen captures to be opened in tabs
     * @param painted runs on a thread of its own when the window is painted
     * @throws Problem if there is no place for captures, or the profile cannot be read
     */
    public static void open(Optional<String> profile, List<Path> toOpen, Runnable painted) throws Problem {
        Folders folders = new Folders();
        Path captures = folders.state().resolve("sessions");
        Settings settings = new Settings(folders.config().resolve("settings.properties"));
        LayoutBook layouts = new LayoutBook(folders.config());
        FutureTask<Begun> begun = new FutureTask<>(() -> begin(new CaptureStore(captures), settings, layouts, profile));
        Background.run("begin", begun);
        Theme.install(settings);
        Begun first = result(begun, captures);
        EventQueue.invokeLater(() -> first.desktop.show(first, toOpen, painted));
    }

    /** The program, its first session, and the profile with which it was started, if any. */
    private record Begun(Desktop desktop, Session session, Optional<Profile> profile) {}

    private static Begun begin(CaptureStore store, Settings settings, LayoutBook layouts, Optional<String> profile)
            throws IOException, Problem {
        Desktop desktop = new Desktop(store, settings, layouts);
        Optional<Profile> opened =
                profile.isEmpty() ? Optional.empty() : Optional.of(ProfileTab.prepare(settings, profile.get()));
        return new Begun(desktop, desktop.sessions.begin(settings.tab(settings.selectedTab())), opened);
    }

    private static Begun result(FutureTask<Begun> begun, Path captures) throws Problem {
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException why) {
                throw FileProblem.of("problem.create", captures, why);
            } else if (e.getCause() instanceof Problem problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void show(Begun first, List<Path> toOpen, Runnable painted) {
        MainWindow window = new MainWindow(first.session, settings, LocalAddresses::all, this);
        FrameState.shift(window, others);
        first.profile.ifPresent(one -> window.act(shown -> shown.sendTools().addQuickSends(one.quickSends())));
        window.setVisible(true);
        toOpen.forEach(file -> window.openCapture(new CaptureStore.StoredCapture(List.of(file))));
        window.afterPaint(() -> Background.run("tidy", () -> {
            painted.run();
            tidy(window);
        }));
    }

    private void tidy(MainWindow window) {
        store.prune();
        AbandonedFonts.delete();
        List<CaptureStore.StoredCapture> abandoned = new ArrayList<>(store.abandoned());
        Collections.reverse(abandoned); // oldest first
        if (!abandoned.isEmpty()) {
            offer(window, abandoned);
        }
    }

    private void offer(MainWindow window, List<CaptureStore.StoredCapture> captures) {
        long bytes =
                captures.stream().mapToLong(CaptureStore.StoredCapture::bytes).sum();
        EventQueue.invokeLater(() -> window.offerRecovery(
                captures.size(),
                bytes,
                () -> captures.forEach(capture -> {
                    store.settle(capture);
                    window.openCapture(capture);
                }),
                () -> captures.forEach(store::settle)));
    }

    @Override
    public void begin(Settings tab, Consumer<Session> begun, Consumer<Problem> failed) {
        Background.run("begin", () -> {
            try {
                Session session = sessions.begin(tab);
                EventQueue.invokeLater(() -> begun.accept(session));
            } catch (IOException e) {
                Problem problem = FileProblem.of("problem.create", store.folder(), e);
                EventQueue.invokeLater(() -> failed.accept(problem));
            }
        });
    }

    @Override
    public TaskProgress open(
            CaptureStore.StoredCapture capture,
            Framing framing,
            Consumer<Session> opened,
            Consumer<Optional<Problem>> ended) {
        TaskProgress opening = new TaskProgress();
        Background.run("open", () -> {
            Problem[] problem = new Problem[1];
            try {
                Session session = sessions.open(capture, framing, opening);
                EventQueue.invokeLater(() -> opened.accept(session));
            } catch (TaskProgress.CancelledException e) {
                return; // the person needs no report
            } catch (IOException e) {
                problem[0] = FileProblem.of("problem.open", capture.files().get(0), e);
            } finally {
                EventQueue.invokeLater(() -> ended.accept(Optional.ofNullable(problem[0]))); // or the next would wait
            }
        });
        return opening;
    }

    @Override
    public void keptSessions(Consumer<List<KeptSession>> found) {
        Background.run("recent", () -> {
            List<KeptSession> kept = sessions.kept();
            EventQueue.invokeLater(() -> found.accept(kept));
        });
    }

    @Override
    public Path captureFolder() {
        return store.folder();
    }

    @Override
    public void close(Session session) {
        Background.run("close", () -> sessions.close(session));
    }

    @Override
    public void closed() {
        System.exit(0);
    }

    private void end() {
        settings.save(); // a window that was closed has asked before; on SIGTERM a failure is in the diagnostics
        sessions.closeAll();
    }
}
