package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.session.ClientNames;
import dev.earshot.session.EndpointKind;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.ui.connect.ConnectBar;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;

/** What is done with the tabs of the window: begins, shows, closes and remembers them. Confined to the EDT. */
public final class Tabs implements TabStrip.Listener, ConnectBar.Listener {
    private static final int REFRESH_MILLIS = 33;

    private final MainWindow.Program program;
    private final Settings settings;
    private final TabRecords records;
    private final SessionTab.Builder builder;
    private final Predicate<String> agrees;
    private final Runnable chosen;
    private final TabStrip strip;
    private final Refresh refresh = new Refresh(REFRESH_MILLIS, this::refresh);
    private final SessionStarter starter;
    private Words words;

    /**
     * The tabs that are remembered; {@link #begin} shows one of them.
     *
     * @param agrees asks the person a question about closing a tab
     * @param chosen is run when another tab is shown
     */
    Tabs(
            MainWindow.Program program,
            Settings settings,
            Words words,
            SessionTab.Builder builder,
            Predicate<String> agrees,
            Runnable chosen) {
        this.program = program;
        this.settings = settings;
        this.words = words;
        this.builder = builder;
        this.agrees = agrees;
        this.chosen = chosen;
        strip = new TabStrip(words, this);
        records = new TabRecords(settings);
        strip.fill(records.all());
        starter = new SessionStarter(
                program, builder, tab -> strip.indexOfComponent(tab) >= 0, this::ready, this::failed);
    }

    /** @param first the session of {@link Settings#selectedTab} */
    void begin(Session first) {
        int index = settings.get(Settings.TABS).indexOf(settings.selectedTab());
        SessionTab selected = strip.tabs().get(index);
        selected.begun(first);
        strip.begin(selected);
    }

    JComponent component() {
        return strip;
    }

    public SessionTab selected() {
        return strip.selected();
    }

    /** Whether there are tabs to be seen. */
    boolean several() {
        return strip.getTabCount() > 1;
    }

    List<SessionTab> all() {
        return strip.tabs();
    }

    /** Does it with everything that shows a session now. */
    void forEach(Consumer<Workspace> task) {
        strip.tabs().stream()
                .map(SessionTab::workspace)
                .filter(workspace -> workspace != null)
                .forEach(task);
    }

    /** @param step 1 for the tab to the right, -1 for the one to the left; round and round */
    public void next(int step) {
        strip.next(step);
    }

    /** Takes over what has changed in the tab that is seen. */
    private void refresh() {
        SessionTab tab = selected();
        if (tab.workspace() != null) {
            tab.workspace().refresh();
        }
        if (several()) {
            strip.show(tab);
        }
    }

    /** Takes over figures and states, those of hidden tabs as well; called a few times a second. */
    void refreshFigures() {
        for (SessionTab tab : strip.tabs()) {
            if (tab != selected()) {
                tab.refreshHidden();
            } else if (tab.workspace() != null) {
                tab.workspace().refreshClients();
            }
            if (several()) {
                strip.show(tab);
            }
        }
    }

    /** Begins to speak another language; hidden tabs do when they are shown. */
    void words(Words now) {
        words = now;
        strip.words(now);
        strip.tabs().forEach(SessionTab::outdate);
        strip.tabs().forEach(strip::show);
        show(selected());
    }

    /** The tab that is seen is shown anew, in the words of its kind. */
    @Override
    public void kindChosen() {
        SessionTab tab = selected();
        tab.outdate();
        show(tab);
        strip.show(tab);
        tab.workspace().connect().focusKind();
        records.save();
    }

    /** Listens in those tabs in which the person wants that, seen or not. */
    public void listenAtStart() {
        for (SessionTab tab : strip.tabs()) {
            if (tab.settings().get(Settings.LISTEN_AT_START)) {
                starter.listen(tab);
            }
        }
    }

    public void listenAtStart(SessionTab tab, boolean wanted) {
        tab.settings().put(Settings.LISTEN_AT_START, wanted);
        records.save();
    }

