package dev.earshot.ui;

import static org.awaitility.Awaitility.await;

import dev.earshot.codec.Problem;
import dev.earshot.codec.framing.Framing;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.HalfClose;
import dev.earshot.net.address.LocalAddresses;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.KeptSession;
import dev.earshot.session.LayoutBook;
import dev.earshot.session.Session;
import dev.earshot.session.Sessions;
import dev.earshot.session.Status;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.ui.log.LogTableColumn;
import dev.earshot.ui.parts.Theme;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.io.Closeable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.RootPaneContainer;
import javax.swing.text.JTextComponent;

/** A real window with a real session in a temporary folder of the test. */
public final class TestWindow implements Closeable {
    public final Session session;
    public final Sessions sessions;
    public final MainWindow window;
    private final Path folder;

    /** Takes the outcome of opening the capture that the window has requested. */
    Consumer<Optional<Problem>> openingEnded;

    /** Takes the session of the capture that the window has requested. */
    Consumer<Session> openingDone;

    /** Holds up the start of sessions until it is counted down. */
    volatile CountDownLatch mayBegin = new CountDownLatch(0);

    /** The first files of the captures that the window has requested. */
    final List<Path> toOpen = new ArrayList<>();

    private final CountDownLatch closed = new CountDownLatch(1);

    public TestWindow(Path folder) throws IOException {
        this.folder = folder;
        Settings settings = new Settings(folder.resolve("settings.properties"));
        settings.put(Settings.LANGUAGE, Settings.Language.EN);
        settings.put(Settings.LOOK, Settings.Look.LIGHT);
        settings.put(TcpServerKind.HALF_CLOSE, HalfClose.ofSeconds(1)); // a client that closes has left after it
        sessions = new Sessions(new CaptureStore(folder.resolve("sessions")), settings, new LayoutBook(folder));
        session = sessions.begin(settings.tab(settings.selectedTab()));
        Theme.install(settings);
        window = onEdt(() -> {
            MainWindow made = new MainWindow(session, settings, LocalAddresses::all, new TestProgram());
            made.setVisible(true);
            made.finish();
            return made;
        });
    }

    /** Starts sessions at once; the test decides how opening a capture ends. */
    private final class TestProgram implements Program {
        @Override
        public void begin(Settings tab, Consumer<Session> begun, Consumer<Problem> failed) {
            new Thread(() -> {
                        try {
                            await().until(() -> mayBegin.getCount() == 0);
                            Session made = sessions.begin(tab);
                            EventQueue.invokeLater(() -> begun.accept(made));
                        } catch (IOException e) {
                            Problem problem = new Problem("problem.create", -1, folder, e.toString());
                            EventQueue.invokeLater(() -> failed.accept(problem));
                        }
                    })
                    .start();
        }

        @Override
        public TaskProgress open(
                CaptureStore.StoredCapture capture,
                Framing framing,
                Consumer<Session> opened,
                Consumer<Optional<Problem>> ended) {
            toOpen.add(capture.files().get(0));
            openingDone = opened;
            openingEnded = ended;
            return new TaskProgress();
        }

        @Override
        public void keptSessions(Consumer<List<KeptSession>> found) {
            new Thread(() -> {
                        List<KeptSession> kept = sessions.kept();
                        EventQueue.invokeLater(() -> found.accept(kept));
                    })
                    .start();
        }

        @Override
        public Path captureFolder() {
            return folder.resolve("sessions");
        }

        @Override
        public void close(Session left) {
            new Thread(() -> sessions.close(left)).start();
        }

        @Override
        public void closed() {
            sessions.closeAll();
            closed.countDown();
        }
    }

    /** Listens on a free port and returns its number. */
    public int listen() {
        run(() -> {
            this.<JTextComponent>find("portField").setText("0");
            this.<JButton>find("listenButton").doClick();
            this.<JButton>find("agreeButton").doClick();
        });
        await().until(() -> session.status().state() == Status.State.OPEN);
        String address = session.status().address();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Connects a client, which the window shows then: by itself it looks for new ones a few times a second. */
    public Socket connect(int port) throws IOException {
        int version = session.clients().version();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        SocketAddress client = socket.getLocalSocketAddress();
        // By its address, because another client may be leaving. The version as well, which is counted last: without it
        // a refresh would not look for the client.
        await().until(() -> session.clients().version() != version
                && session.clients().present().stream()
                        .anyMatch(one -> one.peer().remote().equals(client)));
        run(() -> {
            if (window.workspace() != null) {
                window.workspace().refreshClients();
            }
        });
        return socket;
    }

    /** Returns the messages of the log from top to bottom. */
    public List<String> messages() {
        return onEdt(() -> messages(find("messageLog")));
    }

    public static List<String> messages(JTable log) {
        List<String> cells = new ArrayList<>();
        for (int row = 0; row < log.getRowCount(); row++) {
            cells.add(String.valueOf(log.getValueAt(row, LogTableColumn.MESSAGE.ordinal())));
        }
        return cells;
    }

    /** Returns the text that a box shows as its choice. */
    public String shown(String box) {
        return onEdt(() -> rendered(this.<JComboBox<Object>>find(box)));
    }

    public static String rendered(JComboBox<Object> box) {
        Component cell = box.getRenderer()
                .getListCellRendererComponent(
                        new javax.swing.JList<>(box.getModel()), box.getSelectedItem(), -1, false, false);
        return ((javax.swing.JLabel) cell).getText();
    }

    public <T extends Component> T find(String name) {
        T found = find(window, name);
        if (found == null) {
            throw new AssertionError("There is no component named " + name);
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    public static <T extends Component> T find(Container in, String name) {
        for (Component child : in.getComponents()) {
            if (name.equals(child.getName())) {
                return (T) child;
            }
            T deeper = child instanceof Container container ? find(container, name) : null;
            if (deeper != null) {
                return deeper;
            }
        }
        return null;
    }

    /**
     * Returns the text of the clipboard; empty if it has none. It is read on the EDT: while that is about to use the
     * clipboard for the first time, a reader on another thread and it would wait for each other for ever, in JDK 17.
     */
    public static String clipboard() {
        return onEdt(() -> {
            Clipboard clipboard = Toolkit.getDefaultToolkit().getSystemClipboard();
            return clipboard.isDataFlavorAvailable(DataFlavor.stringFlavor)
                    ? (String) clipboard.getData(DataFlavor.stringFlavor)
                    : "";
        });
    }

    public static void run(Runnable task) {
        onEdt(() -> {
            task.run();
            return null;
        });
    }

    public static <T> T onEdt(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        try {
            if (EventQueue.isDispatchThread()) {
                future.run();
            } else {
                EventQueue.invokeAndWait(future);
            }
            return future.get();
        } catch (InvocationTargetException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        run(window::quit);
        await().until(() -> closed.getCount() == 0);
        run(TestWindow::emptyClosedWindows);
    }

    /** Java keeps closed windows until memory is collected, and every change of the theme would restyle them all. */
    private static void emptyClosedWindows() {
        for (Window each : Window.getWindows()) {
            Window owner = each;
            while (owner.getOwner() != null) {
                owner = owner.getOwner();
            }
            boolean isClosed = owner instanceof JFrame && !owner.isDisplayable();
            if (isClosed && each instanceof RootPaneContainer closed) {
                closed.setContentPane(new JPanel());
                closed.getRootPane().setJMenuBar(null);
            }
        }
    }
}
