package dev.earshot.ui;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import dev.earshot.codec.Problem;
import dev.earshot.journal.Opening;
import dev.earshot.session.NameBook;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Store;
import dev.earshot.session.Words;
import java.awt.EventQueue;
import java.awt.Image;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.Timer;
import javax.swing.filechooser.FileNameExtensionFilter;

/** The window: a title bar with the menus, and a {@link Workspace} below it. Made and used on the EDT. */
public final class MainWindow extends JFrame {

    /** What the window asks of the program around it. */
    public interface Program {

        /**
         * Shows this capture in a window of its own. Returns at once; once it is read or given up, {@code ended} is told
         * on the EDT why it cannot be shown, if so.
         */
        Opening open(Store.Kept capture, Consumer<Optional<Problem>> ended);

        /** The window is gone, and the session is closed. Not on the EDT. */
        void closed();
    }

    private static final int REFRESH_MILLIS = 33;
    private static final int FIGURES_MILLIS = 250;

    private final Session session;
    private final Settings settings;
    private final Supplier<List<String>> addresses;
    private final Program program;
    private final Timer figures = new Timer(FIGURES_MILLIS, e -> workspace().refreshClients());
    private Words words;
    private Workspace workspace;
    private transient Opening opening;

    /** @param addresses those of this computer; may take a while and is asked on a thread of its own */
    public MainWindow(Session session, Settings settings, Supplier<List<String>> addresses, Program program) {
        super("Earshot");
        this.session = session;
        this.settings = settings;
        session.names().keepIn(new NameBook(settings));
        this.addresses = addresses;
        this.program = program;
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        setIconImages(icons());
        build();
        FrameState.restore(this, settings);
        Refresh refresh = new Refresh(REFRESH_MILLIS, () -> workspace().refresh());
        session.whenChanged(refresh::request);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent e) {
                workspace.focusFirst();
                new Rehearsal(getGraphicsConfiguration(), words, () -> session.bytesIn() == 0).start();
            }

            @Override
            public void windowClosing(WindowEvent e) {
                quit();
            }
        });
        figures.start();
    }

    /** Offers, in one quiet line, what a session that ended unexpectedly has left. */
    public void offerRecovery(long bytes, Runnable open, Runnable dismiss) {
        workspace.offerRecovery(bytes, open, dismiss);
    }

    /** Says what went wrong, in the status bar. */
    void say(Problem problem) {
        workspace.say(words.of(problem));
    }

    Workspace workspace() {
        return workspace;
    }

    Settings settings() {
        return settings;
    }

    void openCapture() {
        JFileChooser chooser = chooser("ui.menu.open");
        if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
            openCapture(new Store.Kept(List.of(chooser.getSelectedFile().toPath())));
        }
    }

    /** Opens it; the status bar says how far that is. */
    void openCapture(Store.Kept capture) {
        Opening[] begun = new Opening[1];
        begun[0] = program.open(capture, problem -> {
            opening = opening == begun[0] ? null : opening;
            problem.ifPresent(this::say);
            workspace.refreshClients();
        });
        opening = begun[0];
        workspace.refreshClients();
    }

    /** The capture that is being opened from here, the last one if there are several; or null. */
    Opening opening() {
        return opening;
    }

    void saveCapture() {
        JFileChooser chooser = chooser("ui.menu.save");
        chooser.setSelectedFile(new File("session.pcapng"));
        if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
            Path target = chooser.getSelectedFile().toPath();
            if (!Files.exists(target) || agrees(words.of("ui.save.replace", target.getFileName()))) {
                session.saveAs(target, problem -> EventQueue.invokeLater(() -> saved(target, problem)));
            }
        }
    }

    /** Limits the capture to so many MiB, or with 0 to what suits the disk: this one, and those to come. */
    void cap(int mebibytes) {
        settings.put(Settings.CAPTURE_CAP, mebibytes);
        session.keeping().cap((long) mebibytes << 20);
    }

    void look(Settings.Look look) {
        settings.put(Settings.LOOK, look);
        Thread thread = new Thread(
                () -> {
                    boolean dark = SystemTheme.dark();
                    EventQueue.invokeLater(() -> Theme.change(look, dark));
                },
                "theme");
        thread.setDaemon(true);
        thread.start();
    }

    void language(Settings.Language language) {
        settings.put(Settings.LANGUAGE, language);
        Workspace before = workspace;
        before.close();
        build();
        workspace.goOn(before);
        revalidate();
        repaint();
    }

    void about() {
        String version = MainWindow.class.getPackage().getImplementationVersion();
        String text = words.of("ui.about", version == null ? "" : version, System.getProperty("java.version"));
        JOptionPane.showMessageDialog(this, plain(text), words.of("ui.menu.about"), JOptionPane.PLAIN_MESSAGE);
    }

    void quit() {
        figures.stop();
        FrameState.remember(this, settings);
        session.whenChanged(() -> {});
        workspace.close();
        dispose();
        Thread thread = new Thread(
                () -> {
                    settings.save();
                    session.close();
                    program.closed();
                },
                "close");
        thread.start();
    }

    private void build() {
        Locale locale = switch (settings.get(Settings.LANGUAGE)) {
            case SYSTEM -> Locale.getDefault();
            case EN -> Locale.ENGLISH;
            case ZH -> Locale.SIMPLIFIED_CHINESE;
        };
        words = new Words(locale);
        // The words of Swing's own dialogs: choosing a file, OK and Cancel.
        JComponent.setDefaultLocale(locale);
        String title = words.of("ui.title");
        setTitle(session.writable() ? title : title + " - " + session.capture().getFileName());
        workspace = new Workspace(session, settings, words, addresses, this::opening);
        setContentPane(workspace);
        setJMenuBar(new Menus(this, words).bar());
    }

    private void saved(Path target, Problem problem) {
        workspace.say(problem == null ? words.of("ui.saved", target.getFileName()) : words.of(problem));
    }

    private JFileChooser chooser(String titleKey) {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(words.of(titleKey));
        chooser.setFileFilter(new FileNameExtensionFilter(words.of("ui.file.captures"), "pcapng"));
        return chooser;
    }

    private boolean agrees(String question) {
        String title = words.of("ui.menu.save");
        int answer = JOptionPane.showConfirmDialog(this, plain(question), title, JOptionPane.OK_CANCEL_OPTION);
        return answer == JOptionPane.OK_OPTION;
    }

    private static JLabel plain(String text) {
        JLabel label = new JLabel();
        label.putClientProperty("html.disable", true);
        label.setText(text);
        return label;
    }

    private static List<Image> icons() {
        return IntStream.of(16, 24, 32, 48, 64)
                .mapToObj(size -> Icons.svg("app", size, Token.SENT))
                .map(FlatSVGIcon::getImage)
                .toList();
    }
}