    @Override
    public void newTab() {
        newTab(Settings.KIND.fallback());
    }

    /** One of this kind; if it listens, on a port that no other tab has. */
    void newTab(EndpointKind kind) {
        open(new SessionTab(records.fresh(kind, strip.tabs())), strip.getTabCount());
    }

    @Override
    public void openClient(String host, String port) {
        open(new SessionTab(records.client(host, port)), strip.getTabCount());
    }

    /** Another tab with the same settings. Two cannot listen on one port, so it has the next one that no tab has. */
    void duplicate(SessionTab tab) {
        if (tab.isCapture()) {
            return;
        }
        SessionTab copy = new SessionTab(records.copy(tab, strip.tabs()));
        if (tab.session() != null) {
            // For all clients: those of the other session do not exist here.
            starter.replyLike(copy, tab.session().replies().behaviour().withOnlyPeers(Set.of()));
        }
        open(copy, strip.indexOfComponent(tab) + 1);
    }

    /** Shows an old capture, in the way in which the tab before it was looked at. */
    public void openCapture(Session session) {
        SessionTab tab = new SessionTab(records.capture(selected(), session.kind()));
        tab.begun(session);
        open(tab, strip.getTabCount());
    }

    private void open(SessionTab tab, int index) {
        strip.insert(tab, index);
        strip.setSelectedComponent(tab);
        if (tab.workspace() != null) {
            tab.focus(); // even if the strip had the keyboard
        }
        remember();
    }

    /** Closes it, after a question where something would be lost. The last one stays: it is the window. */
    @Override
    public void close(SessionTab tab) {
        String loss = tab.loss(words);
        if (!several() || !loss.isEmpty() && !agrees.test(loss)) {
            return;
        }
        tab.end();
        strip.removeTab(tab);
        tab.settings().forget();
        if (tab.session() != null) {
            program.close(tab.session());
        }
        focus(selected());
        remember();
    }

    @Override
    public void rename(SessionTab tab) {
        if (several()) {
            strip.rename(tab, name -> {
                tab.settings().put(Settings.NAME, ClientNames.cleaned(name));
                strip.show(tab);
                records.save();
            });
        }
    }

    @Override
    public void moved() {
        remember();
    }

    @Override
    public void menu(SessionTab tab, int x, int y) {
        JPopupMenu menu = new JPopupMenu();
        new TabMenu(menu, this, words, () -> tab);
        menu.show(strip, x, y);
    }

    @Override
    public void leaving(SessionTab tab) {
        tab.leave();
        if (tab.session() != null) {
            tab.session().onChange(() -> {});
        }
        if (tab.workspace() != null) {
            tab.workspace().hidden();
        }
    }

    @Override
    public void chosen(SessionTab tab) {
        records.chosen(tab);
        starter.start(tab);
    }

    private void ready(SessionTab tab) {
        if (tab == selected()) {
            show(tab);
        }
    }

    private void failed(SessionTab tab, Problem problem) {
        tab.failed(words.of(problem));
    }

    private void show(SessionTab tab) {
        if (tab.session() == null) {
            return;
        }
        Workspace workspace = tab.build(builder);
        tab.session().onChange(refresh::request);
        workspace.shown();
        strip.show(tab);
        strip.validate(); // now: when it shows another tab it gives the keyboard to the first part of that
        focus(tab);
        chosen.run();
    }

    /** Whoever goes from tab to tab with the keyboard stays in the strip. */
    private void focus(SessionTab tab) {
        if (tab.workspace() != null && !strip.isFocusOwner()) {
            tab.focus();
        }
    }

    private void remember() {
        records.remember(strip.tabs());
    }

    /** Ends everything but the sessions; what the tab that is seen remembers comes last, and counts. */
    void end() {
        strip.tabs().stream().filter(tab -> tab != selected()).forEach(SessionTab::end);
        selected().end();
    }
}
