package dev.earshot.ui;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Settings.Form;
import dev.earshot.session.Status;
import dev.earshot.session.Words;
import java.awt.BorderLayout;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;

/** Everything below the title bar, for one session in one language: places the parts and connects them. */
final class Workspace extends JPanel {
    private static final long CLIENTS_PAUSE = 100_000_000L;

    private final Session session;
    private final Settings settings;
    private final Words words;
    private final ConnectBar connectBar;
    private final ClientList clientList;
    private final JButton clientsButton = new JButton();
    private final LogTableModel model;
    private final LogTable table;
    private final LogBar logBar;
    private final LogPane logPane;
    private final EmptyState empty;
    private final DetailPane detail;
    private final SendBar sendBar;
    private final StatusBar statusBar;
    private final LogCopy copy;
    private final Split across;
    private final Split down;
    private final JPanel north = new JPanel(new BorderLayout());
    private final JPanel right = new JPanel(new BorderLayout());
    private final JPopupMenu unfolded = new JPopupMenu();
    private boolean detailWanted;
    private boolean folded;
    private boolean dividersSet;
    private long clientsAt;

    Workspace(Session session, Settings settings, Words words, Supplier<List<String>> addresses) {
        super(new BorderLayout());
        this.session = session;
        this.settings = settings;
        this.words = words;
        model = new LogTableModel(session, words);
        table = new LogTable(model, words, this::followChanged);
        empty = new EmptyState(words);
        logPane = new LogPane(table, empty);
        detail = new DetailPane(session, words);
        sendBar = new SendBar(session, settings, words);
        statusBar = new StatusBar(session, words);
        clientList = new ClientList(session, words, this::chosen);
        connectBar = new ConnectBar(session, settings, words, addresses, this::showEmptyState);
        logBar = new LogBar(session, settings, words, commands(), clientsButton);
        copy = new LogCopy(session, words, statusBar::say);
        down = new Split(JSplitPane.VERTICAL_SPLIT, logPane, detail, this::paintOverDetail);
        across = new Split(JSplitPane.HORIZONTAL_SPLIT, clientList, right, this::paintBesideClients);
        detailWanted = settings.get(Settings.DETAIL);
        place();
        connectTable();
        refresh();
        refreshClients();
    }

    /** Takes over what has changed; called as often as the coalescer allows. */
    void refresh() {
        if (model.refresh()) {
            detail.reload();
        }
        connectBar.refresh();
        showEmptyState();
        if (System.nanoTime() - clientsAt >= CLIENTS_PAUSE) {
            refreshClients();
        }
    }

    /** Takes over who is there and the figures; called a few times a second, whether or not anything has changed. */
    void refreshClients() {
        clientsAt = System.nanoTime();
        List<Client> clients = session.clients();
        clientList.refresh(clients);
        sendBar.refresh(clients);
        statusBar.refresh(model.getRowCount(), model.windowed());
        clientsButton.setText(words.of("ui.clients.button", session.clientsPresent()));
    }

    void offerRecovery(long bytes, Runnable open, Runnable dismiss) {
        north.add(new RecoveryBar(words, bytes, open, dismiss), BorderLayout.NORTH);
        north.revalidate();
    }

    /** Where the keyboard is when the window opens. */
    void focusFirst() {
        connectBar.focusButton();
    }

    void listenOrStop() {
        connectBar.listenOrStop();
    }

    void clear() {
        detail.forget();
        model.clear();
    }

    void copy(Form form) {
        copy.copy(IntStream.of(table.getSelectedRows()).mapToLong(model::number).toArray(), form);
    }

    boolean detailWanted() {
        return detailWanted;
    }

    void showDetail(boolean wanted) {
        detailWanted = wanted;
        settings.put(Settings.DETAIL, wanted);
        selectionChanged();
    }

    void say(String text) {
        statusBar.say(text);
    }

