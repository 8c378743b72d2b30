package dev.earshot.ui.log;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.TextForm;
import dev.earshot.journal.TaskProgress;
import dev.earshot.session.Session;
import dev.earshot.session.Settings;
import dev.earshot.session.Words;
import dev.earshot.session.view.RowFormat;
import dev.earshot.ui.parts.Command;
import dev.earshot.ui.parts.EmptyState;
import dev.earshot.ui.parts.PlainMenuItem;
import dev.earshot.ui.parts.Split;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.parts.ViewPart;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JSplitPane;
import javax.swing.SwingUtilities;

/** Shows the log, and the selected row in full below it. */
public final class LogArea extends JPanel implements ViewPart {

    /** Takes the commands of the person who uses the log. */
    public interface Listener {
        /** Makes the peer of this number the target of the next message. */
        void sendTo(int peerId);

        void followed(boolean following);

        /** Cancels a running task; returns false if there was none. */
        boolean cancelTask();

        /** Empties the search field; returns false if it was empty. */
        boolean emptyFilter();

        /** Shows a short message about the outcome of a command. */
        void say(String text);
    }

    private final transient Settings settings;
    private final transient Words words;
    private final transient Listener listener;
    private final LogTableModel model;
    private final LogTable table;
    private final transient LogView view;
    private final transient LogSelection selection;
    private final EmptyState empty;
    private final GrowingLine growing;
    private final LogPane logPane;
    private final DetailPane detail;
    private final transient LogCopy copy;
    private final transient Finder finder;
    private final transient ScrollRestorer places;
    private final transient GoTo goTo;
    private final Split split;
    private boolean detailWanted;
    private boolean roomForDetail = true;

    public LogArea(Session session, Settings settings, Words words, Listener listener) {
        super(new BorderLayout());
        this.settings = settings;
        this.words = words;
        this.listener = listener;
        model = new LogTableModel(session, words);
        table = new LogTable(model, words, listener::followed);
        view = table.view();
        selection = table.selection();
        empty = new EmptyState(words, listener::say);
        growing = new GrowingLine(session, words, table);
        logPane = new LogPane(table, view, growing, empty);
        detail = new DetailPane(session, words, listener::say);
        copy = new LogCopy(session, words, listener::say);
        places = new ScrollRestorer(view, selection, model, this::selectionChanged);
        finder = new Finder(session, view, selection, model.rows(), words, listener::say);
        goTo = new GoTo(session, view, selection, model.rows(), words);
        split = new Split(JSplitPane.VERTICAL_SPLIT, logPane, detail, LogArea::paintAboveDetail);
        detailWanted = settings.get(Settings.DETAIL);
        split.setResizeWeight(1);
        logPane.setMinimumSize(new Dimension(100, UIScale.scale(90)));
        detail.setMinimumSize(new Dimension(100, UIScale.scale(70)));
        detail.setVisible(false);
        split.setDividerSize(0);
        add(split);
        connectTable();
    }

    public void refresh() {
        if (places.refresh()) {
            detail.reload();
        }
        growing.refresh();
    }

    /** @param step 1 for the next hit, -1 for the one before */
    public void find(int step) {
        finder.find(step);
    }

    /**
     * Goes to the row of this number or time.
     *
     * @param arrived takes the description of the found row
     * @param failed takes the reason of a failure
     */
    public void goTo(String typed, Consumer<String> arrived, Consumer<String> failed) {
        goTo.go(typed, arrived, failed);
    }

    /** Returns the number of the row that was selected last, or {@link ShownRows#NONE}. */
    public long selectedRow() {
        long lead = selection.lead();
        return selection.contains(lead) ? model.rows().number(lead) : ShownRows.NONE;
    }

    /**
     * Shows the log, or the empty state while nothing has happened.
     *
     * @param open whether the endpoint is open
     */
    public void showEmptyState(boolean open, EmptyState.Content content) {
        logPane.showLog(!model.hasOnlyOpened(open));
        empty.show(content);
    }

    @Override
    public void viewChanged(Settings changed) {
        table.viewChanged(changed);
        detail.viewChanged(changed);
        logPane.revalidate();
        logPane.repaint();
    }

    public LogTableModel model() {
        return model;
    }

