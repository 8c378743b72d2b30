package dev.earshot.ui;

import dev.earshot.journal.TaskProgress;
import dev.earshot.reply.Behaviour;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.words.Words;
import dev.earshot.ui.clients.ClientList;
import dev.earshot.ui.clients.ClientSidebar;
import dev.earshot.ui.compare.Comparisons;
import dev.earshot.ui.connect.ConnectBar;
import dev.earshot.ui.framing.FramingSource;
import dev.earshot.ui.log.EmptyRowsReason;
import dev.earshot.ui.log.FilterBar;
import dev.earshot.ui.log.LogArea;
import dev.earshot.ui.log.LogBar;
import dev.earshot.ui.log.SpanBar;
import dev.earshot.ui.reply.ReplyBar;
import dev.earshot.ui.send.QuickShelf;
import dev.earshot.ui.send.ReplayForm;
import dev.earshot.ui.send.ReplayTargets;
import dev.earshot.ui.send.SendBar;
import dev.earshot.ui.send.SendTools;
import java.awt.BorderLayout;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.JPanel;

/** Shows one session in one language: places the parts of a tab and connects them. */
public final class Workspace extends JPanel implements LogArea.Listener, FilterBar.Listener {
    private final transient Session session;
    private final transient Settings settings;
    private final transient Words words;
    private final ConnectBar connectBar;
    private final ClientList clientList;
    private final ClientSidebar clientSide;
    private final LogColumn column;
    private final LogArea logArea;
    private final FilterBar filterBar;
    private final transient LogCommands logCommands;
    private final LogBar logBar;
    private final ReplyBar replyBar;
    private final SendBar sendBar;
    private final StatusBar statusBar;
    private final transient PaneSwitcher panes;
    private final transient ListedClients listed;
    private final SpanBar spanBar;
    private final transient RunningTasks tasks;
    private final transient ClientsRefresh clientsRefresh;
    private final transient TabWindows windows;
    private transient Supplier<String> title = () -> "";

    /**
     * Creates the parts and connects them.
     *
     * @param addresses finds the addresses of this computer; runs on a thread of its own, for it may take a while
     * @param quickSends the quick sends of all tabs
     * @param opening returns the progress of a capture that is being opened, or null
     * @param others the tabs of the window
     * @param replays the receivers of replays
     * @param comparisons those of all tabs
     */
    Workspace(
            Session session,
            Settings settings,
            Words words,
            Supplier<List<String>> addresses,
            QuickShelf quickSends,
            Supplier<TaskProgress> opening,
            ConnectBar.Listener others,
            ReplayTargets replays,
            Comparisons comparisons) {
        super(new BorderLayout());
        this.session = session;
        this.settings = settings;
        this.words = words;
        clientsRefresh = new ClientsRefresh(session, this::showClients);
        listed = new ListedClients(session.clients());
        statusBar = new StatusBar(session, words, this::cancelTask);
        sendBar = new SendBar(session, settings, words, quickSends);
        logArea = new LogArea(session, settings, words, this);
        tasks = new RunningTasks(session, logArea::copying, opening);
        filterBar = new FilterBar(session, words, this, logArea::selectedRow);
        logArea.explainEmptyRows(new EmptyRowsReason(session, words, filterBar, logArea));
        spanBar = new SpanBar(session, words, () -> filterBar.span(null));
        FramingSource framings = new FramingSource(session, settings, logArea::selectedRow);
        logCommands = new LogCommands(logArea, filterBar, statusBar, words);
        logBar = new LogBar(session, settings, words, logCommands, filterBar, framings);
        connectBar = new ConnectBar(session, settings, words, addresses, others, this::showEmptyState);
        clientList = new ClientList(
                session,
                settings,
                words,
                new ClientCommands(
                        filterBar,
                        sendBar,
                        this::closeClients,
                        this::filtered,
                        statusBar::complain,
                        peer -> new ReplayForm(words, settings, session, peer, replays)));
        replyBar = new ReplyBar(session, settings, words, clientList::chosen, framings);
        windows = new TabWindows(session, settings, words, logArea, this, () -> title.get(), statusBar::say);
        RowComparison comparison = new RowComparison(session, settings, words, comparisons);
        RowCommands commands = new RowCommands(
                session, filterBar, sendBar, replyBar, comparison, words, statusBar::say, windows::plots);
        logArea.actions(commands);
        windows.actions(commands);
        column = new LogColumn(logBar, spanBar, logArea, replyBar, sendBar, new CaptureBar(words));
        boolean sends = settings.get(Settings.KIND).canSend();
        if (!sends) {
            column.hideOutput();
        }
        clientSide = new ClientSidebar(settings, words, clientList, column, logBar);
        add(connectBar, BorderLayout.NORTH);
        add(clientSide);
        add(statusBar, BorderLayout.SOUTH);
        panes = PaneSwitcher.of(column, clientList, connectBar, sends);
        refresh();
        refreshClients();
    }