    /** @param step 1 for the next pane, -1 for the one before */
    void nextPane(int step) {
        List<JComponent> panes = List.of(connectBar, clientList, logPane, sendBar);
        java.awt.Component focus =
                java.awt.KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        int at = 0;
        for (int i = 0; i < panes.size(); i++) {
            at = focus != null && SwingUtilities.isDescendingFrom(focus, panes.get(i)) ? i : at;
        }
        at = Math.floorMod(at + step, panes.size());
        if (at == 1 && folded) {
            at += step;
        }
        switch (at) {
            case 0 -> connectBar.focusAddress();
            case 1 -> clientList.focus();
            case 2 -> table.requestFocusInWindow();
            default -> sendBar.focus();
        }
    }

    void close() {
        settings.put(
                Settings.CLIENTS_WIDTH, folded ? settings.get(Settings.CLIENTS_WIDTH) : across.getDividerLocation());
        if (detail.isVisible()) {
            settings.put(Settings.DETAIL_HEIGHT, detail.getHeight());
        }
        detail.close();
        model.close();
    }

    @Override
    public void doLayout() {
        fit(getWidth(), getHeight());
        super.doLayout();
        if (!dividersSet && getWidth() > 0) {
            dividersSet = true;
            across.setDividerLocation(settings.get(Settings.CLIENTS_WIDTH));
        }
    }

    /** What goes first when it gets small. The title bar is not part of this height. */
    private void fit(int width, int height) {
        boolean narrow = width < UIScale.scale(860);
        if (narrow != folded) {
            fold(narrow);
        }
        int column = narrow ? width : width - across.getDividerLocation();
        logBar.showLabels(column >= UIScale.scale(600));
        detail.columns(column < UIScale.scale(760) ? 8 : 16);
        sendBar.compact(height < UIScale.scale(664));
        boolean roomForDetail = height >= UIScale.scale(524);
        boolean shown = detailWanted && roomForDetail && table.getSelectedRowCount() > 0;
        if (shown != detail.isVisible()) {
            setDetailVisible(shown);
        }
    }

    private void fold(boolean wanted) {
        folded = wanted;
        clientsButton.setVisible(wanted);
        if (wanted) {
            across.setLeftComponent(null);
        } else {
            across.setLeftComponent(clientList);
            across.setDividerLocation(settings.get(Settings.CLIENTS_WIDTH));
        }
        across.setDividerSize(wanted ? 0 : UIScale.scale(5));
    }

    private void setDetailVisible(boolean shown) {
        if (detail.isVisible()) {
            settings.put(Settings.DETAIL_HEIGHT, detail.getHeight());
        }
        detail.setVisible(shown);
        down.setDividerSize(shown ? UIScale.scale(5) : 0);
        if (shown) {
            int height = settings.get(Settings.DETAIL_HEIGHT);
            SwingUtilities.invokeLater(
                    () -> down.setDividerLocation(snapped(down.getHeight() - height - down.getDividerSize())));
        }
    }

    /** So that the last row ends where the detail begins. */
    private int snapped(int logHeight) {
        return table.wholeRows(Math.max(0, logHeight));
    }

    private void place() {
        north.add(connectBar);
        across.setResizeWeight(0);
        down.setResizeWeight(1);
        logPane.setMinimumSize(new java.awt.Dimension(100, UIScale.scale(90)));
        detail.setMinimumSize(new java.awt.Dimension(100, UIScale.scale(70)));
        detail.setVisible(false);
        down.setDividerSize(0);
        clientList.setMinimumSize(new java.awt.Dimension(UIScale.scale(160), 50));
        right.setMinimumSize(new java.awt.Dimension(UIScale.scale(420), 50));
        right.add(logBar, BorderLayout.NORTH);
        right.add(down);
        right.add(sendBar, BorderLayout.SOUTH);
        clientsButton.setName("clientsButton");
        clientsButton.setMnemonic(words.mnemonic("ui.clients"));
        clientsButton.setVisible(false);
        clientsButton.addActionListener(e -> unfold());
        add(north, BorderLayout.NORTH);
        add(across);
        add(statusBar, BorderLayout.SOUTH);
    }

