package dev.earshot.ui;

import dev.earshot.codec.Problem;
import dev.earshot.net.Background;
import dev.earshot.send.Profile;
import dev.earshot.session.ClientNames;
import dev.earshot.session.Session;
import dev.earshot.session.settings.EndpointKind;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.connect.ConnectBar;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;

/** Opens, shows, closes and remembers the tabs of the window. Confined to the EDT. */
public final class Tabs implements TabStrip.Listener, ConnectBar.Listener {
    private static final int PAUSE_MILLIS = 33;

    private final Program program;
    private final Settings settings;
    private final TabRecords records;
    private final SessionTab.Builder builder;
    private final Predicate<String> confirms;
    private final Runnable chosen;
    private final TabStrip strip;
    private final Refresh refresh = new Refresh(PAUSE_MILLIS, () -> {}); // of the shown workspace, if there is one
    private final SessionStarter starter;
    private Words words;

    /**
     * Creates the tabs of the last run; {@link #begin} shows one of them.
     *
     * @param confirms asks the person a question about closing a tab
     * @param chosen is run when another tab is shown
     */
    Tabs(
            Program program,
            Settings settings,
            Words words,
            SessionTab.Builder builder,
            Predicate<String> confirms,
            Runnable chosen) {
        this.program = program;
        this.settings = settings;
        this.words = words;
        this.builder = builder;
        this.confirms = confirms;
        this.chosen = chosen;
        strip = new TabStrip(words, this);
        records = new TabRecords(settings);
        strip.fill(records.load());
        starter = new SessionStarter(
                program, builder, tab -> strip.indexOfComponent(tab) >= 0, this::ready, this::failed);
    }

    /**
     * Shows the selected tab.
     *
     * @param first the session of {@link Settings#selectedTab}
     */
    void begin(Session first) {
        int index = settings.get(Settings.TABS).indexOf(settings.selectedTab());
        SessionTab selected = strip.tabs().get(index);
        selected.setSession(first);
        strip.begin(selected);
    }

    JComponent component() {
        return strip;
    }

    public SessionTab selected() {
        return strip.selected();
    }

    /** Whether there is more than one tab. */
    boolean hasSeveral() {
        return strip.getTabCount() > 1;
    }

    List<SessionTab> all() {
        return strip.tabs();
    }

    void select(SessionTab tab) {
        strip.setSelectedComponent(tab);
    }

    /** Selects the tab to the right if {@code step} is 1, or to the left if it is -1, round and round. */
    public void next(int step) {
        strip.next(step);
    }

    /** Runs a task with the workspace of each tab that has one. */
    void forEach(Consumer<Workspace> task) {
        strip.tabs().stream()
                .map(SessionTab::workspace)
                .filter(Objects::nonNull)
                .forEach(task);
    }

    /** Updates figures and states, also those of hidden tabs; called a few times a second. */
    void refreshFigures() {
        for (SessionTab tab : strip.tabs()) {
            tab.refreshFigures(tab == selected());
            if (hasSeveral()) {
                strip.update(tab);
            }
        }
    }

    /** Changes the language; hidden tabs follow when they are shown. */
    void setWords(Words other) {
        words = other;
        strip.setWords(other);
        strip.tabs().forEach(SessionTab::outdate);
        strip.tabs().forEach(strip::update);
        show(selected());
    }

    /** Rebuilds the selected tab for its new kind of endpoint. */
    @Override
    public void kindChosen() {
        SessionTab tab = selected();
        tab.outdate();
        show(tab);
        strip.update(tab);
        tab.workspace().connect().focusKind();
    }

    /** Opens the endpoint of each tab that listens at the start, visible or not. */
    public void listenAtStart() {
        for (SessionTab tab : strip.tabs()) {
            if (tab.settings().get(Settings.LISTEN_AT_START)) {
                starter.openEndpoint(tab);
            }
        }
    }

    /** Sets whether a tab listens at the start of the program. */
    public void listenAtStart(SessionTab tab, boolean wanted) {
        tab.settings().put(Settings.LISTEN_AT_START, wanted);
    }

