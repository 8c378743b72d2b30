package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.clients.ClientPaintWarmup;
import dev.earshot.ui.compare.Comparisons;
import dev.earshot.ui.log.PaintWarmup;
import dev.earshot.ui.parts.DeferredTasks;
import dev.earshot.ui.parts.FrameState;
import dev.earshot.ui.parts.GuideHost;
import dev.earshot.ui.plain.Question;
import dev.earshot.ui.send.QuickShelf;
import java.awt.BorderLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.Timer;

/** The main window: a title bar with the menus, and the {@link Tabs} below it. Made and used on the EDT. */
public final class MainWindow extends JFrame implements GuideHost {
    private static final int FIGURES_MILLIS = 250;

    private final Settings settings;
    private final Supplier<List<String>> addresses;
    private final Program program;
    private final transient DeferredTasks deferred = new DeferredTasks(this);
    private final JPanel content = new JPanel(new BorderLayout());
    private final Timer figures = new Timer(FIGURES_MILLIS, e -> refreshFigures());
    private final Tabs tabs;
    private final transient QuickShelf quickSends = new QuickShelf();
    private final transient Comparisons comparisons = new Comparisons();
    private boolean hasQuit;
    private final WindowBars bars = new WindowBars(said -> act(shown -> shown.say(said)));
    private final transient CaptureFiles captures;
    private final transient ProfileFiles profiles;
    private final transient ViewCommands view;
    private Words words;
    private final transient HelpCommands help = new HelpCommands(this, () -> words);
    private Menus menus;

    /**
     * Creates the window, which is not visible yet.
     *
     * @param first the session of the tab that is shown first, {@link Settings#selectedTab}
     * @param addresses finds the addresses of this computer; runs on a thread of its own, for it may take a while
     */
    public MainWindow(Session first, Settings settings, Supplier<List<String>> addresses, Program program) {
        super("Earshot");
        this.settings = settings;
        this.addresses = addresses;
        this.program = program;
        setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
        loadWords();
        view = new ViewCommands(this);
        captures = new CaptureFiles(this, program, () -> words, this::fail);
        profiles = new ProfileFiles(this, quickSends, () -> words, this::fail);
        settings.saveChanges();
        tabs = new Tabs(program, settings, words, this::build, this::confirmsClosing, this::tabChosen);
        menus = new Menus(this, words);
        tabs.begin(first);
        content.add(tabs.component());
        placeBars();
        setContentPane(content);
        setJMenuBar(menus.bar());
        deferred.add(menus::fill);
        FrameState.restore(this, settings);
        view.applyOnTop();
        deferred.add(view::applyIcons);
        deferred.add(() -> warmUp(first));
        addWindowListener(new WindowAdapter() {
            @Override
            public void windowOpened(WindowEvent e) {
                act(shown -> shown.connect().focusButton());
                tabs.listenAtStart();
            }

            @Override
            public void windowClosing(WindowEvent e) {
                askAndQuit();
            }
        });
        figures.start();
    }

    private void warmUp(Session first) {
        ClientPaintWarmup client = new ClientPaintWarmup(first, words);
        new PaintWarmup(getGraphicsConfiguration(), words, () -> first.clients().bytesIn() == 0, client::paint).start();
    }

    /** Runs a task on the EDT once the window is painted; at once if it is. */
    void afterPaint(Runnable task) {
        deferred.add(task);
    }

    /** Finishes the window, as the first key or click does. */
    public void finish() {
        deferred.runAll();
    }

    private void refreshFigures() {
        bars.refresh(words); // first, for the rest may be what fails
        FrameState.remember(this, settings);
        tabs.refreshFigures();
    }

    /** Offers, in a line above the log, to open the captures of sessions that ended unexpectedly. */
    public void offerRecovery(int sessions, long bytes, Runnable open, Runnable dismiss) {
        bars.offerRecovery(words, sessions, bytes, open, dismiss);
    }

    public Tabs tabs() {
        return tabs;
    }

