package dev.earshot.ui;

import com.formdev.flatlaf.extras.FlatSVGIcon;
import dev.earshot.codec.Framing;
import dev.earshot.codec.Problem;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.Background;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.log.PaintWarmup;
import dev.earshot.ui.parts.FrameState;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.PlainFileChooser;
import dev.earshot.ui.parts.Question;
import dev.earshot.ui.parts.SystemTheme;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.send.QuickShelf;
import java.awt.BorderLayout;
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
import javax.swing.JPanel;
import javax.swing.Timer;
import javax.swing.filechooser.FileNameExtensionFilter;

/** The window: a title bar with the menus, and its {@link Tabs} below it. Made and used on the EDT. */
public final class MainWindow extends JFrame {

    /** What the window asks of the program around it. All of it returns at once. */
    public interface Program {

        /** Begins a session with these settings; what came of it is told on the EDT. */
        void begin(Settings tab, Consumer<Session> begun, Consumer<Problem> failed);

        /**
         * Reads this capture, cut in this way. Once it is read or given up, {@code ended} is told on the EDT why it
         * cannot be shown, if so; else {@code opened} is told before.
         */
        TaskProgress open(
                CaptureStore.StoredCapture capture,
                Framing framing,
                Consumer<Session> opened,
                Consumer<Optional<Problem>> ended);

        /** Closes a session that nobody sees any more. */
        void close(Session session);

        /** The window is gone: all sessions are to be closed. */
        void closed();
    }

    private static final int FIGURES_MILLIS = 250;

    private final Settings settings;
    private final Supplier<List<String>> addresses;
    private final Program program;
    private final JPanel content = new JPanel(new BorderLayout());
    private final Timer figures = new Timer(FIGURES_MILLIS, e -> tabs().refreshFigures());
    private final Tabs tabs;
    private final transient QuickShelf quickSends = new QuickShelf();
    private Words words;
    private Menus menus;
    private transient TaskProgress opening;

    /**
     * @param first the session of the tab that is shown first, {@link Settings#selectedTab}
     * @param addresses those of this computer; may take a while and is asked on a thread of its own
     */
    public MainWindow(Session first, Settings settings, Supplier<List<String>> addresses, Program program) {
        super("Earshot");
        this.settings = settings;
        this.addresses = addresses;
        this.program = program;
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        setIconImages(icons());
        speak();
        tabs = new Tabs(program, settings, words, this::build, this::agreesToClose, this::tabChosen);
        menus = new Menus(this, words);
        tabs.begin(first);
        content.add(tabs.component());
        setContentPane(content);
        setJMenuBar(menus.bar());
        FrameState.restore(this, settings);
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent e) {
                act(shown -> shown.connect().focusButton());
                new PaintWarmup(
                                getGraphicsConfiguration(),
                                words,
                                () -> first.clients().bytesIn() == 0)
                        .start();
                tabs.listenAtStart();
            }