    @Override
    public void newTab() {
        newTab(Settings.KIND.fallback());
    }

    /** Opens a tab of this kind; if it listens, on a port that no other tab has. */
    void newTab(EndpointKind kind) {
        open(new SessionTab(records.fresh(kind, strip.tabs())), strip.getTabCount());
    }

    @Override
    public void openClient(String host, String port) {
        open(new SessionTab(records.client(host, port)), strip.getTabCount());
    }

    /** Opens a tab with the settings and replies of another one, but on the next port that no tab has. */
    void duplicate(SessionTab tab) {
        if (tab.isCapture()) {
            return;
        }
        SessionTab copy = new SessionTab(records.duplicate(tab, strip.tabs()));
        if (tab.session() != null) {
            // For all clients: those of the other session do not exist here.
            starter.replyLike(copy, tab.session().replies().behaviour().withOnlyPeers(Set.of()));
        }
        open(copy, strip.indexOfComponent(tab) + 1);
    }

    /** Opens a tab with this set-up. */
    void openProfile(Profile profile) {
        SessionTab tab = new SessionTab(records.profile(profile));
        starter.replyLike(tab, profile.behaviour());
        open(tab, strip.getTabCount());
    }

    /** Opens a tab for an old capture, with the view settings of the selected tab. */
    public void openCapture(Session session) {
        SessionTab tab = new SessionTab(records.capture(selected(), session.kind()));
        tab.setSession(session);
        open(tab, strip.getTabCount());
    }

    private void open(SessionTab tab, int index) {
        strip.insert(tab, index);
        strip.setSelectedComponent(tab);
        if (tab.workspace() != null) {
            tab.focus(); // even if the strip had the focus
        }
        records.save(strip.tabs());
    }

    /** Closes a tab, after a question if something would be lost. The last tab is not closed: it is the window. */
    @Override
    public void close(SessionTab tab) {
        String loss = tab.loss(words);
        if (!hasSeveral() || !loss.isEmpty() && !confirms.test(loss)) {
            return;
        }
        if (tab == selected()) {
            refresh.task(() -> {});
        }
        tab.end();
        strip.removeTab(tab);
        tab.settings().forget();
        if (tab.session() != null) {
            program.close(tab.session());
        }
        Background.runToTheEnd("settings", tab.settings()::deleteFiles);
        focus(selected());
        records.save(strip.tabs());
    }

    @Override
    public void rename(SessionTab tab) {
        if (hasSeveral()) {
            strip.rename(tab, name -> {
                tab.settings().put(Settings.NAME, ClientNames.cleaned(name));
                strip.update(tab);
            });
        }
    }

    @Override
    public void moved() {
        records.save(strip.tabs());
    }

    @Override
    public void openMenu(SessionTab tab, int x, int y) {
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
        refresh.task(() -> {}); // one that was requested may still come, before the next tab has a workspace
        if (tab.workspace() != null) {
            tab.workspace().leave();
        }
    }

    @Override
    public void chosen(SessionTab tab) {
        records.selected(tab);
        starter.start(tab);
    }

    private void ready(SessionTab tab) {
        if (tab == selected()) {
            show(tab);
        }
    }

    private void failed(SessionTab tab, Problem problem) {
        tab.showFailure(words.of(problem));
    }

    private void show(SessionTab tab) {
        if (tab.session() == null) {
            return;
        }
        Workspace workspace = tab.build(builder);
        refresh.task(workspace::refresh);
        tab.session().onChange(refresh::request);
        workspace.enter();
        strip.update(tab);
        strip.validate(); // now, for showing another tab gives the focus to its first component
        focus(tab);
        chosen.run();
    }

    /** Gives the focus to a tab, unless the strip has it: then the person walks along the tabs by keys. */
    private void focus(SessionTab tab) {
        if (tab.workspace() != null && !strip.isFocusOwner()) {
            tab.focus();
        }
    }

    /** Closes all workspaces, but no session. The selected tab comes last, so that its settings win. */
    void end() {
        strip.tabs().stream().filter(tab -> tab != selected()).forEach(SessionTab::end);
        selected().end();
    }
}