    /** Takes over the receivers, the typed text and the open editors of the workspace that this one replaces. */
    void takeOver(Workspace before) {
        filterBar.takeOver(before.filterBar);
        logArea.takeOver(before.logArea);
        sendBar.goOn(before.sendBar);
        replyBar.takeOver(before.replyBar);
        windows.takeOver(before.windows);
    }

    /** Shows the bars of the window above the log. */
    void showNotices(JPanel windowBars) {
        column.showNotices(windowBars);
    }

    /** Sets the function that returns the title of the tab, for windows that belong to it. */
    void tabTitle(Function<Words, String> source) {
        title = () -> source.apply(words);
        replyBar.tabTitle(title);
        sendBar.tools().tabTitle(title);
    }

    /** Returns the windows of the tab. */
    public TabWindows windows() {
        return windows;
    }

    /** Shows what has changed; called as often as {@link Refresh} allows. */
    public void refresh() {
        logArea.refresh();
        logBar.refresh();
        connectBar.refresh();
        showEmptyState();
        clientsRefresh.afterRows();
    }

    /** Shows the clients and the figures; called a few times a second, even if nothing has changed. */
    public void refreshClients() {
        clientsRefresh.now();
    }

    private void showClients() {
        List<Client> clients = listed.all();
        boolean second = session.traffic().measure(System.nanoTime());
        clientList.refresh(clients, second);
        clientSide.showCount(session.clients().presentCount());
        clientSide.keepWidth();
        replyBar.refresh();
        sendBar.refresh(clients);
        statusBar.refresh(logArea.model(), second, tasks.current());
        column.showCapture(session.log().storage().state());
        connectBar.refresh(); // for the time until the next attempt to connect
    }

    /** Shows what has changed while the tab was hidden, and applies the width chosen in another tab. */
    void enter() {
        clientSide.adoptWidth();
        refresh();
        refreshClients();
    }

    /** Saves the width of the client list, for the tab is about to be hidden. */
    void leave() {
        clientsRefresh.stop();
        clientSide.keepWidth();
    }

    /** Replies like this from now on. */
    void setBehaviour(Behaviour behaviour) {
        replyBar.setBehaviour(behaviour);
    }

    ConnectBar connect() {
        return connectBar;
    }

    LogArea log() {
        return logArea;
    }

    public LogCommands logCommands() {
        return logCommands;
    }

    public SendTools sendTools() {
        return sendBar.tools();
    }

    /**
     * Gives the focus to another pane.
     *
     * @param step 1 for the next pane, -1 for the one before
     */
    void nextPane(int step) {
        panes.next(step);
    }

    void close() {
        clientsRefresh.stop();
        clientSide.keepWidth();
        replyBar.close();
        sendBar.close();
        logArea.close();
        windows.leave();
    }

    @Override
    public void doLayout() {
        column.fit(clientSide.fit(getWidth()), getRootPane().getHeight());
        super.doLayout();
    }

    @Override
    public void followed(boolean following) {
        logBar.showFollowing(following);
    }

    @Override
    public void say(String text) {
        statusBar.say(text);
    }

    @Override
    public void filtered() {
        // At once, for rows found by the old filter can no longer be read.
        logArea.refresh();
        spanBar.refresh();
        refreshClients();
    }

    @Override
    public void find(int step) {
        logArea.find(step);
    }

    @Override
    public void escape() {
        logArea.escape();
    }

    @Override
    public boolean emptyFilter() {
        return filterBar.empty();
    }

    @Override
    public void complain(String text) {
        statusBar.complain(text);
    }

    private void closeClients() {
        clientSide.closePopup();
    }

    @Override
    public boolean cancelTask() {
        boolean cancelled = tasks.cancel();
        if (cancelled) {
            refreshClients();
        }
        return cancelled;
    }

    private void showEmptyState() {
        logArea.showEmptyState(session.status().isOpen(), connectBar::emptyState);
    }
}
