package dev.earshot.bench;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.address.LocalAddresses;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.KeptSession;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.ui.MainWindow;
import dev.earshot.ui.Program;
import java.awt.Component;
import java.awt.Container;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens Earshot's own window with one session, which stays its only one. On the EDT. */
final class EarshotWindow {
    private EarshotWindow() {}

    static MainWindow show(Session session, Settings settings) {
        MainWindow window = new MainWindow(session, settings, LocalAddresses::all, new Program() {
            @Override
            public void begin(Settings tab, Consumer<Session> begun, Consumer<Problem> failed) {
                throw new UnsupportedOperationException();
            }

            @Override
            public TaskProgress open(
                    CaptureStore.StoredCapture capture,
                    Framing framing,
                    Consumer<Session> opened,
                    Consumer<Optional<Problem>> ended) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void keptSessions(Consumer<List<KeptSession>> found) {}

            @Override
            public Path captureFolder() {
                return Path.of("");
            }

            @Override
            public void close(Session left) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void closed() {
                throw new UnsupportedOperationException();
            }
        });
        window.setVisible(true);
        return window;
    }

    /** Returns the component with this name, or null. */
    static Component find(Container in, String name) {
        for (Component component : in.getComponents()) {
            Component found = name.equals(component.getName())
                    ? component
                    : component instanceof Container container ? find(container, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