            @Override
            public void windowClosing(WindowEvent e) {
                quit();
            }
        });
        figures.start();
    }

    /** Offers, in one quiet line, what so many sessions that ended unexpectedly have left. */
    public void offerRecovery(int sessions, long bytes, Runnable open, Runnable dismiss) {
        content.add(new RecoveryBar(words, sessions, bytes, open, dismiss), BorderLayout.NORTH);
        content.revalidate();
    }

    public Tabs tabs() {
        return tabs;
    }

    /** What is seen of the chosen tab; null in the moment before its session has begun. */
    public Workspace workspace() {
        return tabs.selected().workspace();
    }

    /** Does it with what is seen, if there is something. */
    void act(Consumer<Workspace> command) {
        Workspace shown = workspace();
        if (shown != null) {
            command.accept(shown);
        }
    }

    public Settings settings() {
        return settings;
    }

    void openCapture() {
        PlainFileChooser chooser = chooser("ui.menu.open");
        if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
            openCapture(new CaptureStore.StoredCapture(
                    List.of(chooser.getSelectedFile().toPath())));
        }
    }

    /** Opens it in a tab; the status bar says how far that is. */
    void openCapture(CaptureStore.StoredCapture capture) {
        Framing framing = tabs.selected().settings().get(Settings.FRAMING);
        TaskProgress[] begun = new TaskProgress[1];
        begun[0] = program.open(capture, framing, tabs::openCapture, problem -> {
            opening = opening == begun[0] ? null : opening;
            act(Workspace::refreshClients);
            problem.ifPresent(why -> act(shown -> shown.say(words.of(why))));
        });
        opening = begun[0];
        act(Workspace::refreshClients);
    }

    void saveCapture() {
        Workspace asked = workspace();
        Session session = tabs.selected().session();
        if (asked == null) {
            return;
        }
        PlainFileChooser chooser = chooser("ui.menu.save");
        chooser.setSelectedFile(new File("session.pcapng"));
        if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
            Path target = chooser.getSelectedFile().toPath();
            if (!Files.exists(target) || agrees(words.of("ui.save.replace", target.getFileName()))) {
                session.log().exports().saveCapture(target, problem -> {
                    String said = problem.map(words::of).orElseGet(() -> words.of("ui.saved", target.getFileName()));
                    EventQueue.invokeLater(() -> asked.say(said));
                });
            }
        }
    }

    /** Limits captures to so many MiB, or with 0 to what suits the disk: those of all tabs, and those to come. */
    void cap(int mebibytes) {
        settings.put(Settings.CAPTURE_CAP, mebibytes);
        for (SessionTab tab : tabs.all()) {
            if (tab.session() != null) {
                tab.session().log().storage().setLimit((long) mebibytes << 20);
            }
        }
    }

    void turnDetail() {
        showDetail(!settings.get(Settings.DETAIL));
    }

    private void showDetail(boolean wanted) {
        settings.put(Settings.DETAIL, wanted);
        tabs.forEach(shown -> shown.log().showDetail(wanted));
    }

    void look(Settings.Look look) {
        settings.put(Settings.LOOK, look);
        Background.run("theme", () -> {
            boolean dark = SystemTheme.isDark();
            EventQueue.invokeLater(() -> Theme.change(look, dark));
        });
    }

    public void language(Settings.Language language) {
        settings.put(Settings.LANGUAGE, language);
        speak();
        tabs.words(words);
        menus = new Menus(this, words);
        setJMenuBar(menus.bar());
        revalidate();
        repaint();
    }

    void about() {
        String version = MainWindow.class.getPackage().getImplementationVersion();
        String text = words.of("ui.about", version == null ? "" : version, System.getProperty("java.version"));
        new Question(this, words.of("ui.menu.about"), text).show();
    }

    void quit() {
        figures.stop();
        FrameState.remember(this, settings);
        tabs.end();
        dispose();
        Background.runToTheEnd("close", () -> {
            settings.save();
            program.closed();
        });
    }

    private void speak() {
        Locale locale = switch (settings.get(Settings.LANGUAGE)) {
            case SYSTEM -> Locale.getDefault();
            case EN -> Locale.ENGLISH;
            case ZH -> Locale.SIMPLIFIED_CHINESE;
        };
        words = new Words(locale);
        // The words of Swing's own dialogs: choosing a file, OK and Cancel.
        JComponent.setDefaultLocale(locale);
    }

    private Workspace build(Session session, Settings tab) {
        Words spoken = words.forKind(tab.get(Settings.KIND));
        return new Workspace(session, tab, spoken, addresses, quickSends, () -> opening, tabs());
    }

    private void tabChosen() {
        SessionTab tab = tabs.selected();
        String title = words.of("ui.title");
        setTitle(tab.isCapture() ? title + " - " + tab.session().log().capture().getFileName() : title);
        menus.tabChosen();
    }

    private PlainFileChooser chooser(String titleKey) {
        PlainFileChooser chooser = new PlainFileChooser();
        chooser.setDialogTitle(words.of(titleKey));
        chooser.setFileFilter(new FileNameExtensionFilter(words.of("ui.file.captures"), "pcapng"));
        return chooser;
    }

    private boolean agrees(String question) {
        return new Question(this, words.of("ui.menu.save"), question).confirm();
    }

    private boolean agreesToClose(String question) {
        String close = words.of("ui.tab.close");
        return new Question(this, close, question).confirmRisk(close, words.of("ui.tab.close.keep"));
    }

    private static List<Image> icons() {
        return IntStream.of(16, 24, 32, 48, 64)
                .mapToObj(size -> Icons.svg("app", size, Token.SENT))
                .map(FlatSVGIcon::getImage)
                .toList();
    }
}