    /** Returns the workspace of the selected tab; null as long as its session has not started. */
    public Workspace workspace() {
        return tabs.selected().workspace();
    }

    /** Runs a command with the workspace of the selected tab, if there is one. */
    void act(Consumer<Workspace> command) {
        Workspace shown = workspace();
        if (shown != null) {
            command.accept(shown);
        }
    }

    ViewCommands view() {
        return view;
    }

    public Settings settings() {
        return settings;
    }

    /** Returns the commands that open and save profiles. */
    ProfileFiles profiles() {
        return profiles;
    }

    /** Returns the commands that open and save captures. */
    CaptureFiles captures() {
        return captures;
    }

    /** Opens a capture in a tab; the status bar shows the progress. */
    void openCapture(CaptureStore.StoredCapture capture) {
        captures.open(capture);
    }

    /** Shows why something failed, in a line above the log, until the person dismisses it. */
    void fail(Problem problem) {
        bars.fail(problem, words);
    }

    /** Limits present and future captures to this size in MiB, or with 0 to a size that suits the disk. */
    void limitCaptures(int mebibytes) {
        settings.put(Settings.CAPTURE_LIMIT, mebibytes);
        for (SessionTab tab : tabs.all()) {
            if (tab.session() != null) {
                tab.session().log().storage().setLimit((long) mebibytes << 20);
            }
        }
    }

    /** Shows everything in another language. */
    public void language(Settings.Language language) {
        settings.put(Settings.LANGUAGE, language);
        loadWords();
        tabs.setWords(words);
        menus = new Menus(this, words);
        setJMenuBar(menus.bar());
        menus.fill();
        help.translate();
        Comparisons.translate(this, settings, words);
        revalidate();
        repaint();
    }

    /** Returns the commands of the Help menu. */
    HelpCommands help() {
        return help;
    }

    @Override
    public void openGuide(String page) {
        help.openGuide(page);
    }

    /** Quits, after a question if something would be lost. */
    void askAndQuit() {
        String loss = CloseQuestion.ofWindow(tabs.all(), words);
        String quit = words.of("ui.menu.quit");
        if (loss.isEmpty() || new Question(this, quit, loss).confirmRisk(quit, words.of("ui.tab.close.keep"))) {
            quit();
        }
    }

    /** Saves the state of the window, closes it and ends the program, unless that has begun. */
    void quit() {
        if (hasQuit) {
            return;
        }
        hasQuit = true;
        figures.stop();
        FrameState.remember(this, settings);
        tabs.end();
        dispose();
        Background.runToTheEnd("close", () -> {
            new FinalSave(settings, words).run();
            program.closed();
        });
    }

    private void loadWords() {
        Locale locale = settings.get(Settings.LANGUAGE).locale();
        words = new Words(locale);
        // For the words of Swing's own dialogs: file chooser, OK and Cancel.
        JComponent.setDefaultLocale(locale);
    }

    private Workspace build(Session session, Settings tab) {
        Words kindWords = words.forKind(tab.get(Settings.KIND));
        ReplayLauncher replays = new ReplayLauncher(tabs, () -> words);
        Workspace workspace = new Workspace(
                session, tab, kindWords, addresses, quickSends, captures::opening, tabs, replays, comparisons);
        view.applyTo(workspace, kindWords);
        return workspace;
    }

    private void tabChosen() {
        SessionTab tab = tabs.selected();
        String title = words.of("ui.title");
        setTitle(tab.isCapture() ? title + " - " + tab.session().log().capture().getFileName() : title);
        menus.tabChosen();
        placeBars();
    }

    /** Places the bars in the selected tab above its log, or above all tabs while it shows none. */
    private void placeBars() {
        if (workspace() == null) {
            content.add(bars, BorderLayout.NORTH);
        } else {
            workspace().showNotices(bars);
        }
    }

    private boolean confirmsClosing(String question) {
        String close = words.of("ui.tab.close");
        return new Question(this, close, question).confirmRisk(close, words.of("ui.tab.close.keep"));
    }
}