    public void form(TextForm form) {
        model.form(form);
        growing.form(form);
    }

    public void follow(boolean wanted) {
        view.follow(wanted);
    }

    public void clear() {
        places.forget();
        detail.forget();
        model.clear();
    }

    /** Copies the selected rows to the clipboard. */
    public void copy(RowFormat format) {
        copy.copy(selection, model.rows(), format);
    }

    /** Returns the progress of the running copy; nothing if there is none. */
    public Optional<TaskProgress> copying() {
        return copy.running();
    }

    public void focus() {
        table.requestFocusInWindow();
    }

    boolean detailWanted() {
        return detailWanted;
    }

    public void showDetail(boolean wanted) {
        detailWanted = wanted;
        settings.put(Settings.DETAIL, wanted);
        showOrHideDetail();
    }

    /**
     * Adapts to the size of the window.
     *
     * @param high whether there is room for the detail pane
     * @param bytesALine bytes in a line of the hex dump
     */
    public void fit(boolean high, int bytesALine) {
        roomForDetail = high;
        detail.columns(bytesALine);
        showOrHideDetail();
    }

    public void close() {
        rememberDetail();
        detail.close();
        growing.close();
        model.close();
    }

    private void connectTable() {
        selection.addListSelectionListener(e -> selectionChanged());
        LogShortcuts.IN_LOG.bind(table, WHEN_ANCESTOR_OF_FOCUSED_COMPONENT, this);
        table.setComponentPopupMenu(menu());
    }

    private JPopupMenu menu() {
        JPopupMenu menu = new JPopupMenu();
        LogShortcuts.COPY.forEach(command -> menu.add(item(command)));
        menu.addSeparator();
        PlainMenuItem sendTo = new PlainMenuItem(words.of("ui.client.send.to"));
        sendTo.addActionListener(e -> sendToSelected());
        menu.add(sendTo);
        return menu;
    }

    void selectAll() {
        table.selectAll();
    }

    /** Cancels a running task; if there is none, ends the search; if there is none either, closes the detail. */
    public void escape() {
        if (!listener.cancelTask() && !listener.emptyFilter()) {
            table.clearSelection();
        }
    }

    /** Makes an item without a mnemonic and a name, because the Edit menu has an item of that name. */
    private PlainMenuItem item(Command<LogArea> command) {
        PlainMenuItem item = new PlainMenuItem(words.of(command.key()));
        item.setAccelerator(command.stroke());
        item.addActionListener(e -> command.run(this, 0));
        return item;
    }

    private void sendToSelected() {
        int row = table.getSelectionModel().getLeadSelectionIndex();
        if (row >= 0) {
            listener.sendTo(model.row(row).row().peerId());
        }
    }

    private void selectionChanged() {
        if (places.isRestoring()) {
            return;
        }
        long number = selectedRow();
        if (number != ShownRows.NONE) {
            detail.show(number);
        } else {
            detail.forget();
        }
        showOrHideDetail();
    }

    private void showOrHideDetail() {
        boolean shown = detailWanted && roomForDetail && !selection.isSelectionEmpty();
        if (shown == detail.isVisible()) {
            return;
        }
        rememberDetail();
        detail.setVisible(shown);
        split.setDividerSize(shown ? UIScale.scale(5) : 0);
        if (shown) {
            // Only after the layout does the split know its height.
            SwingUtilities.invokeLater(this::placeDivider);
        }
    }

    /** Places the divider so that the last row ends where the detail begins. */
    private void placeDivider() {
        int log = split.getHeight() - settings.get(Settings.DETAIL_HEIGHT) - split.getDividerSize();
        split.setDividerLocation(table.wholeRows(Math.max(0, log)));
    }

    private void rememberDetail() {
        if (detail.isVisible() && detail.getHeight() > 0) {
            settings.put(Settings.DETAIL_HEIGHT, detail.getHeight());
        }
    }

    private static void paintAboveDetail(Graphics g) {
        Rectangle all = g.getClipBounds();
        g.setColor(Token.WINDOW.color());
        g.fillRect(all.x, all.y, all.width, all.height);
        g.setColor(Token.LINE.color());
        g.fillRect(all.x, 0, all.width, 1);
    }
}