    private void chosen(Client client) {
        sendBar.choose(client);
        unfolded.setVisible(false);
    }

    /** The folded list comes as a popup under its button. */
    private void unfold() {
        JPopupMenu popup = unfolded;
        Keys.bind(
                popup,
                WHEN_ANCESTOR_OF_FOCUSED_COMPONENT,
                Keys.plain(KeyEvent.VK_ESCAPE),
                () -> popup.setVisible(false));
        popup.setLayout(new BorderLayout());
        clientList.setPreferredSize(new java.awt.Dimension(UIScale.scale(260), UIScale.scale(300)));
        popup.add(clientList);
        popup.show(clientsButton, 0, clientsButton.getHeight());
        clientList.focus();
    }

    private void connectTable() {
        table.getSelectionModel().addListSelectionListener(e -> selectionChanged());
        table.key(Keys.menu(KeyEvent.VK_C), () -> copy(Form.TEXT));
        table.key(Keys.shiftMenu(KeyEvent.VK_C), () -> copy(Form.HEX));
        table.key(Keys.plain(KeyEvent.VK_ESCAPE), table::clearSelection);
        JPopupMenu menu = new JPopupMenu();
        menu.add(item("ui.copy.text", Keys.menu(KeyEvent.VK_C), () -> copy(Form.TEXT)));
        menu.add(item("ui.copy.hex", Keys.shiftMenu(KeyEvent.VK_C), () -> copy(Form.HEX)));
        menu.addSeparator();
        menu.add(item("ui.client.send.to", null, this::sendToSelected));
        table.setComponentPopupMenu(menu);
    }

    private JMenuItem item(String key, javax.swing.KeyStroke stroke, Runnable command) {
        JMenuItem item = new JMenuItem(words.of(key));
        item.setAccelerator(stroke);
        item.addActionListener(e -> command.run());
        return item;
    }

    private void sendToSelected() {
        int row = table.getSelectedRow();
        if (row < 0) {
            return;
        }
        int id = model.entry(row).row().peerId();
        session.clients().stream()
                .filter(client -> client.peer().id() == id)
                .findFirst()
                .ifPresent(sendBar::choose);
    }

    private void selectionChanged() {
        int row = table.getSelectionModel().getLeadSelectionIndex();
        if (row >= 0 && row < table.getRowCount() && table.isRowSelected(row)) {
            detail.show(model.number(row));
        } else {
            detail.forget();
        }
        fit(getWidth(), getHeight());
    }

    private LogBar.Commands commands() {
        return new LogBar.Commands() {
            @Override
            public void form(Form form) {
                model.form(form);
            }

            @Override
            public void follow(boolean wanted) {
                table.follow(wanted);
            }

            @Override
            public void clear() {
                Workspace.this.clear();
            }
        };
    }

    private void followChanged(boolean following) {
        logBar.showFollowing(following);
    }

    private void showEmptyState() {
        boolean open = session.status().state() == Status.State.OPEN;
        logPane.showLog(model.getRowCount() > 0 || model.number(0) > 0);
        empty.show(open ? session.status().address() : "", connectBar.address(), connectBar.port());
    }

    private void paintOverDetail(Graphics g) {
        Rectangle all = g.getClipBounds();
        g.setColor(Token.WINDOW.color());
        g.fillRect(all.x, all.y, all.width, all.height);
        g.setColor(Token.LINE.color());
        g.fillRect(all.x, 0, all.width, 1);
    }

    /** Like the client list to its left, header and all, with the hairline at its right edge. */
    private void paintBesideClients(Graphics g) {
        Rectangle all = g.getClipBounds();
        int header = logBar.getHeight();
        int width = across.getDividerSize();
        g.setColor(Token.TABLE.color());
        g.fillRect(all.x, all.y, all.width, all.height);
        g.setColor(Token.WINDOW.color());
        g.fillRect(0, 0, width, header);
        g.setColor(Token.LINE.color());
        g.fillRect(0, header - 1, width, 1);
        g.fillRect(width - 1, 0, 1, across.getHeight());
    }
}
